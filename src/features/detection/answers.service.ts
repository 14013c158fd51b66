import { Injectable } from '@nestjs/common';
import type { Question } from '../../domain/claim/question.js';
import { canBeCorrected } from '../../domain/contradiction/rules/figure-corrected.js';
import type { Transaction } from '../../platform/database/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import { toComparableClaims, toProperty } from './comparable-claim.mapper.js';
import { DetectionRepository } from './detection.repository.js';
import { SpeakersRepository } from './speakers.repository.js';

/** A question with its place in the database. */
export interface PlacedQuestion extends Question {
  readonly id: string;
}

/** Reads questions as the engine sees them. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly speakers: SpeakersRepository,
  ) {}

  /**
   * Questions of one story with every answer that raises contradictions, in the order given. One statement for all of
   * them, and one more for those where it matters who gives the answers.
   */
  async read(
    tx: Transaction,
    storyId: string,
    questions: readonly { readonly id: string; readonly propertyId: string }[],
    vocabulary: VocabularySnapshot,
  ): Promise<PlacedQuestion[]> {
    if (questions.length === 0) return [];
    const asked = questions.map(({ id, propertyId }) => {
      const property = vocabulary.propertiesById.get(propertyId);
      if (!property) throw new Error('A question has a property that the vocabulary lacks.');
      return { id, property: toProperty(property) };
    });
    const ids = asked.map(({ id }) => id);
    const correctable = asked.filter(({ property }) => canBeCorrected(property)).map(({ id }) => id);
    const rows = await this.repository.findComparableClaims(tx, storyId, ids);
    const speakers = correctable.length > 0 ? await this.speakers.findByQuestions(tx, storyId, correctable) : null;
    return asked.map(({ id, property }) => ({
      id,
      property,
      claims: toComparableClaims(
        rows.filter(({ questionId }) => questionId === id),
        correctable.includes(id) ? speakers : null,
      ),
    }));
  }
}
