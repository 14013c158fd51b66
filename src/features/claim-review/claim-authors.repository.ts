import { Injectable } from '@nestjs/common';
import type { Hand } from '../../domain/review/four-eyes.js';
import { Database, keyTable, Prisma, type Reader, type StoryKey } from '../../platform/database/index.js';
import { authorsOf } from './authors-of-claims.js';

/** Somebody who wrote a part of a claim. */
export interface AuthorRow extends StoryKey, Hand {}

/** Who wrote what claims say. */
@Injectable()
export class ClaimAuthorsRepository {
  constructor(private readonly database: Database) {}

  /** Everybody who wrote any part of each claim. */
  findAuthors(claims: readonly StoryKey[], reader: Reader = this.database): Promise<AuthorRow[]> {
    return reader.query<AuthorRow>(Prisma.sql`
      SELECT k.story_id AS "storyId", k.id, a.id AS "accountId", a.responsible_id AS "responsibleId"
      FROM ${keyTable(claims)} CROSS JOIN LATERAL (
        ${authorsOf(Prisma.sql`k.story_id`, Prisma.sql`k.id`)}
      ) w JOIN account a ON a.id = w.author_id`);
  }

  /** Accounts as those that decide or write. */
  findHands(accountIds: readonly string[], reader: Reader = this.database): Promise<Hand[]> {
    return reader.query<Hand>(Prisma.sql`
      SELECT id AS "accountId", responsible_id AS "responsibleId" FROM account WHERE id = ANY(${accountIds}::uuid[])`);
  }
}
