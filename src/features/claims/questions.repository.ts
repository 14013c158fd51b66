import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  byId,
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetPage,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';
import { STANDS } from '../detection/index.js';

export interface QuestionRow extends StoryKey {
  subjectId: string;
  propertyId: string;
  disputed: boolean;
  searchExhausted: boolean;
}

/** A question, and the subject and property that it is about. */
export type AboutRow = Pick<QuestionRow, 'storyId' | 'id' | 'subjectId' | 'propertyId'>;

/** A question that a transaction has locked. */
export interface LockedQuestion {
  questionId: string;
  searchExhausted: boolean;
}

/** Where to go on in a story's questions. */
export interface QuestionPlace {
  readonly storyId: string;
  /** The least id that a question may have. */
  readonly from: string;
}

/** Which questions a list has. */
export interface QuestionCriteria {
  /** As of now: whether a question was disputed at another time is for the engine to say, and left open here. */
  disputed: boolean | null;
  /** Only what sources had published by then. */
  asOf: Date | null;
}

const QUESTION = Prisma.sql`q.story_id AS "storyId", q.id, q.subject_id AS "subjectId", q.property_id AS "propertyId", q.disputed,
  q.search_exhausted AS "searchExhausted"`;
/** The order in which questions are listed: as they first came up. */
export const QUESTION_ORDER = byId(Prisma.sql`q.id`, false);

@Injectable()
export class QuestionsRepository {
  constructor(private readonly database: Database) {}

  /**
   * The question of a subject and property, made where it is new, and locked until the transaction ends: all writers
   * of answers to it queue here. Where the property is tied to others, they queue at the subject before, with the
   * writers of answers to the tied questions.
   */
  async lock(
    tx: Transaction,
    key: Pick<QuestionRow, 'storyId' | 'subjectId' | 'propertyId'>,
    isTied: boolean,
    now: Date,
  ): Promise<LockedQuestion> {
    const tied = new Set(isTied ? [key.propertyId] : []);
    const [question] = (await this.lockAll(tx, key.storyId, [key], tied, now)).values();
    if (!question) throw new Error('A question was neither made nor found.');
    return question;
  }

