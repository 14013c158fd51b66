import { Injectable } from '@nestjs/common';
import { batchedConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { nameOfKey, Prisma, type KeysetOrder, type StoryKey } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { ClaimLoader, QuestionWalkService, type ClaimType, type QuestionType } from '../claims/index.js';
import { memberKeyOf, PastExaminationService, type PastFinding, type PastQuestion } from '../detection/index.js';
import { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import type { PastContradictionListArgs, PastContradictionType } from './graphql/past-contradiction.type.js';

/** The order in which they are listed: by the first question that they concern, as it came up, then by their members. */
const PAST_ORDER: KeysetOrder = {
  key: 'past',
  columns: [
    { sql: Prisma.sql`question_id`, type: 'uuid' },
    { sql: Prisma.sql`member_key`, type: 'text' },
  ],
  descending: false,
};
/** Sorts behind the members of every contradiction of a question. */
const LAST = '~';

/** Where claims did not fit by what had been published by some day. */
@Injectable()
export class PastContradictionListsService {
  constructor(
    private readonly past: PastExaminationService,
    private readonly walk: QuestionWalkService,
    private readonly claims: ClaimLoader,
  ) {}

  /** All about a subject. */
  async ofSubject(loaders: Loaders, subject: StoryKey, asOf: Date): Promise<PastContradictionType[]> {
    const found = await this.past.ofSubject(loaders, subject, asOf);
    return found.map((each) => toPast(subject.storyId, each, asOf));
  }

  /** All that an answer to a question was in. */
  async ofQuestion(loaders: Loaders, question: QuestionType, asOf: Date): Promise<PastContradictionType[]> {
    const found = await this.past.ofQuestion(loaders, aboutOf(question), asOf);
    return found.map((each) => toPast(question.storyId, each, asOf));
  }

  /** A page of those that a claim was in: reads the answers to its question and to those that are tied to it. */
  listOfClaim(
    loaders: Loaders,
    claim: ClaimType,
    args: PastContradictionListArgs,
  ): Promise<ConnectionOf<PastContradictionType>> {
    const asOf = new Date(args.asOf);
    const all = async (claims: readonly StoryKey[]) => {
      const found = await Promise.all(claims.map((key) => this.ofClaim(loaders, key, asOf)));
      return found.map((each, i) => each.map((past) => ({ past, owner: nameOf(claims[i]) })).sort(byPlace));
    };
    const key = { storyId: claim.storyId, id: claim.localId };
    return batchedConnection(loaders, key, args, {
      name: `claim.contradictionsAsOf ${asOf.toISOString()}`,
      ordering: PAST_ORDER,
      nameOf: nameOfKey,
      read: async (claims, page) =>
        (await all(claims)).flatMap((found) =>
          found.filter(({ past }) => isAfter(past, page.after)).slice(0, page.limit + 1),
        ),
      ownerOf: ({ owner }) => owner,
      toNode: ({ past }) => past,
      cursorOf: placeOf,
      count: async (claims) =>
        (await all(claims)).map((found, i) => ({ owner: nameOf(claims[i]), count: found.length })),
    });
  }

  /** A page of a story's. Each is listed with the first of the questions that it concerns. */
  listOfStory(
    loaders: Loaders,
    storyId: string,
    args: PastContradictionListArgs,
  ): Promise<ConnectionOf<PastContradictionType>> {
    const asOf = new Date(args.asOf);
    const stopped = new Map<string, string>();
    const finds = async (questions: readonly PastQuestion[]) => {
      const found = await this.past.ofQuestions(questions, asOf);
      return questions.map((question, i) =>
        (found[i] ?? [])
          .map((each) => toPast(question.storyId, each, asOf))
          .filter(({ questionId }) => questionId === question.id),
      );
    };
    return batchedConnection(loaders, storyId, args, {
      name: `story.contradictionsAsOf ${asOf.toISOString()}`,
      ordering: PAST_ORDER,
      nameOf: String,
      read: async (storyIds, page) => {
        const after = page.after ? { id: String(page.after[0]), again: page.after[1] !== LAST } : null;
        const wanted = async (questions: readonly PastQuestion[]) =>
          (await finds(questions)).map((found) => found.filter((past) => isAfter(past, page.after)));
        const walked = await this.walk.walk(storyIds, asOf, wanted, { after, limit: page.limit });
        for (const each of walked) if (each.stoppedAt !== null) stopped.set(each.storyId, each.stoppedAt);
        return walked.flatMap(({ found }) => found);
      },
      stoppedAt: (id) => (stopped.has(id) ? [stopped.get(id) ?? null, LAST] : null),
      ownerOf: (past: PastContradictionType) => past.storyId,
      toNode: (past) => past,
      cursorOf: placeOf,
      count: (storyIds) => this.walk.count(storyIds, asOf, finds),
    });
  }

  private async ofClaim(loaders: Loaders, key: StoryKey, asOf: Date): Promise<PastContradictionType[]> {
    const claim = await this.claims.claim(loaders, key);
    if (!claim) return [];
    const found = await this.past.ofQuestion(loaders, { ...aboutOf(claim), id: claim.questionId }, asOf);
    return found
      .filter(({ finding }) => finding.members.includes(key.id))
      .map((each) => toPast(key.storyId, each, asOf));
  }
}

function aboutOf({ storyId, localId, subjectId, propertyId }: QuestionType | ClaimType): PastQuestion {
  return { storyId, id: localId, subjectId, propertyId };
}

function toPast(storyId: string, { finding, questionIds }: PastFinding, asOf: Date): PastContradictionType {
  const { members, kind, strength, rule, explanation } = finding;
  return {
    storyId,
    questionId: [...questionIds].sort()[0] ?? '',
    memberIds: members,
    asOf,
    kind: ContradictionKindEnum[kind],
    strength: StrengthEnum[strength],
    rule,
    explanation,
  };
}

function nameOf(key: StoryKey | undefined): string {
  return key ? nameOfKey(key) : '';
}

function placeOf({ questionId, memberIds }: PastContradictionType): [questionId: string, memberKey: string] {
  return [questionId, memberKeyOf(memberIds)];
}

function byPlace(a: { past: PastContradictionType }, b: { past: PastContradictionType }): number {
  return isAfter(b.past, placeOf(a.past)) ? -1 : 1;
}

function isAfter(past: PastContradictionType, place: readonly unknown[] | undefined): boolean {
  if (!place) return true;
  const [questionId, memberKey] = placeOf(past);
  const [lastQuestion, lastKey] = [String(place[0]), String(place[1])];
  return questionId === lastQuestion ? memberKey > lastKey : questionId > lastQuestion;
}
