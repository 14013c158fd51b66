import { Injectable } from '@nestjs/common';
import { badUserInput } from '../../graphql/errors/index.js';
import type { ConnectionOf, PageArgs } from '../../graphql/connections/index.js';
import { idsOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import type { CompetingHypothesesType, EvidenceType, HypothesisType } from './graphql/hypotheses.types.js';
import { toCompetingHypotheses, type MatrixRows } from './matrix.mapper.js';
import { MatrixRepository } from './matrix.repository.js';
import { pageByScore, type ScoreOrder } from './page-by-score.js';

/** Above every sum of inconsistencies, and as JSON can write it: hypotheses that nothing was graded against come last. */
const NOT_GRADED = Number.MAX_SAFE_INTEGER;

const LEAST_INCONSISTENT: ScoreOrder<HypothesisType> = {
  key: 'inconsistency',
  scoreOf: ({ inconsistency }) => inconsistency ?? NOT_GRADED,
};

/** What compares nothing comes after what compares hypotheses and finds no difference; what does not count, after that. */
const MOST_DIAGNOSTIC: ScoreOrder<EvidenceType> = {
  key: 'diagnosticity',
  scoreOf: ({ diagnosticity, counts }) => (counts ? -(diagnosticity ?? -1) : 2),
};

/** Answers to a question, weighed against evidence by each editor or by all of them. */
@Injectable()
export class HypothesesService {
  constructor(private readonly matrices: MatrixRepository) {}

  /**
   * A question's matrix. Three statements for all questions of a page, whoever's grades are asked for.
   * @param grader global id of an account; the grades of all where null
   * @throws GraphQLError BAD_USER_INPUT where that is no id of an account
   */
  async matrix(loaders: Loaders, question: StoryKey, grader: string | null): Promise<CompetingHypothesesType> {
    const graderId = grader === null ? null : idsOf('User', grader)?.id;
    if (graderId === undefined) throw badUserInput('grader must be the id of a user.', ['grader']);
    const load = (questions: readonly StoryKey[]) => this.read(questions);
    const rows = await loaders.get<StoryKey, MatrixRows>('question.matrix', load, nameOfKey).load(question);
    return toCompetingHypotheses(rows, graderId);
  }

  /** One item of evidence, by all editors' grades; null where it is not on the matrix. */
  async evidence(loaders: Loaders, question: StoryKey, claimId: string): Promise<EvidenceType | null> {
    const { rows } = await this.matrix(loaders, question, null);
    return rows.find(({ id }) => id === claimId) ?? null;
  }

  /** Hypotheses, the least inconsistent first. */
  pageOfHypotheses({ ranking }: CompetingHypothesesType, args: PageArgs): ConnectionOf<HypothesisType> {
    return pageByScore(ranking, args, LEAST_INCONSISTENT);
  }

  /** Evidence, the most diagnostic first. */
  pageOfEvidence({ rows }: CompetingHypothesesType, args: PageArgs): ConnectionOf<EvidenceType> {
    return pageByScore(rows, args, MOST_DIAGNOSTIC);
  }

  private async read(questions: readonly StoryKey[]): Promise<MatrixRows[]> {
    const ofQuestion = (row: { storyId: string; questionId: string }) =>
      nameOfKey({ storyId: row.storyId, id: row.questionId });
    const [hypotheses, evidence, grades] = await Promise.all([
      this.matrices.findHypotheses(questions),
      this.matrices.findEvidence(questions),
      this.matrices.findGrades(questions),
    ]);
    const hypothesesOf = groupedBy(questions, hypotheses, ofQuestion, nameOfKey);
    const evidenceOf = groupedBy(questions, evidence, ofQuestion, nameOfKey);
    const gradesOf = groupedBy(questions, grades, ofQuestion, nameOfKey);
    return questions.map(({ storyId }, i) => ({
      storyId,
      hypotheses: (hypothesesOf[i] ?? []).map(({ id }) => id),
      evidence: evidenceOf[i] ?? [],
      grades: gradesOf[i] ?? [],
    }));
  }
}
