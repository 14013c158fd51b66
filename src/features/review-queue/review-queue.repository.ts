import { Injectable } from '@nestjs/common';
import type { Strength } from '../../domain/contradiction/contradiction.js';
import { urgencyOf, type ProposedChange, type SourceChange } from '../../domain/review/urgency.js';
import { Database, Prisma, type KeysetPage, type Reader, type StoryKey } from '../../platform/database/index.js';
import { ReviewKind } from './graphql/review.types.js';

/** The tables whose rows wait, by the type of node that they are. */
export type ReviewedType = 'Claim' | 'Contradiction' | 'ReviewRequest' | 'ClaimSuggestion' | 'ClaimProposal';

/** What is given to people to work on. */
const ASSIGNED: readonly ReviewedType[] = ['Claim', 'Contradiction'];

/** Who has an item at hand, as JSON. */
export interface ReviewLeaseRow {
  holderId: string;
  expiresAt: string;
}

export interface ReviewItemRow extends StoryKey {
  type: ReviewedType;
  kind: ReviewKind;
  urgency: number;
  waitingSince: Date;
  strength: Strength | null;
  voices: number | null;
  change: SourceChange | ProposedChange | null;
  lease: ReviewLeaseRow | null;
}

/** Which part of the queue. */
export interface ReviewCriteria {
  readonly kinds: readonly ReviewKind[];
  readonly storyId: string | null;
  /** Only what this account is to work on. */
  readonly assigneeId: string | null;
  /** Only what has waited since then or longer. */
  readonly until: Date | null;
}

const ALL: ReviewCriteria = { kinds: Object.values(ReviewKind), storyId: null, assigneeId: null, until: null };

export interface KindCount {
  kind: ReviewKind;
  count: number;
}

/**
 * The order of the queue: the most urgent first (`domain/review/urgency.ts`), of equals what has waited longest, then by id.
 * Its key is (urgency, waitingSince, id), all ascending, which for each kind is that of an index.
 */
export const QUEUE_ORDER = {
  key: 'urgency',
  columns: [{ type: 'int4' }, { type: 'timestamptz' }, { type: 'uuid' }],
} as const;

/** A place in the queue: what comes after it has a greater one. */
interface Place {
  readonly urgency: number;
  readonly since: Date;
  readonly id: string;
}

