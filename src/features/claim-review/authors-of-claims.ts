import { Prisma } from '../../platform/database/index.js';

/** Fields of a claim's revisions that say what was decided on it; any other is a part of what it says. */
const DECIDED = ['status', 'rank', 'rankReason', 'acknowledged'];

/**
 * The accounts (`author_id`) that wrote any part of a claim, in whatever round of review: who made it, changed what it says,
 * made a citation of it or removed one, accepted a suggestion for it, or proposed a change that was accepted (whoever accepts
 * one decides, and writes nothing).
 */
export function authorsOf(storyId: Prisma.Sql, claimId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT c.created_by_id AS author_id FROM claim c WHERE c.story_id = ${storyId} AND c.id = ${claimId}
    UNION
    SELECT i.created_by_id FROM citation i WHERE i.story_id = ${storyId} AND i.claim_id = ${claimId}
    UNION
    SELECT r.actor_id FROM revision r WHERE r.story_id = ${storyId} AND r.claim_id = ${claimId}
      AND NOT EXISTS (SELECT FROM claim_proposal p
        WHERE p.story_id = r.story_id AND p.claim_id = r.claim_id AND p.made_version = r.version)
      AND EXISTS (SELECT FROM jsonb_array_elements(r.changes) d WHERE d->>'field' <> ALL(${DECIDED}::text[]))
    UNION
    SELECT p.author_id FROM claim_proposal p
    WHERE p.story_id = ${storyId} AND p.claim_id = ${claimId} AND p.status = 'ACCEPTED'
    UNION
    SELECT s.decided_by_id FROM claim_suggestion s
    WHERE s.story_id = ${storyId} AND s.claim_id = ${claimId} AND s.status = 'ACCEPTED'`;
}

/** Whether nobody for whom the same person answers as for an account wrote a part of a claim: `isSecondPerson` in SQL. */
export function isByOthers(storyId: Prisma.Sql, claimId: Prisma.Sql, accountId: string): Prisma.Sql {
  return areOthers(authorsOf(storyId, claimId), accountId);
}

/** The same of the one author of a proposal. */
export function isProposedByOthers(authorId: Prisma.Sql, accountId: string): Prisma.Sql {
  return areOthers(Prisma.sql`SELECT ${authorId} AS author_id`, accountId);
}

function areOthers(authors: Prisma.Sql, accountId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM (${authors}) w JOIN account a ON a.id = w.author_id
    WHERE coalesce(a.responsible_id, a.id) = (
      SELECT coalesce(d.responsible_id, d.id) FROM account d WHERE d.id = ${accountId}::uuid))`;
}
