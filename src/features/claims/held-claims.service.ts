import { Injectable } from '@nestjs/common';
import { encodeId, notFound } from '../../graphql/node/index.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import type { Ground } from '../detection/index.js';
import { RevisionsService } from '../revisions/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import { QuestionsRepository } from './questions.repository.js';

/** A claim that nobody else changes until the transaction ends, with what comparing it needs. */
export interface HeldClaim {
  readonly claim: ClaimRow;
  readonly ground: Ground;
}

/** Holds claims still for a change. */
@Injectable()
export class HeldClaimsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly questions: QuestionsRepository,
    private readonly vocabulary: VocabularyService,
    private readonly revisions: RevisionsService,
  ) {}

  /**
   * Locks a claim's question, which all its writers queue at, and reads the claim.
   * @param field where the claim is named, for the error that it is not there
   * @throws UserErrors NOT_FOUND
   */
  async hold(tx: Transaction, key: StoryKey, field: readonly string[], now: Date): Promise<HeldClaim> {
    const vocabulary = await this.vocabulary.holdStill(tx);
    const { storyId, subjectId, propertyId } = await this.require(tx, key, field);
    const place = { storyId, subjectId, propertyId };
    const locked = await this.questions.lock(tx, place, vocabulary.tied.has(propertyId), now);
    const property = vocabulary.propertiesById.get(propertyId);
    if (!property) throw new Error('A claim has a property that the vocabulary lacks.');
    // Somebody may have changed it before the question was locked.
    const claim = await this.require(tx, key, field);
    return { claim, ground: { ...place, ...locked, property, vocabulary } };
  }

  /**
   * Refuses a change that was made from an older version of a claim.
   * @throws UserErrors STALE_VERSION, saying what was changed since, by whom, and what the claim is now
   */
  async requireVersion(tx: Transaction, claim: ClaimRow, expected: number): Promise<void> {
    if (claim.version === expected) return;
    const { version, statement, status, rank } = claim;
    const [what, now] = [`claim ${encodeId('Claim', claim)}`, `"${statement}", ${status}, ranked ${rank}`];
    throw await this.revisions.stale(tx, 'claim', claim, { expected, version, what, now });
  }

  private async require(tx: Transaction, key: StoryKey, field: readonly string[]): Promise<ClaimRow> {
    const [claim] = await this.claims.findByKeys([key], tx);
    if (!claim) throw notFound('Claim', field);
    return claim;
  }
}
