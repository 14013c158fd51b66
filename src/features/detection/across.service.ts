import { Injectable } from '@nestjs/common';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import { examineTied } from '../../domain/examination/examine-tied.js';
import type { Ties } from '../../domain/examination/ties.js';
import type { Transaction } from '../../platform/database/index.js';
import { AnswersService, type PlacedQuestion, type TouchedQuestion } from './answers.service.js';
import {
  DetectionRepository,
  type PlacedFinding,
  type StoredContradictionRow,
  type TiedQuestionRow,
} from './detection.repository.js';
import type { Ground } from './ground.js';

/** What is found beyond pairs of answers to one question, and what is stored of it. */
export interface Across {
  readonly found: readonly PlacedFinding[];
  /** All that has to become equal to what is found. */
  readonly stored: readonly StoredContradictionRow[];
  /** The questions that were looked at, as they were. */
  readonly questions: readonly Pick<TiedQuestionRow, 'id' | 'searchExhausted'>[];
  /** Whether the search stopped before it had seen everything. */
  readonly exhausted: boolean;
}

/** Claims of a question that were written, with what has been read of them already. */
export interface Written extends TouchedQuestion {
  /** The stored contradictions of the claims that no pairwise rule finds. */
  readonly stored: readonly StoredContradictionRow[];
}

const NO_TIES: Ties = { identities: [], orders: [], properties: [] };

/** Looks for what does not fit across questions that are tied, and among parts and wholes of one. */
@Injectable()
export class AcrossService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly answers: AnswersService,
  ) {}

  /** Reads nothing where the property is tied to no other, unless the search through its parts was or is cut short. */
  search(tx: Transaction, ground: Ground, written: Written): Promise<Across> {
    const tied = ground.vocabulary.tied.get(ground.property.id);
    return tied ? this.amongTied(tx, ground, written, tied.propertyIds) : this.withinOne(tx, ground, written);
  }

  private async amongTied(
    tx: Transaction,
    { storyId, subjectId, property, vocabulary }: Ground,
    { question, stored }: Written,
    propertyIds: readonly string[],
  ): Promise<Across> {
    const rows = await this.repository.findTiedQuestions(tx, storyId, subjectId, propertyIds);
    const others = rows.filter(({ id }) => id !== question.id).map((row) => ({ storyId, ...row }));
    const questions = [question, ...(await this.answers.read(tx, others, vocabulary))];
    const ties = vocabulary.tied.get(property.id)?.ties ?? NO_TIES;
    const { findings, exhausted } = examineTied(questions, ties, vocabulary.graph);
    const across = await this.repository.findContradictionsAcross(
      tx,
      storyId,
      rows.map(({ id }) => id),
    );
    // Where an identity has gone, the claim may still be in a contradiction with one that it is no longer tied to.
    const ids = new Set(across.map(({ id }) => id));
    return {
      found: placed(findings, questions),
      stored: [...across, ...stored.filter(({ id }) => !ids.has(id))],
      questions: rows,
      exhausted,
    };
  }

  /**
   * Sets that none of the claims is in stay as they are: a set does not fit, and is as small as it can be, whatever else is
   * claimed. Only a search that is cut short may find others than before.
   */
  private async withinOne(
    tx: Transaction,
    { storyId, searchExhausted, vocabulary }: Ground,
    { changed, question, stored }: Written,
  ): Promise<Across> {
    const questions = [{ id: question.id, searchExhausted }];
    if (!question.property.additive) return { found: [], stored, questions, exhausted: false };
    const { findings, exhausted } = examineTied([question], NO_TIES, vocabulary.graph);
    if (exhausted || searchExhausted) {
      const all = await this.repository.findContradictionsAcross(tx, storyId, [question.id]);
      return { found: placed(findings, [question]), stored: all, questions, exhausted };
    }
    const own = findings.filter(({ members }) => members.some((id) => changed.has(id)));
    return { found: placed(own, [question]), stored, questions, exhausted };
  }
}

/** Findings with the questions that their members answer. */
export function placed(findings: readonly Finding[], questions: readonly PlacedQuestion[]): PlacedFinding[] {
  const questionOf = new Map(questions.flatMap(({ id, claims }) => claims.map((claim) => [claim.id, id])));
  return findings.map((finding) => ({
    finding,
    questionIds: [...new Set(finding.members.flatMap((member) => questionOf.get(member) ?? []))],
  }));
}
