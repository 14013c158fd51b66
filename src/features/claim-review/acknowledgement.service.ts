import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { encodeId, idsOf, requireIds } from '../../graphql/node/index.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import type { FieldChange } from '../revisions/index.js';
import { OpenConflictsRepository, type OpenConflictRow } from './open-conflicts.repository.js';

const FIELD = 'acknowledgedContradictions';

/** Publishing in spite of conflicts: only by saying so, on record. */
@Injectable()
export class AcknowledgementService {
  constructor(private readonly conflicts: OpenConflictsRepository) {}

  /**
   * Refuses to publish what a claim says while it is in a conflict that nobody has settled and that is not acknowledged. Runs
   * under the lock on the claim's question, without which no contradiction of it comes or goes.
   * @param given ids of contradictions, or of the claims that it conflicts with: what a change itself raises has no id before
   * @returns what the revision tells of it
   * @throws UserErrors UNACKNOWLEDGED_CONFLICT, naming all that are missing
   */
  async require(tx: Transaction, claim: StoryKey, given: readonly string[]): Promise<FieldChange[]> {
    const claims = new Set<string>();
    const contradictions = new Set<string>();
    given.forEach((globalId, i) => {
      const rival = idsOf('Claim', globalId);
      if (rival) claims.add(rival.id);
      else contradictions.add(requireIds('Contradiction', globalId, [FIELD, String(i)]).id);
    });
    const open = await this.conflicts.findOfClaim(tx, claim);
    const missing = open.filter(
      ({ id, others }) => !contradictions.has(id) && !others.every((other) => claims.has(other)),
    );
    if (missing.length > 0) throw userError(UserErrorCode.UNACKNOWLEDGED_CONFLICT, refusalOf(missing), [FIELD]);
    // Ids alone: what the other claims say may not be published.
    const after = open.map((row) => encodeId('Contradiction', row)).join(', ');
    return open.length === 0 ? [] : [{ field: 'acknowledged', before: null, after }];
  }
}

function refusalOf(missing: readonly OpenConflictRow[]): string {
  const told = missing.map((row) => {
    const rivals = row.others.map((id) => encodeId('Claim', { storyId: row.storyId, id })).join(' and ');
    return `${encodeId('Contradiction', row)} (with ${rivals}): ${row.explanation}`;
  });
  return `The claim is in conflicts that are not settled. To publish it all the same, name them in ${FIELD}: ${told.join('; ')}`;
}
