import { Injectable } from '@nestjs/common';
import { MOST_SPEAKERS, type Claim } from '../../domain/claim/claim.js';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import { examineSubject } from '../../domain/examination/examine-subject.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { toComparableClaim, toProperty } from './comparable-claim.mapper.js';
import { PastClaimsRepository, type PastClaimRow } from './past-claims.repository.js';

/** A contradiction as the engine would have found it on some day, with the questions that its members answer. */
export interface PastFinding {
  readonly finding: Finding;
  readonly questionIds: ReadonlySet<string>;
}

/** What the engine would have said on some day. */
@Injectable()
export class PastExaminationService {
  constructor(
    private readonly claims: PastClaimsRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /**
   * Every contradiction about a subject, from nothing but what sources had published by then, under the vocabulary of
   * today. Two statements for all subjects asked for in one turn, and none for those that were asked for before.
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
}

function examined(rows: readonly PastClaimRow[], vocabulary: VocabularySnapshot): readonly PastFinding[] {
  const questionOf = new Map(rows.map(({ id, questionId }) => [id, questionId]));
  const questions = [...new Set(rows.map(({ propertyId }) => propertyId))].map((propertyId) => {
    const property = vocabulary.propertiesById.get(propertyId);
    if (!property) throw new Error('A claim has a property that the vocabulary lacks.');
    return {
      property: toProperty(property),
      claims: rows.filter((row) => row.propertyId === propertyId).map(toPastClaim),
    };
  });
  return examineSubject(questions, vocabulary.ties, vocabulary.graph).findings.map((finding) => ({
    finding,
    questionIds: new Set(finding.members.flatMap((id) => questionOf.get(id) ?? [])),
  }));
}

function toPastClaim(row: PastClaimRow): Claim {
  const speakers = row.speakers.map(({ id, name, from, to }) => ({
    id,
    name,
    lastSaid: from === null || to === null ? null : { from, to },
  }));
  return toComparableClaim(row, speakers, speakers.length > MOST_SPEAKERS);
}
