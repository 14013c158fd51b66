import { Injectable } from '@nestjs/common';
import { findContradictionsOf } from '../../domain/contradiction/compare-claims.js';
import type { Transaction } from '../../platform/database/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import { AcrossService, placed } from './across.service.js';
import { AnswersService, type PlacedQuestion } from './answers.service.js';
import { DetectionRepository } from './detection.repository.js';
import type { Ground } from './ground.js';
import { isAcross, StoredContradictions } from './stored-contradictions.js';

/**
 * Keeps the stored contradictions equal to what the engine finds. Runs inside the transaction that writes a claim and
 * after that transaction has locked the claim's question (and, where the property is tied to others, its subject), so
 * that writers who contradict each other at the same instant cannot all miss it.
 */
@Injectable()
export class DetectionService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly answers: AnswersService,
    private readonly across: AcrossService,
    private readonly contradictions: StoredContradictions,
  ) {}

  /**
   * Compares a claim that is new or has changed with the other answers to its question and with those to the questions
   * that are tied to it, and stores what differs from what is stored. The cost grows with the number of distinct
   * answers, not with citations or the story's size.
   * @returns the ids of the contradictions that this raised or raised again
   */
  async examine(tx: Transaction, ground: Ground, claimId: string, now: Date): Promise<string[]> {
    const { storyId, questionId, property, vocabulary } = ground;
    const asked = [{ id: questionId, propertyId: property.id }];
    const [question] = await this.answers.read(tx, storyId, asked, vocabulary);
    if (!question) throw new Error('A question that was asked for was not read.');
    const known = await this.repository.findContradictionsOf(tx, storyId, claimId);
    const across = await this.across.search(tx, ground, { claimId, question, stored: known.filter(isAcross) });
    const found = [...pairsOf(question, claimId, vocabulary), ...across.found];
    const stored = [...known.filter((row) => !isAcross(row)), ...across.stored];
    const raised = await this.contradictions.bringUpTo(tx, storyId, found, stored, now);

    const questionIds = across.questions.map(({ id }) => id);
    if (found.length > 0 || stored.length > 0) await this.repository.refreshDisputed(tx, storyId, questionIds);
    if (across.questions.some(({ searchExhausted }) => searchExhausted !== across.exhausted)) {
      await this.repository.markExhausted(tx, storyId, questionIds, across.exhausted);
    }
    return raised;
  }

  /** Notes on the claim's settled contradictions that evidence came after the decision. */
  markNewEvidence(tx: Transaction, storyId: string, claimId: string, now: Date): Promise<void> {
    return this.repository.markNewEvidence(tx, storyId, claimId, now);
  }

  /** Brings `disputed` of questions up to date after contradictions of theirs were decided. */
  refreshDisputed(tx: Transaction, storyId: string, questionIds: readonly string[]): Promise<void> {
    return this.repository.refreshDisputed(tx, storyId, questionIds);
  }
}

/** What does not fit between one claim of a question and each of the others; nothing where the claim takes no part. */
function pairsOf(question: PlacedQuestion, claimId: string, vocabulary: VocabularySnapshot) {
  const claim = question.claims.find((each) => each.id === claimId);
  if (!claim) return [];
  const others = question.claims.filter((each) => each !== claim);
  return placed(findContradictionsOf(question.property, claim, others, vocabulary.graph), [question]);
}