  /**
   * As {@link lock} for many questions of a story at once: first the subjects, then the questions, each in one order, so
   * that two who lock the same ones do not wait for each other.
   * @param tied ids of the properties that are tied to others
   * @returns the questions by "subject property"
   */
  async lockAll(
    tx: Transaction,
    storyId: string,
    keys: readonly Pick<QuestionRow, 'subjectId' | 'propertyId'>[],
    tied: { has(propertyId: string): boolean },
    now: Date,
  ): Promise<ReadonlyMap<string, LockedQuestion>> {
    const distinct = [...new Map(keys.map((key) => [`${key.subjectId} ${key.propertyId}`, key])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, key]) => key);
    const subjectIds = distinct.map(({ subjectId }) => subjectId);
    const propertyIds = distinct.map(({ propertyId }) => propertyId);
    const tiedSubjectIds = distinct.filter(({ propertyId }) => tied.has(propertyId)).map(({ subjectId }) => subjectId);
    if (tiedSubjectIds.length > 0) {
      await tx.query(Prisma.sql`
        SELECT FROM subject WHERE story_id = ${storyId}::uuid AND id = ANY(${tiedSubjectIds}::uuid[])
        ORDER BY id FOR NO KEY UPDATE`);
    }
    await tx.query(Prisma.sql`
      INSERT INTO question (story_id, id, subject_id, property_id, disputed, created_at)
      SELECT ${storyId}::uuid, k.id, k.subject_id, k.property_id, FALSE, ${now}::timestamptz
      FROM unnest(${distinct.map(() => uuidv7())}::uuid[], ${subjectIds}::uuid[], ${propertyIds}::uuid[])
        AS k (id, subject_id, property_id)
      ON CONFLICT DO NOTHING`);
    const rows = await tx.query<LockedQuestion & Pick<QuestionRow, 'subjectId' | 'propertyId'>>(Prisma.sql`
      SELECT q.id AS "questionId", q.search_exhausted AS "searchExhausted", q.subject_id AS "subjectId",
        q.property_id AS "propertyId" FROM question q
      JOIN unnest(${subjectIds}::uuid[], ${propertyIds}::uuid[]) AS k (subject_id, property_id)
        ON q.subject_id = k.subject_id AND q.property_id = k.property_id
      WHERE q.story_id = ${storyId}::uuid ORDER BY q.id FOR NO KEY UPDATE OF q`);
    return new Map(rows.map(({ subjectId, propertyId, ...locked }) => [`${subjectId} ${propertyId}`, locked]));
  }

  findByKeys(keys: readonly StoryKey[]): Promise<QuestionRow[]> {
    return this.database.query<QuestionRow>(Prisma.sql`
      SELECT ${QUESTION} FROM question q JOIN ${keyTable(keys)} ON q.story_id = k.story_id AND q.id = k.id`);
  }

  /** One page of each story's questions. */
  listByStories(storyIds: readonly string[], criteria: QuestionCriteria, page: KeysetPage): Promise<QuestionRow[]> {
    const { where, orderBy, limit } = keyset(QUESTION_ORDER, page);
    return this.database.query<QuestionRow>(Prisma.sql`
      SELECT r.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${QUESTION} FROM question q WHERE q.story_id = k.story_id AND ${matching(criteria)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  /** The next questions of each story from a place on, as many as are asked for, in order. */
  listFrom(places: readonly QuestionPlace[], criteria: QuestionCriteria, limit: number): Promise<QuestionRow[]> {
    return this.database.query<QuestionRow>(Prisma.sql`
      SELECT r.* FROM unnest(${places.map(({ storyId }) => storyId)}::uuid[], ${places.map(({ from }) => from)}::uuid[])
        AS k (story_id, first_id)
      CROSS JOIN LATERAL (
        SELECT ${QUESTION} FROM question q WHERE q.story_id = k.story_id AND q.id >= k.first_id AND ${matching(criteria)}
        ORDER BY q.id LIMIT ${limit}
      ) r ORDER BY r.id`);
  }

  countByStories(storyIds: readonly string[], criteria: QuestionCriteria): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT q.story_id AS owner, count(*) AS count FROM question q
      WHERE q.story_id = ANY(${storyIds}::uuid[]) AND ${matching(criteria)} GROUP BY 1`);
  }

  /** Each subject's questions about these properties. */
  findAbout(subjects: readonly StoryKey[], propertyIds: readonly string[]): Promise<AboutRow[]> {
    return this.database.query<AboutRow>(Prisma.sql`
      SELECT q.story_id AS "storyId", q.id, q.subject_id AS "subjectId", q.property_id AS "propertyId"
      FROM question q JOIN ${keyTable(subjects)} ON q.story_id = k.story_id AND q.subject_id = k.id
      WHERE q.property_id = ANY(${propertyIds}::uuid[]) ORDER BY q.id`);
  }

  /** All questions of each subject: as many as it has properties. */
  findBySubjects(subjects: readonly StoryKey[], criteria: QuestionCriteria): Promise<QuestionRow[]> {
    return this.database.query<QuestionRow>(Prisma.sql`
      SELECT ${QUESTION} FROM question q JOIN ${keyTable(subjects)} ON q.story_id = k.story_id AND q.subject_id = k.id
      WHERE ${matching(criteria)} ORDER BY q.id`);
  }
}

function matching({ disputed, asOf }: QuestionCriteria): Prisma.Sql {
  const asked = Prisma.sql`EXISTS (SELECT FROM claim c WHERE c.story_id = q.story_id AND c.question_id = q.id
    AND ${STANDS} AND ${publishedBy(asOf, Prisma.sql`c.id`)})`;
  return asOf === null ? disputedNow(disputed) : asked;
}

function disputedNow(disputed: boolean | null): Prisma.Sql {
  return disputed === null ? Prisma.sql`TRUE` : Prisma.sql`q.disputed = ${disputed}::boolean`;
}

/** Whether a claim of the question's story had been made by a source that was published by then. */
function publishedBy(asOf: Date | null, claimId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM citation i JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
    WHERE i.story_id = q.story_id AND i.claim_id = ${claimId} AND s.published_at <= ${asOf}::timestamptz)`;
}
