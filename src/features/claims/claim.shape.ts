import type { Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import { Prisma, type StoryKey } from '../../platform/database/index.js';
import { RowShape, type Carrier } from '../../platform/reading/index.js';
import { SCOPE_COLUMN, VALUE_COLUMNS, type ValueColumns } from '../detection/index.js';
import { carrySubject } from '../stories/index.js';
import { carryProperty } from '../vocabulary/index.js';
import { carryCitations } from './citation.shape.js';
import type { ClaimStatus, Rank } from './graphql/claim.enums.js';

export interface ClaimRow extends StoryKey, ValueColumns, Carrier {
  questionId: string;
  subjectId: string;
  propertyId: string;
  polarity: Polarity;
  scope: ScopeTerm[];
  identity: string;
  statement: string;
  status: ClaimStatus;
  rank: Rank;
  rankReason: string | null;
  version: number;
  createdById: string;
  createdAt: Date;
  updatedAt: Date;
  /** For reading the value: its property's unit, and its concept's label. */
  propertyUnit: string | null;
  conceptLabel: string | null;
}

const VALUE = [
  ...VALUE_COLUMNS,
  `CASE WHEN c.value_kind = 'QUANTITY' THEN (SELECT p.unit FROM property p WHERE p.id = c.property_id) END AS "propertyUnit"`,
  `CASE WHEN c.concept_id IS NOT NULL THEN (SELECT v.pref_label FROM concept v WHERE v.id = c.concept_id) END AS "conceptLabel"`,
];

/** How rows of `claim c` are read. */
export const CLAIM_SHAPE = new RowShape<ClaimRow>({
  id: 'c.id',
  outer: ['c.story_id AS "storyId"', 'c.updated_at AS "updatedAt"'],
  fields: {
    id: [],
    story: [],
    question: ['c.question_id AS "questionId"'],
    subject: ['c.subject_id AS "subjectId"'],
    property: ['c.property_id AS "propertyId"'],
    polarity: ['c.polarity::text'],
    value: VALUE,
    scope: [SCOPE_COLUMN],
    statement: ['c.statement'],
    citations: [],
    corroboration: [],
    origins: [],
    contradictions: [],
    status: ['c.status::text'],
    reviewActs: ['c.status::text'],
    proposals: [],
    rank: ['c.rank::text'],
    rankReason: ['c.rank_reason AS "rankReason"'],
    version: ['c.version'],
    revisions: [],
    comments: [],
    assignee: [],
    dueOn: [],
    assignmentRevisions: [],
    createdBy: ['c.created_by_id AS "createdById"'],
    createdAt: ['c.created_at AS "createdAt"'],
    updatedAt: ['c.updated_at AS "updatedAt"'],
  },
  hidden: ['c.identity'],
  instants: ['timeEarliest', 'timeLatest', 'createdAt', 'updatedAt'],
})
  .carry('subject', carrySubject(Prisma.sql`c.story_id`, Prisma.sql`c.subject_id`))
  .carry('property', carryProperty(Prisma.sql`c.property_id`))
  .carry('citations', carryCitations(Prisma.sql`c.story_id`, Prisma.sql`c.id`));
