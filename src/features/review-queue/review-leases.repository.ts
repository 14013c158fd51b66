import { Injectable } from '@nestjs/common';
import { AdvisoryLock, Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { LEASE_MINUTES } from './lease-minutes.js';
import type { ReviewedType } from './review-queue.repository.js';

/** Leases of the review queue. Time is the database's, the same for all processes. */
@Injectable()
export class ReviewLeasesRepository {
  /** Lets whoever hands out or takes items do so one after another, until the transaction ends. */
  async queueUp(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock(${AdvisoryLock.REVIEW_LEASES}::bigint)`);
  }

  /**
   * Gives somebody an item, or more time with it.
   * @returns whether nobody else has it at hand
   */
  async take(tx: Transaction, { storyId, id }: StoryKey, object: ReviewedType, holderId: string): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      INSERT INTO review_lease AS l (story_id, object_id, object, holder_id, expires_at)
      VALUES (${storyId}::uuid, ${id}::uuid, ${object}::review_object, ${holderId}::uuid,
        clock_timestamp() + make_interval(mins => ${LEASE_MINUTES}::int))
      ON CONFLICT (story_id, object_id) DO UPDATE SET holder_id = excluded.holder_id, expires_at = excluded.expires_at
      WHERE l.holder_id = excluded.holder_id OR l.expires_at <= clock_timestamp()
      RETURNING l.object_id`);
    return rows.length > 0;
  }

  async giveBack(tx: Transaction, { storyId, id }: StoryKey, holderId: string): Promise<void> {
    await tx.query(Prisma.sql`
      DELETE FROM review_lease
      WHERE story_id = ${storyId}::uuid AND object_id = ${id}::uuid AND holder_id = ${holderId}::uuid`);
  }

  /** Removes what has run out: nobody is handed it back, so nothing else does. */
  async clear(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`DELETE FROM review_lease WHERE expires_at <= clock_timestamp()`);
  }
}

/** Whether nobody but this account has row `t` at hand. */
export function isFree(holderId: string): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM review_lease l WHERE l.story_id = t.story_id AND l.object_id = t.id
    AND l.holder_id <> ${holderId}::uuid AND l.expires_at > clock_timestamp())`;
}
