import { Injectable } from '@nestjs/common';
import { MOST_SPEAKERS, type Claim } from '../../domain/claim/claim.js';
import type { Partition } from '../../domain/claim/question.js';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import { examineSubject } from '../../domain/examination/examine-subject.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { toProperty, VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import type { PlacedQuestion } from './answers.service.js';
import { toComparableClaim } from './comparable-claim.mapper.js';
import { PastClaimsRepository, type PastClaimRow, type PastTopic } from './past-claims.repository.js';

/** A contradiction as the engine would have found it on some day, with the questions that its members answer. */
export interface PastFinding {
  readonly finding: Finding;
  readonly questionIds: ReadonlySet<string>;
}

/** A question by its place, and what it is about. */
export type PastQuestion = StoryKey & PastTopic;

/**
 * What the engine would have said on some day: from nothing but what sources had published by then, under the vocabulary
 * and by the rankings and withdrawals of today.
 */
@Injectable()
export class PastExaminationService {
  constructor(
    private readonly claims: PastClaimsRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /**
   * Every contradiction about a subject. Two statements for all subjects asked for in one turn, and none for those that
   * were asked for before.
   */
  ofSubject(loaders: Loaders, subject: StoryKey, asOf: Date): Promise<readonly PastFinding[]> {
    const load = async (subjects: readonly StoryKey[]) => {
      const rows = await this.claims.findBySubjects(subjects, asOf);
      const vocabulary = await this.vocabulary.current();
      const owner = ({ storyId, subjectId }: PastClaimRow) => nameOfKey({ storyId, id: subjectId });
      return groupedBy(subjects, rows, owner, nameOfKey).map((claims) => examined(claims, vocabulary));
    };
    const name = `subject.past ${asOf.toISOString()}`;
    return loaders.get<StoryKey, readonly PastFinding[]>(name, load, nameOfKey).load(subject);
  }

  /** As {@link ofQuestions}, two statements for all questions asked for in one turn. */
  ofQuestion(loaders: Loaders, question: PastQuestion, asOf: Date): Promise<readonly PastFinding[]> {
    const load = (questions: readonly PastQuestion[]) => this.ofQuestions(questions, asOf);
    const name = `question.past ${asOf.toISOString()}`;
    return loaders.get<PastQuestion, readonly PastFinding[]>(name, load, nameOfKey).load(question);
  }

  /**
   * Every contradiction that an answer to each question is in, sorted by its members. Reads the answers to these questions
   * and to those that are tied to them, and no others: whatever else is claimed does not matter.
   */
  async ofQuestions(questions: readonly PastQuestion[], asOf: Date): Promise<readonly (readonly PastFinding[])[]> {
    const vocabulary = await this.vocabulary.current();
    const topics = new Map<string, PastTopic>();
    for (const { storyId, subjectId, propertyId } of questions) {
      for (const tied of vocabulary.tied.get(propertyId)?.propertyIds ?? [propertyId]) {
        topics.set(`${storyId} ${subjectId} ${tied}`, { storyId, subjectId, propertyId: tied });
      }
    }
    const rows = await this.claims.findAbout([...topics.values()], asOf);
    const subjects = [...new Map(questions.map((each) => [subjectOf(each), each])).values()];
    const found = groupedBy(subjects, rows, subjectOf, subjectOf).map((claims) => examined(claims, vocabulary));
    const bySubject = new Map(subjects.map((subject, i) => [subjectOf(subject), found[i] ?? []]));
    return questions.map((question) =>
      (bySubject.get(subjectOf(question)) ?? []).filter(({ questionIds }) => questionIds.has(question.id)),
    );
  }

  /** Questions with every answer that raised contradictions then, in the order given. One statement for all of them. */
  async answers(
    questions: readonly PastQuestion[],
    vocabulary: VocabularySnapshot,
    asOf: Date,
  ): Promise<PlacedQuestion[]> {
    if (questions.length === 0) return [];
    const rows = await this.claims.findAbout(questions, asOf);
    const owner = ({ storyId, questionId }: PastClaimRow) => nameOfKey({ storyId, id: questionId });
    const answers = groupedBy(questions, rows, owner, nameOfKey);
    return questions.map(({ id, propertyId }, i) => ({
      id,
      property: propertyOf(propertyId, vocabulary),
      claims: (answers[i] ?? []).map(toPastClaim),
      partitions: partitionsOf(answers[i] ?? []),
    }));
  }
}

function subjectOf({ storyId, subjectId }: Pick<PastTopic, 'storyId' | 'subjectId'>): string {
  return nameOfKey({ storyId, id: subjectId });
}

function propertyOf(id: string, { propertiesById }: VocabularySnapshot): PlacedQuestion['property'] {
  const property = propertiesById.get(id);
  if (!property) throw new Error('A claim has a property that the vocabulary lacks.');
  return toProperty(property);
}

function examined(rows: readonly PastClaimRow[], vocabulary: VocabularySnapshot): readonly PastFinding[] {
  const questionOf = new Map(rows.map(({ id, questionId }) => [id, questionId]));
  const questions = [...new Set(rows.map(({ propertyId }) => propertyId))].map((propertyId) => {
    const own = rows.filter((row) => row.propertyId === propertyId);
    return {
      property: propertyOf(propertyId, vocabulary),
      claims: own.map(toPastClaim),
      partitions: partitionsOf(own),
    };
  });
  return examineSubject(questions, vocabulary.ties, vocabulary.graph).findings.map((finding) => ({
    finding,
    questionIds: new Set(finding.members.flatMap((id) => questionOf.get(id) ?? [])),
  }));
}

function partitionsOf(rows: readonly PastClaimRow[]): readonly Partition[] {
  return rows.flatMap(({ partitions }) => partitions ?? []);
}

function toPastClaim(row: PastClaimRow): Claim {
  const speakers = row.speakers.map(({ id, name, from, to }) => ({
    id,
    name,
    lastSaid: from === null || to === null ? null : { from, to },
  }));
  return toComparableClaim(row, speakers, speakers.length > MOST_SPEAKERS);
}
