import { Injectable } from '@nestjs/common';
import type { Hand } from '../../domain/review/four-eyes.js';
import { Database, keyTable, Prisma, type Reader, type StoryKey } from '../../platform/database/index.js';

/** Somebody who wrote a part of a claim. */
export interface AuthorRow extends StoryKey, Hand {}

/** Fields of a claim's revisions that say what was decided on it; any other is a part of what it says. */
const DECIDED = ['status', 'rank', 'rankReason', 'acknowledged'];

/** Who wrote what claims say. */
@Injectable()
export class ClaimAuthorsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Everybody who wrote any part of each claim, in whatever round of review: who made it, changed what it says, made a
   * citation of it or removed one, or accepted a suggestion for it.
   */
  findAuthors(claims: readonly StoryKey[], reader: Reader = this.database): Promise<AuthorRow[]> {
    return reader.query<AuthorRow>(Prisma.sql`
      SELECT k.story_id AS "storyId", k.id, a.id AS "accountId", a.responsible_id AS "responsibleId"
      FROM ${keyTable(claims)} CROSS JOIN LATERAL (
        SELECT c.created_by_id AS author_id FROM claim c WHERE c.story_id = k.story_id AND c.id = k.id
        UNION
        SELECT i.created_by_id FROM citation i WHERE i.story_id = k.story_id AND i.claim_id = k.id
        UNION
        SELECT r.actor_id FROM revision r WHERE r.story_id = k.story_id AND r.claim_id = k.id
          AND EXISTS (SELECT FROM jsonb_array_elements(r.changes) d WHERE d->>'field' <> ALL(${DECIDED}::text[]))
        UNION
        SELECT s.decided_by_id FROM claim_suggestion s
        WHERE s.story_id = k.story_id AND s.claim_id = k.id AND s.status = 'ACCEPTED'
      ) w JOIN account a ON a.id = w.author_id`);
  }

  /** Accounts as those that decide or write. */
  findHands(accountIds: readonly string[], reader: Reader = this.database): Promise<Hand[]> {
    return reader.query<Hand>(Prisma.sql`
      SELECT id AS "accountId", responsible_id AS "responsibleId" FROM account WHERE id = ANY(${accountIds}::uuid[])`);
  }
}
