import { Injectable } from '@nestjs/common';
import { isSecondPerson, type Hand } from '../../domain/review/four-eyes.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { nameOfKey, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ClaimAuthorsRepository } from './claim-authors.repository.js';

/** Why somebody cannot approve what they wrote themselves. */
export const OWN_WORK =
  'Whoever wrote any part of a claim cannot approve it, and you did, yourself or through a service that you answer for: somebody else has to.';

/** Whether whoever decides on a claim wrote no part of it. */
@Injectable()
export class FourEyesService {
  constructor(private readonly authors: ClaimAuthorsRepository) {}

  /**
   * Refuses a decision on the asker's own work. Runs under the lock on the claim's question, so that nobody writes another
   * part of it meanwhile.
   * @throws UserErrors OWN_WORK
   */
  async require(tx: Transaction, claim: StoryKey, viewer: ActingViewer): Promise<void> {
    const [hand] = await this.authors.findHands([viewer.accountId], tx);
    if (hand && isSecondPerson(hand, await this.authors.findAuthors([claim], tx))) return;
    throw userError(UserErrorCode.OWN_WORK, OWN_WORK, ['id']);
  }

  /**
   * Refuses a decision on what the asker proposed, or a service that the asker answers for.
   * @throws UserErrors OWN_WORK
   */
  async requireOther(tx: Transaction, authorId: string, viewer: ActingViewer): Promise<void> {
    const hands = await this.authors.findHands([viewer.accountId, authorId], tx);
    const hand = hands.find(({ accountId }) => accountId === viewer.accountId);
    const author = hands.find(({ accountId }) => accountId === authorId);
    if (hand && author && isSecondPerson(hand, [author])) return;
    const message =
      'Whoever proposed a change cannot accept it, and you did, yourself or through a service that you answer for: somebody else has to.';
    throw userError(UserErrorCode.OWN_WORK, message, ['id']);
  }

  /**
   * Refuses what only the author of a proposal may do, or the person who answers for a service that made it.
   * @throws UserErrors NOT_ALLOWED
   */
  async requireAnswering(tx: Transaction, authorId: string, { accountId }: ActingViewer): Promise<void> {
    const [author] = await this.authors.findHands([authorId], tx);
    if (author && (author.accountId === accountId || author.responsibleId === accountId)) return;
    const message = 'Only its author can withdraw a proposal, or who answers for the service that made it.';
    throw userError(UserErrorCode.NOT_ALLOWED, message, ['id']);
  }

  /** Whether the asker wrote no part of a claim, for many claims in one statement. */
  async holds(loaders: Loaders, claim: StoryKey, { accountId }: ActingViewer): Promise<boolean> {
    const loadAuthors = async (keys: readonly StoryKey[]) =>
      groupedBy(keys, await this.authors.findAuthors(keys), nameOfKey, nameOfKey);
    const loadHands = async (ids: readonly string[]) =>
      inOrderOf(ids, await this.authors.findHands(ids), ({ accountId: id }) => id, String);
    const [authors, hand] = await Promise.all([
      loaders.get<StoryKey, readonly Hand[]>('claim.authors', loadAuthors, nameOfKey).load(claim),
      loaders.get<string, Hand | null>('hand', loadHands).load(accountId),
    ]);
    return hand !== null && isSecondPerson(hand, authors);
  }
}
