import { Injectable } from '@nestjs/common';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';

/** A conflict of a claim that is not settled. */
export interface OpenConflictRow extends StoryKey {
  explanation: string;
  /** Ids of the claims that the claim conflicts with. */
  others: string[];
}

@Injectable()
export class OpenConflictsRepository {
  /** The contradictions of a claim that are conflicts and not settled, oldest first. */
  findOfClaim(tx: Transaction, claim: StoryKey): Promise<OpenConflictRow[]> {
    return tx.query<OpenConflictRow>(Prisma.sql`
      SELECT x.story_id AS "storyId", x.id, x.explanation, ARRAY(
          SELECT o.claim_id FROM contradiction_member o
          WHERE o.story_id = x.story_id AND o.contradiction_id = x.id AND o.claim_id <> m.claim_id ORDER BY 1
        ) AS others
      FROM contradiction_member m JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
      WHERE m.story_id = ${claim.storyId}::uuid AND m.claim_id = ${claim.id}::uuid
        AND x.strength = 'CONFLICT' AND x.status IN ('OPEN', 'IN_REVIEW')
      ORDER BY x.id`);
  }
}
