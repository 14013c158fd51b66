import { Injectable } from '@nestjs/common';
import { LEADING } from '../../domain/condensation/standing.js';
import { findContradictionsOf } from '../../domain/contradiction/compare-claims.js';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import { Database, nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { AnswersService, type PlacedQuestion } from './answers.service.js';
import { DetectionRepository } from './detection.repository.js';

/** Another answer that a claim does not fit with. */
export interface Incompatible {
  readonly claimId: string;
  readonly finding: Finding;
}

/** A question with its answers, by key. */
type QuestionKey = StoryKey & { readonly propertyId: string };

/** Works out on demand what is not stored of a question that has more answers than are all set against each other. */
@Injectable()
export class IncompatibleService {
  constructor(
    private readonly database: Database,
    private readonly answers: AnswersService,
    private readonly repository: DetectionRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /**
   * Every answer to the claim's question that the claim does not fit with, by id; none where the claim takes no part.
   * One statement reads the questions of all claims of a page; time and memory grow with their answers.
   */
  async of(loaders: Loaders, claimId: string, question: QuestionKey): Promise<readonly Incompatible[]> {
    const vocabulary = loaders.sharedBy(loaders, 'vocabulary', () => this.vocabulary.current());
    const load = async (keys: readonly QuestionKey[]): Promise<PlacedQuestion[]> =>
      this.answers.read(this.database, keys, await vocabulary);
    const { property, claims } = await loaders
      .get<QuestionKey, PlacedQuestion>('question.answers', load, nameOfKey)
      .load(question);
    const claim = claims.find(({ id }) => id === claimId);
    if (!claim) return [];
    const others = claims.filter((each) => each !== claim);
    return findContradictionsOf(property, claim, others, (await vocabulary).graph)
      .map((finding) => ({ claimId: finding.members.find((id) => id !== claimId) ?? '', finding }))
      .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
  }

  /** How many answers a question has that take part, where they are more than are all set against each other. */
  async condensed(loaders: Loaders, question: StoryKey): Promise<{ answers: number; leading: number } | null> {
    const load = async (keys: readonly StoryKey[]): Promise<number[]> => {
      const rows = await this.repository.countComparableClaims(this.database, keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row?.count ?? 0);
    };
    const answers = await loaders.get<StoryKey, number>('question.condensation', load, nameOfKey).load(question);
    return answers > LEADING ? { answers, leading: LEADING } : null;
  }
}
