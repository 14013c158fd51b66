import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';

export interface GuessCountRow {
  subjectHash: string;
  guesses: number;
  since: Date;
}

/** How often what was guessed at lately, shared by all processes of the service. */
@Injectable()
export class GuessLimitRepository {
  constructor(private readonly database: Database) {}

  /** Counts one more guess at each subject; one whose count began before `from` begins anew. */
  add(subjectHashes: readonly string[], from: Date, now: Date): Promise<GuessCountRow[]> {
    // In one order, so that two who count the same subjects do not wait for each other in a circle.
    const sorted = [...subjectHashes].sort();
    return this.database.query<GuessCountRow>(Prisma.sql`
      INSERT INTO guess_count AS g (subject_hash, guesses, since)
      SELECT hash, 1, ${now}::timestamptz FROM unnest(${sorted}::text[]) WITH ORDINALITY AS s (hash, place) ORDER BY place
      ON CONFLICT (subject_hash) DO UPDATE SET
        guesses = CASE WHEN g.since <= ${from}::timestamptz THEN 1 ELSE g.guesses + 1 END,
        since = CASE WHEN g.since <= ${from}::timestamptz THEN ${now}::timestamptz ELSE g.since END
      RETURNING subject_hash AS "subjectHash", guesses, since`);
  }

  /** Takes one guess back from each subject, and forgets counts that began before `from`. */
  async takeBack(subjectHashes: readonly string[], from: Date): Promise<void> {
    await this.database.query(Prisma.sql`
      WITH over AS (DELETE FROM guess_count WHERE since <= ${from}::timestamptz AND subject_hash <> ALL (${[...subjectHashes]}::text[]))
      UPDATE guess_count SET guesses = greatest(guesses - 1, 0) WHERE subject_hash = ANY (${[...subjectHashes]}::text[])`);
  }
}
