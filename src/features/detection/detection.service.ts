import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { AcrossService, type Across } from './across.service.js';
import { AnswersService, type PlacedQuestion, type TouchedQuestion } from './answers.service.js';
import { DetectionRepository, type StoredContradictionRow } from './detection.repository.js';
import type { Ground, GroundChange } from './ground.js';
import { PairsService, type Pairs } from './pairs.service.js';
import { isAcross, StoredContradictions } from './stored-contradictions.js';

/** What a search has found, with what was stored of the changed claims before. */
interface Searched {
  readonly pairs: Pairs;
  readonly across: readonly Across[];
}

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
    private readonly pairs: PairsService,
    private readonly across: AcrossService,
    private readonly contradictions: StoredContradictions,
  ) {}

  /**
   * Compares a claim that is new or has changed with the other answers to its question and with those to the questions
   * that are tied to it, and stores what differs from what is stored. The cost grows with the number of distinct
   * answers, not with citations or the story's size.
   * @returns the ids of the contradictions that this raised or raised again
   */
  examine(tx: Transaction, ground: Ground, claimId: string, now: Date): Promise<string[]> {
    return this.examineAll(tx, [{ ground, changed: new Set([claimId]) }], now);
  }

  /**
   * As {@link examine} for many claims of one story at once: each question is read and compared once, and each kind of
   * row is written in one statement. What is stored afterwards does not depend on how the claims came together.
   * @param changes each question once
   */
  async examineAll(tx: Transaction, changes: readonly GroundChange[], now: Date): Promise<string[]> {
    const [first] = changes;
    if (!first) return [];
    const { storyId, vocabulary } = first.ground;
    const asked = changes.map(({ ground }) => ({ storyId, id: ground.questionId, propertyId: ground.property.id }));
    const questions = await this.answers.read(tx, asked, vocabulary);
    const touched = changes.flatMap(({ changed }, i) => (questions[i] ? [{ question: questions[i], changed }] : []));
    const changed = touched.flatMap((each) => [...each.changed]);
    const known = await this.repository.findContradictionsOf(tx, storyId, changed);

    const [knownAcross, knownPairs] = [known.filter(isAcross), known.filter((row) => !isAcross(row))];
    const pairs = await this.pairs.search(tx, storyId, touched, knownPairs, vocabulary);
    const across = await this.searchAcross(tx, changes, touched, knownAcross);
    return this.store(tx, storyId, { pairs, across }, now);
  }

  /**
   * Searches anew for what does not fit beyond pairs of answers to a question, where not its answers have changed but what
   * they have to add up to.
   * @returns the ids of the contradictions that this raised or raised again
   */
  async examineSums(tx: Transaction, ground: Ground, now: Date): Promise<string[]> {
    const { storyId, questionId, property, vocabulary } = ground;
    const [question] = await this.answers.read(tx, [{ storyId, id: questionId, propertyId: property.id }], vocabulary);
    if (!question) return [];
    const changed = new Set(question.claims.map(({ id }) => id));
    const stored = await this.repository.findContradictionsAcross(tx, storyId, [questionId]);
    const across = await this.across.search(tx, ground, { question, changed, stored });
    return this.store(tx, storyId, { pairs: { found: [], stored: [] }, across: [across] }, now);
  }

  private async store(tx: Transaction, storyId: string, { pairs, across }: Searched, now: Date): Promise<string[]> {
    const found = [...pairs.found, ...across.flatMap((each) => each.found)];
    const stored = [...pairs.stored, ...distinct(across.flatMap((each) => each.stored))];
    const { raised, lapsed } = await this.contradictions.bringUpTo(tx, storyId, found, stored, now);
    const questionIds = across.flatMap((each) => each.questions.map(({ id }) => id));
    // Until the subject is examined again a claim may be in a contradiction with one that it is not tied to any more.
    const acrossQuestions = new Set(across.flatMap((each) => each.stored.map(({ id }) => id)));
    const apart = lapsed.filter((id) => acrossQuestions.has(id));
    if (apart.length > 0)
      questionIds.push(...(await this.repository.lockOtherQuestions(tx, storyId, apart, questionIds)));
    if (found.length > 0 || stored.length > 0) await this.repository.refreshDisputed(tx, storyId, questionIds);
    for (const { questions: searched, exhausted } of across) {
      const ids = searched.filter(({ searchExhausted }) => searchExhausted !== exhausted).map(({ id }) => id);
      if (ids.length > 0) await this.repository.markExhausted(tx, storyId, ids, exhausted);
    }
    return [...raised];
  }

  /** Searches across questions, once for those that are tied to each other. */
  private async searchAcross(
    tx: Transaction,
    changes: readonly GroundChange[],
    touched: readonly TouchedQuestion[],
    stored: readonly StoredContradictionRow[],
  ): Promise<Across[]> {
    const groups = new Map<string, { ground: Ground; question: PlacedQuestion; changed: Set<string> }>();
    touched.forEach(({ question, changed }, i) => {
      const ground = changes[i]?.ground;
      if (!ground) return;
      const tied = ground.vocabulary.tied.get(ground.property.id)?.propertyIds.toSorted().join(' ');
      const name = tied === undefined ? question.id : `${ground.subjectId} ${tied}`;
      const group = groups.get(name) ?? { ground, question, changed: new Set<string>() };
      for (const id of changed) group.changed.add(id);
      groups.set(name, group);
    });
    const storedOf = byMember(stored);
    const results: Across[] = [];
    // One after another: a transaction has one connection.
    for (const { ground, question, changed } of groups.values()) {
      const own = distinct([...changed].flatMap((id) => storedOf.get(id) ?? []));
      results.push(await this.across.search(tx, ground, { question, changed, stored: own }));
    }
    return results;
  }

  /** Notes on the claims' settled contradictions that evidence came after the decision. */
  markNewEvidence(tx: Transaction, storyId: string, claimIds: readonly string[], now: Date): Promise<void> {
    return this.repository.markNewEvidence(tx, storyId, claimIds, now);
  }

  /** Brings `disputed` of questions up to date after contradictions of theirs were decided. */
  refreshDisputed(tx: Transaction, storyId: string, questionIds: readonly string[]): Promise<void> {
    return this.repository.refreshDisputed(tx, storyId, questionIds);
  }
}

function byMember(rows: readonly StoredContradictionRow[]): ReadonlyMap<string, StoredContradictionRow[]> {
  const rowsOf = new Map<string, StoredContradictionRow[]>();
  for (const row of rows) {
    for (const id of row.memberKey.split(' ')) rowsOf.set(id, [...(rowsOf.get(id) ?? []), row]);
  }
  return rowsOf;
}

function distinct(rows: readonly StoredContradictionRow[]): StoredContradictionRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