/** Before all that can wait. */
const START: Place = { urgency: 0, since: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

/** One kind of rows that wait, by the index that they are read from. */
interface Branch {
  readonly type: ReviewedType;
  readonly kinds: readonly ReviewKind[];
  /** The columns of an item, of row `t`. */
  readonly columns: Prisma.Sql;
  readonly table: Prisma.Sql;
  readonly waits: Prisma.Sql;
  readonly since: Prisma.Sql;
  /** A column, or one number for all rows. */
  readonly urgency: Prisma.Sql | number;
}

const WITHOUT = Prisma.sql`NULL::text AS strength, NULL::int AS voices`;

const BRANCHES: readonly Branch[] = [
  {
    type: 'Claim',
    kinds: [ReviewKind.SUBMITTED_CLAIM],
    columns: Prisma.sql`'SUBMITTED_CLAIM' AS kind, ${WITHOUT}, NULL::text AS change`,
    table: Prisma.sql`claim`,
    waits: Prisma.sql`t.waiting_since IS NOT NULL`,
    since: Prisma.sql`t.waiting_since`,
    urgency: urgencyOf({ kind: 'SUBMITTED_CLAIM' }),
  },
  {
    type: 'Contradiction',
    kinds: [ReviewKind.CONTRADICTION, ReviewKind.NEW_EVIDENCE],
    columns: Prisma.sql`CASE t.status WHEN 'OPEN' THEN 'CONTRADICTION' ELSE 'NEW_EVIDENCE' END AS kind,
      t.strength::text, t.voices::int, NULL::text AS change`,
    table: Prisma.sql`contradiction`,
    waits: Prisma.sql`t.waiting_since IS NOT NULL`,
    since: Prisma.sql`t.waiting_since`,
    urgency: Prisma.sql`t.urgency`,
  },
  {
    type: 'ReviewRequest',
    kinds: [ReviewKind.SOURCE_CHANGE],
    columns: Prisma.sql`'SOURCE_CHANGE' AS kind, ${WITHOUT}, t.reason::text AS change`,
    table: Prisma.sql`review_request`,
    waits: Prisma.sql`t.state = 'OPEN'`,
    since: Prisma.sql`t.created_at`,
    urgency: Prisma.sql`review_request_urgency(t.reason)`,
  },
  {
    type: 'ClaimProposal',
    kinds: [ReviewKind.PROPOSAL],
    columns: Prisma.sql`'PROPOSAL' AS kind, ${WITHOUT}, t.kind::text AS change`,
    table: Prisma.sql`claim_proposal`,
    waits: Prisma.sql`t.status = 'PENDING'`,
    since: Prisma.sql`t.created_at`,
    urgency: Prisma.sql`claim_proposal_urgency(t.kind)`,
  },
  {
    type: 'ClaimSuggestion',
    kinds: [ReviewKind.SUGGESTION],
    columns: Prisma.sql`'SUGGESTION' AS kind, ${WITHOUT}, NULL::text AS change`,
    table: Prisma.sql`claim_suggestion`,
    waits: Prisma.sql`t.status = 'PENDING'`,
    since: Prisma.sql`t.created_at`,
    urgency: urgencyOf({ kind: 'SUGGESTION' }),
  },
];

/** Whether a name is that of a type of which something can wait. */
export function isReviewed(type: string): type is ReviewedType {
  return BRANCHES.some((branch) => branch.type === type);
}

/** Whether anything of this type can be in a part of the queue. */
export function canHold({ kinds, assigneeId }: ReviewCriteria, type: ReviewedType): boolean {
  if (assigneeId !== null && !ASSIGNED.includes(type)) return false;
  return BRANCHES.some((branch) => branch.type === type && branch.kinds.some((kind) => kinds.includes(kind)));
}

/** The queue: of each table that has something waiting the first rows by an index, merged. */
@Injectable()
export class ReviewQueueRepository {
  constructor(private readonly database: Database) {}

  /** A page of the queue, in one statement. */
  list(criteria: ReviewCriteria, page: KeysetPage): Promise<ReviewItemRow[]> {
    return this.database.query<ReviewItemRow>(pageOf(criteria, page));
  }

  /** The first item for which something more holds, said of row `t` of a table. */
  async first(
    reader: Reader,
    criteria: ReviewCriteria,
    holds: (type: ReviewedType) => Prisma.Sql,
  ): Promise<ReviewItemRow | null> {
    const [row] = await reader.query<ReviewItemRow>(firstOf(criteria, START, 1, holds));
    return row ?? null;
  }

  /** The items that wait, of those with these keys, in a part of the queue or all of it. */
  findByKeys(
    keys: readonly StoryKey[],
    reader: Reader = this.database,
    criteria: ReviewCriteria = ALL,
  ): Promise<ReviewItemRow[]> {
    const branches = BRANCHES.map(
      (branch) => Prisma.sql`
        SELECT ${itemOf(branch)} FROM k JOIN ${branch.table} t ON t.story_id = k.story_id AND t.id = k.id
        WHERE ${matching(branch, criteria)} AND ${kindsOf(branch, criteria)}`,
    );
    return reader.query<ReviewItemRow>(Prisma.sql`
      WITH k AS (SELECT * FROM unnest(${keys.map(({ storyId }) => storyId)}::uuid[], ${keys.map(({ id }) => id)}::uuid[])
        AS k (story_id, id))
      SELECT r.*, ${LEASE} FROM (${Prisma.join(branches, ' UNION ALL ')}) r`);
  }

  /** How many wait of each kind; none of a kind of which there are none. */
  countKinds(criteria: ReviewCriteria): Promise<KindCount[]> {
    const branches = BRANCHES.map(
      (branch) => Prisma.sql`
        SELECT r.kind, count(*) AS count FROM (
          SELECT ${branch.columns} FROM ${branch.table} t WHERE ${matching(branch, criteria)}) r
        WHERE r.kind = ANY(${criteria.kinds}) GROUP BY 1`,
    );
    return this.database.query<KindCount>(Prisma.join(branches, ' UNION ALL '));
  }
}

/** Who has an item at hand, of row `r`. */
const LEASE = Prisma.sql`(
  SELECT jsonb_build_object('holderId', l.holder_id, 'expiresAt', l.expires_at) FROM review_lease l
  WHERE l.story_id = r."storyId" AND l.object_id = r.id AND l.expires_at > clock_timestamp()) AS lease`;

/** The statement that reads a page: a few rows of each table by its index, merged. */
export function pageOf(criteria: ReviewCriteria, page: KeysetPage): Prisma.Sql {
  return firstOf(criteria, placeOf(page.after), page.limit + 1, () => Prisma.sql`TRUE`);
}

function firstOf(
  criteria: ReviewCriteria,
  after: Place,
  limit: number,
  holds: (type: ReviewedType) => Prisma.Sql,
): Prisma.Sql {
  const branches = BRANCHES.map((branch) => {
    const place = typeof branch.urgency === 'number' ? [] : [branch.urgency];
    const order = Prisma.join([...place, branch.since, Prisma.sql`t.id`]);
    return Prisma.sql`(
      SELECT ${itemOf(branch)} FROM ${branch.table} t
      WHERE ${matching(branch, criteria)} AND ${isAfter(branch, after)} AND ${kindsOf(branch, criteria)}
        AND ${holds(branch.type)}
      ORDER BY ${order} LIMIT ${limit})`;
  });
  return Prisma.sql`
    SELECT r.*, ${LEASE} FROM (
      SELECT * FROM (${Prisma.join(branches, ' UNION ALL ')}) u ORDER BY urgency, "waitingSince", id LIMIT ${limit}) r
    ORDER BY urgency, "waitingSince", id`;
}

function itemOf({ type, columns, since, urgency }: Branch): Prisma.Sql {
  const own = typeof urgency === 'number' ? Prisma.sql`${urgency}::int` : Prisma.sql`${urgency}::int`;
  return Prisma.sql`${type} AS type, t.story_id AS "storyId", t.id, ${own} AS urgency, ${since} AS "waitingSince", ${columns}`;
}

function matching({ type, waits, since, kinds }: Branch, criteria: ReviewCriteria): Prisma.Sql {
  const ofStory = criteria.storyId === null ? Prisma.sql`TRUE` : Prisma.sql`t.story_id = ${criteria.storyId}::uuid`;
  const wanted = kinds.some((kind) => criteria.kinds.includes(kind));
  // A parameter, so that the statement is the same for all: PostgreSQL leaves the branch out before it begins.
  return Prisma.sql`${waits} AND ${ofStory} AND ${assigned(type, criteria)} AND ${wanted}::boolean
    AND ${since} <= coalesce(${criteria.until}::timestamptz, 'infinity')`;
}

function assigned(type: ReviewedType, { assigneeId }: ReviewCriteria): Prisma.Sql {
  if (assigneeId === null) return Prisma.sql`TRUE`;
  if (!ASSIGNED.includes(type)) return Prisma.sql`FALSE`;
  const object = type === 'Claim' ? Prisma.sql`a.claim_id` : Prisma.sql`a.contradiction_id`;
  return Prisma.sql`EXISTS (SELECT FROM assignment a
    WHERE a.story_id = t.story_id AND ${object} = t.id AND a.assignee_id = ${assigneeId}::uuid)`;
}

/** Of a branch with several kinds, only those that are wanted. */
function kindsOf({ type }: Branch, { kinds }: ReviewCriteria): Prisma.Sql {
  if (type !== 'Contradiction') return Prisma.sql`TRUE`;
  return Prisma.sql`CASE t.status WHEN 'OPEN' THEN ${kinds.includes(ReviewKind.CONTRADICTION)}::boolean
    ELSE ${kinds.includes(ReviewKind.NEW_EVIDENCE)}::boolean END`;
}

/** Row comparisons, so that PostgreSQL seeks in the index. */
function isAfter({ since, urgency }: Branch, after: Place): Prisma.Sql {
  const rest = Prisma.sql`${after.since}::timestamptz, ${after.id}::uuid`;
  if (typeof urgency !== 'number') {
    return Prisma.sql`(${urgency}, ${since}, t.id) > (${after.urgency}::int, ${rest})`;
  }
  const begins = after.urgency < urgency ? START : after;
  return Prisma.sql`${after.urgency <= urgency}::boolean
    AND (${since}, t.id) > (${begins.since}::timestamptz, ${begins.id}::uuid)`;
}

function placeOf(after: readonly unknown[] | undefined): Place {
  if (!after) return START;
  const [urgency, since, id] = after;
  return { urgency: Number(urgency), since: new Date(String(since)), id: String(id) };
}
