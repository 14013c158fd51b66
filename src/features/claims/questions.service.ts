import { Injectable } from '@nestjs/common';
import { batchedConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { PastExaminationService } from '../detection/index.js';
import type { OriginRow } from './citations.repository.js';
import { corroborationOf } from './claim.loader.js';
import { toClaim, toQuestion } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import type { StoryQuestionArgs, SubjectQuestionArgs } from './graphql/claim.args.js';
import type { PositionType, QuestionType } from './graphql/question.type.js';
import { OriginRowsService } from './origin-rows.service.js';
import { QuestionWalkService } from './question-walk.service.js';
import {
  QUESTION_ORDER,
  QuestionsRepository,
  type QuestionCriteria,
  type QuestionRow,
} from './questions.repository.js';

/** Questions, and the positions that sources take on them. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly questions: QuestionsRepository,
    private readonly claims: ClaimsRepository,
    private readonly origins: OriginRowsService,
    private readonly past: PastExaminationService,
    private readonly walk: QuestionWalkService,
  ) {}

  /** A page of a story's questions. */
  listOfStory(loaders: Loaders, storyId: string, args: StoryQuestionArgs): Promise<ConnectionOf<QuestionType>> {
    const criteria = criteriaOf(args);
    if (isOfThePast(criteria)) return this.listDisputedThen(loaders, storyId, args, criteria);
    return batchedConnection(loaders, storyId, args, {
      name: `story.questions ${JSON.stringify(criteria)}`,
      ordering: QUESTION_ORDER,
      nameOf: String,
      read: (storyIds, page) => this.questions.listByStories(storyIds, criteria, page),
      ownerOf: (row) => row.storyId,
      toNode: toQuestion,
      cursorOf: (question) => [question.localId],
      count: (storyIds) => this.questions.countByStories(storyIds, criteria),
    });
  }

  /** A page of the questions of a story that were disputed then, or of those that were not. */
  private listDisputedThen(
    loaders: Loaders,
    storyId: string,
    args: StoryQuestionArgs,
    criteria: PastCriteria,
  ): Promise<ConnectionOf<QuestionType>> {
    const stopped = new Map<string, string>();
    const wanted = async (rows: readonly QuestionRow[]) =>
      (await this.past.ofQuestions(rows, criteria.asOf)).map((found, i) => {
        const row = rows[i];
        return row && found.length > 0 === criteria.disputed ? [row] : [];
      });
    return batchedConnection(loaders, storyId, args, {
      name: `story.questions ${JSON.stringify(criteria)}`,
      ordering: QUESTION_ORDER,
      nameOf: String,
      read: async (storyIds, page) => {
        const after = page.after ? { id: String(page.after[0]), again: false } : null;
        const walked = await this.walk.walk(storyIds, criteria.asOf, wanted, { after, limit: page.limit });
        for (const each of walked) if (each.stoppedAt !== null) stopped.set(each.storyId, each.stoppedAt);
        return walked.flatMap(({ found }) => found);
      },
      stoppedAt: (id) => (stopped.has(id) ? [stopped.get(id) ?? null] : null),
      ownerOf: (row: QuestionRow) => row.storyId,
      toNode: toQuestion,
      cursorOf: (question) => [question.localId],
      count: (storyIds) => this.walk.count(storyIds, criteria.asOf, wanted),
    });
  }

  /** All questions about a subject. */
  listOfSubject(loaders: Loaders, subject: StoryKey, args: SubjectQuestionArgs): Promise<QuestionType[]> {
    const criteria = criteriaOf(args);
    const load = async (subjects: readonly StoryKey[]) => {
      const asked = await this.questions.findBySubjects(subjects, criteria);
      const rows = isOfThePast(criteria) ? await this.wereDisputed(loaders, asked, criteria) : asked;
      const owner = (row: (typeof rows)[number]) => nameOfKey({ storyId: row.storyId, id: row.subjectId });
      return groupedBy(subjects, rows, owner, nameOfKey).map((group) => group.map(toQuestion));
    };
    return loaders
      .get<StoryKey, QuestionType[]>(`subject.questions ${JSON.stringify(criteria)}`, load, nameOfKey)
      .load(subject);
  }

  /** Those of the questions among whose claims the engine would have found a contradiction then, or those others. */
  private async wereDisputed(
    loaders: Loaders,
    questions: readonly QuestionRow[],
    { disputed, asOf }: PastCriteria,
  ): Promise<QuestionRow[]> {
    const were = await Promise.all(
      questions.map(async (question) => {
        const found = await this.past.ofQuestion(loaders, question, asOf);
        return found.length > 0;
      }),
    );
    return questions.filter((_, i) => were[i] === disputed);
  }

  /**
   * The answers to a question, the most corroborated first. Two statements for all questions of a page.
   * @param asOf only what sources had published by then
   */
  positions(loaders: Loaders, question: StoryKey, asOf: Date | null): Promise<PositionType[]> {
    const load = async (questions: readonly StoryKey[]) => {
      const claims = await this.claims.findByQuestions(questions);
      const origins = await this.origins.find(claims, asOf);
      const grouped = groupedBy(claims, origins, nameOfKey, nameOfKey);
      const positions = claims.flatMap((claim, i) => positionOf(claim, grouped[i] ?? [])).sort(mostCorroboratedFirst);
      const owner = ({ claim }: PositionType) => nameOfKey({ storyId: claim.storyId, id: claim.questionId });
      return groupedBy(questions, positions, owner, nameOfKey);
    };
    const name = `question.positions ${asOf?.toISOString() ?? 'now'}`;
    return loaders.get<StoryKey, PositionType[]>(name, load, nameOfKey).load(question);
  }
}

/** Questions by whether they were disputed at some time. */
interface PastCriteria extends QuestionCriteria {
  readonly disputed: boolean;
  readonly asOf: Date;
}

function isOfThePast(criteria: QuestionCriteria): criteria is PastCriteria {
  return criteria.disputed !== null && criteria.asOf !== null;
}

function criteriaOf({ disputed, asOf }: SubjectQuestionArgs): QuestionCriteria {
  return { disputed: disputed ?? null, asOf: asOf ? new Date(asOf) : null };
}

/** Nothing where nobody had given the answer yet. */
function positionOf(claim: ClaimRow, origins: readonly OriginRow[]): PositionType[] {
  if (origins.length === 0) return [];
  const dates = (pick: (origin: OriginRow) => Date | null) =>
    origins
      .map(pick)
      .filter((date) => date !== null)
      .sort((a, b) => a.getTime() - b.getTime());
  const claimants = origins.map(({ claimantId, publisherId }) => claimantId ?? publisherId).filter((id) => id !== null);
  return [
    {
      claim: toClaim(claim),
      corroboration: corroborationOf(origins),
      claimantIds: [...new Set(claimants)],
      firstSeen: dates(({ firstSaid }) => firstSaid)[0] ?? null,
      lastSeen: dates(({ lastSaid }) => lastSaid).at(-1) ?? null,
    },
  ];
}

function mostCorroboratedFirst(a: PositionType, b: PositionType): number {
  return (
    b.corroboration.independentOrigins - a.corroboration.independentOrigins ||
    b.corroboration.sources - a.corroboration.sources ||
    b.corroboration.citations - a.corroboration.citations ||
    (a.claim.localId < b.claim.localId ? -1 : 1)
  );
}
