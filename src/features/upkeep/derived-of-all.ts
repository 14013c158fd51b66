import { Prisma } from '../../platform/database/index.js';
import { wrongRows, type Derived } from './derived.js';

/** Agents with the topmost of what they are part of, below a GROUP. */
const GROUPED = Prisma.sql`(
  WITH RECURSIVE above AS (
    SELECT a.id, a.id AS group_id FROM agent a LEFT JOIN agent p ON p.id = a.part_of_id
    WHERE p.id IS NULL OR p.kind = 'GROUP'
    UNION ALL
    SELECT a.id, above.group_id FROM above JOIN agent p ON p.id = above.id AND p.kind <> 'GROUP'
    JOIN agent a ON a.part_of_id = p.id)
  SELECT a.id, a.name, a.group_id AS stored, above.group_id AS actual FROM agent a JOIN above ON above.id = a.id) g`;

/** What is shared by all stories. */
const AGENTS: Derived<null> = {
  what: 'agent',
  find: () =>
    wrongRows(
      { groupId: [Prisma.sql`g.stored`, Prisma.sql`g.actual`] },
      { id: Prisma.sql`g.id`, told: Prisma.sql`g.name`, rows: GROUPED },
    ),
  mend: () => [
    Prisma.sql`UPDATE agent SET group_id = g.actual FROM ${GROUPED} WHERE agent.id = g.id AND g.stored <> g.actual`,
  ],
};

const WORKED_THROUGH = Prisma.sql`(
  SELECT r.id, r.cause, r.done AS stored, r.total - r.failed - (
    SELECT count(*) FROM reexamination_subject w WHERE w.reexamination_id = r.id)::int AS actual
  FROM reexamination r) g`;

const REEXAMINATIONS: Derived<null> = {
  what: 're-examination',
  find: () =>
    wrongRows(
      { done: [Prisma.sql`g.stored`, Prisma.sql`g.actual`] },
      { id: Prisma.sql`g.id`, told: Prisma.sql`g.cause`, rows: WORKED_THROUGH },
    ),
  mend: () => [
    Prisma.sql`
      UPDATE reexamination r SET done = g.actual,
        started_at = CASE WHEN g.actual + failed > 0 THEN coalesce(started_at, created_at) END,
        finished_at = CASE WHEN g.actual + failed = total THEN coalesce(finished_at, started_at, created_at) END
      FROM ${WORKED_THROUGH} WHERE r.id = g.id AND g.stored <> g.actual`,
  ],
};

export const DERIVED_OF_ALL = [AGENTS, REEXAMINATIONS] as const;

/** A story's sources with the first of the chain that each was derived through. */
const originated = (storyId: string): Prisma.Sql => Prisma.sql`(
  WITH RECURSIVE chain AS (
    SELECT s.id, s.id AS origin_id FROM source s WHERE s.story_id = ${storyId}::uuid AND s.derived_from_id IS NULL
    UNION ALL
    SELECT s.id, chain.origin_id FROM chain
    JOIN source s ON s.story_id = ${storyId}::uuid AND s.derived_from_id = chain.id)
  SELECT s.id, s.title, s.origin_id AS stored, chain.origin_id AS actual
  FROM source s JOIN chain ON chain.id = s.id WHERE s.story_id = ${storyId}::uuid) g`;

export const SOURCES: Derived<string> = {
  what: 'source',
  find: (storyId) =>
    wrongRows(
      { originId: [Prisma.sql`g.stored`, Prisma.sql`g.actual`] },
      { id: Prisma.sql`g.id`, told: Prisma.sql`g.title`, rows: originated(storyId) },
    ),
  mend: (storyId) => [
    Prisma.sql`
      UPDATE source SET origin_id = g.actual FROM ${originated(storyId)}
      WHERE source.story_id = ${storyId}::uuid AND source.id = g.id AND g.stored <> g.actual`,
  ],
};
