import { Injectable } from '@nestjs/common';
import type { Claim } from '../../domain/claim/claim.js';
import { canBeCorrected } from '../../domain/contradiction/rules/figure-corrected.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PropertyRow } from '../vocabulary/index.js';
import { toComparableClaims } from './comparable-claim.mapper.js';
import { DetectionRepository } from './detection.repository.js';
import { SpeakersRepository } from './speakers.repository.js';

/** The answers to a question as the engine sees them. */
@Injectable()
export class ComparableClaimsService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly speakers: SpeakersRepository,
  ) {}

  /** One statement, and one more where it matters who gives the answers. */
  async ofQuestion(tx: Transaction, storyId: string, questionId: string, property: PropertyRow): Promise<Claim[]> {
    const rows = await this.repository.findComparableClaims(tx, storyId, questionId);
    const speakers = canBeCorrected(property) ? await this.speakers.findByQuestions(tx, storyId, [questionId]) : null;
    return toComparableClaims(rows, speakers);
  }
}
