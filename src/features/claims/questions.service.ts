import { Injectable } from '@nestjs/common';
import { batchedConnection, type ConnectionOf, type ListCount } from '../../graphql/connections/index.js';
import { nameOfKey, type KeysetPage, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { PastExaminationService } from '../detection/index.js';
import { CitationsRepository, type OriginRow } from './citations.repository.js';
import { corroborationOf } from './claim.loader.js';
import { toClaim, toQuestion } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import type { StoryQuestionArgs, SubjectQuestionArgs } from './graphql/claim.args.js';
import type { PositionType, QuestionType } from './graphql/question.type.js';
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
    private readonly citations: CitationsRepository,
    private readonly past: PastExaminationService,
  ) {}

  /** A page of a story's questions. */
  listOfStory(loaders: Loaders, storyId: string, args: StoryQuestionArgs): Promise<ConnectionOf<QuestionType>> {
    const criteria = criteriaOf(args);
    return batchedConnection(loaders, storyId, args, {
      name: `story.questions ${JSON.stringify(criteria)}`,
      ordering: QUESTION_ORDER,
      nameOf: String,
      read: async (storyIds, page) =>
        isOfThePast(criteria)
          ? pageOf(await this.disputedThen(loaders, storyIds, criteria), page)
          : this.questions.listByStories(storyIds, criteria, page),
      ownerOf: (row) => row.storyId,
      toNode: toQuestion,
      cursorOf: (question) => [question.localId],
      count: async (storyIds) =>
        isOfThePast(criteria)
          ? countsOf(await this.disputedThen(loaders, storyIds, criteria))
          : this.questions.countByStories(storyIds, criteria),
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

  /** All questions of the stories that were disputed then, or were not: three statements, but it reads each story. */
  private async disputedThen(
    loaders: Loaders,
    storyIds: readonly string[],
    criteria: PastCriteria,
  ): Promise<QuestionRow[]> {
    return this.wereDisputed(loaders, await this.questions.findByStories(storyIds, criteria), criteria);
  }

  /** Those of the questions among whose claims the engine would have found a contradiction then, or those others. */
  private async wereDisputed(
    loaders: Loaders,
    questions: readonly QuestionRow[],
    { disputed, asOf }: PastCriteria,
  ): Promise<QuestionRow[]> {
    const were = await Promise.all(
      questions.map(async ({ storyId, subjectId, id }) => {
        const found = await this.past.ofSubject(loaders, { storyId, id: subjectId }, asOf);
        return found.some(({ questionIds }) => questionIds.has(id));
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
      const origins = await this.citations.findOrigins(claims, asOf);
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

/** The page of each story's questions, which come in order; read forward only. */
function pageOf(rows: readonly QuestionRow[], { after, limit }: KeysetPage): QuestionRow[] {
  const start = after ? String(after[0]) : '';
  const taken = new Map<string, number>();
  return rows.filter(({ storyId, id }) => {
    const count = taken.get(storyId) ?? 0;
    if (id <= start || count > limit) return false;
    taken.set(storyId, count + 1);
    return true;
  });
}

function countsOf(rows: readonly QuestionRow[]): ListCount[] {
  const counts = new Map<string, number>();
  for (const { storyId } of rows) counts.set(storyId, (counts.get(storyId) ?? 0) + 1);
  return [...counts].map(([owner, count]) => ({ owner, count }));
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
