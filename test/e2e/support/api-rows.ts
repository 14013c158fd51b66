import { decodeId } from '../../../src/graphql/node/index.js';
import { Prisma } from '../../../src/platform/database/index.js';
import type { TestApp } from '../../support/start-app.js';
import { World, type ClaimWords } from './api-world.js';

/** Rows of two stories, by their ids as SQL has them. */
export interface Rows {
  readonly story: string;
  readonly otherStory: string;
  readonly subject: string;
  readonly otherSubject: string;
  readonly source: string;
  readonly secondSource: string;
  readonly otherSource: string;
  /** Claims by their kinds of value. */
  readonly claim: Readonly<Record<'QUANTITY' | 'TIME' | 'CONCEPT' | 'BOOLEAN' | 'TEXT' | 'UNKNOWN', string>>;
  readonly otherClaim: string;
  readonly open: string;
  readonly resolved: string;
  readonly agent: string;
  readonly concept: string;
}

const { sql, raw } = Prisma;
/** What the database must refuse: in words, the constraint that does, and a statement that tries. */
export type Violation = readonly [what: string, refusedBy: string, statement: (rows: Rows) => Prisma.Sql];

/** The second source's text, in which characters of two code units come before words. */
export const TEXT = 'Smoke 😀 rose 🛩️ over the shore. Nobody saw it fall.';
/** A claim of each kind of value. */
export const WORDS: Record<keyof Rows['claim'], ClaimWords> = {
  QUANTITY: { quantity: { amount: '38', lowerBound: '30', upperBound: '40' } },
  TIME: { property: 'occurredOn', time: '2024-12-25' },
  CONCEPT: { property: 'cause', concept: 'missile' },
  BOOLEAN: { property: 'jammed', boolean: true },
  TEXT: { property: 'motive', text: 'Unclear.' },
  UNKNOWN: { property: 'aboard', unknown: true },
};

const local = (globalId: string): string => decodeId(globalId)!.id;

/** Makes the rows over the API. */
export async function prepareRows(app: TestApp): Promise<Rows> {
  const world = await World.create(app);
  const other = await world.another();
  const claim: Record<string, string> = {};
  for (const [kind, words] of Object.entries(WORDS)) claim[kind] = local((await world.claim(words)).claim.id);
  const rivals = [await world.claim({ quantity: '50' }), await world.claim({ quantity: '60' })];
  const [open, resolved] = rivals.map(({ contradictions }) => contradictions[0].id as string);
  await world.resolve(resolved!, { outcome: 'BOTH_STAND' });
  return {
    story: local(world.story),
    otherStory: local(other.story),
    subject: local(world.subject),
    otherSubject: local(await world.addSubject('Another')),
    source: local(world.source),
    secondSource: local(await world.addSource({ text: TEXT })),
    otherSource: local(other.source),
    claim: claim as Rows['claim'],
    otherClaim: local((await other.claim({ quantity: '38' })).claim.id),
    open: local(open!),
    resolved: local(resolved!),
    agent: local(await world.agent('A paper')),
    concept: local(world.concept('missile')),
  };
}

/** Copies a row, with other values in some columns and a new id. */
export function copy(table: string, columns: Readonly<Record<string, string>>, where: Prisma.Sql): Prisma.Sql {
  const changes = Object.entries({ id: 'gen_random_uuid()', ...columns }).map(([name, value]) => `'${name}', ${value}`);
  return sql`INSERT INTO ${raw(table)} SELECT (jsonb_populate_record(t, jsonb_build_object(${raw(changes.join(', '))}))).*
    FROM ${raw(table)} t WHERE ${where} LIMIT 1`;
}

/** Changes columns of rows. */
export function set(table: string, assignment: string, where: Prisma.Sql): Prisma.Sql {
  return sql`UPDATE ${raw(table)} t SET ${raw(assignment)} WHERE ${where}`;
}

/** The row with this id. */
export const is = (id: string): Prisma.Sql => sql`t.id = ${id}::uuid`;
/** The rows that belong to a claim. */
export const ofClaim = (id: string): Prisma.Sql => sql`t.claim_id = ${id}::uuid`;
/** An id within a text of SQL. */
export const quoted = (id: string): string => `'${id}'::uuid`;

/** The constraint that refuses a statement, or the message of the trigger that does; "nothing" where nothing does. */
export async function refusedBy({ database }: TestApp, statement: Prisma.Sql): Promise<string> {
  try {
    await database.query(statement);
  } catch (error) {
    const { constraint, message } = error as { constraint?: string; message: string };
    return constraint ?? message;
  }
  return 'nothing';
}
