import type { ContradictionKind, Strength } from '../../domain/contradiction/contradiction.js';
import { Prisma, type StoryKey } from '../../platform/database/index.js';
import { jsonList, RowShape, type Carrier } from '../../platform/reading/index.js';
import { CLAIM_SHAPE } from '../claims/index.js';
import type { ContradictionStatus, Outcome } from './graphql/contradiction.enums.js';

export interface ContradictionRow extends StoryKey, Carrier {
  kind: ContradictionKind;
  strength: Strength;
  rule: string;
  explanation: string;
  questionId: string | null;
  status: ContradictionStatus;
  outcome: Outcome | null;
  note: string | null;
  resolvedById: string | null;
  resolvedAt: Date | null;
  newEvidenceSince: Date | null;
  version: number;
  detectedAt: Date;
  updatedAt: Date;
}

/** How rows of `contradiction x` are read. */
export const CONTRADICTION_SHAPE = new RowShape<ContradictionRow>({
  id: 'x.id',
  outer: ['x.story_id AS "storyId"', 'x.updated_at AS "updatedAt"'],
  fields: {
    id: [],
    story: [],
    kind: ['x.kind::text'],
    strength: ['x.strength::text'],
    members: [],
    question: ['x.question_id AS "questionId"'],
    explanation: ['x.explanation'],
    rule: ['x.rule'],
    status: ['x.status::text'],
    resolution: ['x.outcome::text', 'x.note', 'x.resolved_by_id AS "resolvedById"', 'x.resolved_at AS "resolvedAt"'],
    newEvidenceSince: ['x.new_evidence_since AS "newEvidenceSince"'],
    version: ['x.version'],
    revisions: [],
    comments: [],
    assignee: [],
    dueOn: [],
    assignmentRevisions: [],
    detectedAt: ['x.detected_at AS "detectedAt"'],
    updatedAt: ['x.updated_at AS "updatedAt"'],
  },
  instants: ['resolvedAt', 'newEvidenceSince', 'detectedAt', 'updatedAt'],
});

CONTRADICTION_SHAPE.carry('members', (asked, field) => {
  const page = asked.page(field);
  return (
    page &&
    jsonList(Prisma.sql`SELECT ${CLAIM_SHAPE.within(page.asked)}
      FROM contradiction_member m JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
      WHERE m.story_id = x.story_id AND m.contradiction_id = x.id ORDER BY m.claim_id`)
  );
});

/*
 * What this feature adds to a claim. The contradictions of a claim carry nothing in turn: their members are claims with
 * contradictions of their own, and each would be read again for every claim that leads to it.
 */
CLAIM_SHAPE.carry('contradictions', (asked, field) => {
  const page = asked.page(field);
  return (
    page &&
    jsonList(Prisma.sql`SELECT ${CONTRADICTION_SHAPE.leaf(page.asked)}
      FROM contradiction_member m JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
      WHERE m.story_id = c.story_id AND m.claim_id = c.id ORDER BY m.contradiction_id LIMIT ${page.first + 1}`)
  );
});
