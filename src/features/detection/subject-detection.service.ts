import { Injectable } from '@nestjs/common';
import { findContradictions } from '../../domain/contradiction/compare-claims.js';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import type { Transaction } from '../../platform/database/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import { toProperty } from './comparable-claim.mapper.js';
import { ComparableClaimsService } from './comparable-claims.service.js';
import { changeOf, type StoredChange } from './detection.service.js';
import { DetectionRepository, memberKeyOf, type StoredContradictionRow } from './detection.repository.js';
import { SubjectDetectionRepository, type SubjectKey } from './subject-detection.repository.js';

/** Where what is stored about a subject is not what the engine finds. */
export interface SubjectDifferences {
  /** Found, and not stored. */
  readonly missing: readonly { readonly questionId: string; readonly finding: Finding }[];
  /** Stored, and without ground. */
  readonly surplus: readonly StoredContradictionRow[];
  /** Stored otherwise than found, or stored as LAPSED though it is found. */
  readonly different: readonly StoredChange[];
  /** Ids of questions of which `disputed` does not say what the stored contradictions say. */
  readonly wronglyDisputed: readonly string[];
}

/** Numbers of contradictions that an examination changed. */
export interface SubjectChanges {
  readonly raised: number;
  readonly lapsed: number;
  readonly changed: number;
}

/** Examines everything that is claimed of a subject from scratch. */
@Injectable()
export class SubjectDetectionService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly subjects: SubjectDetectionRepository,
    private readonly comparable: ComparableClaimsService,
  ) {}

  /** Compares what is stored with what the engine finds, and changes nothing. */
  async differences(tx: Transaction, subject: SubjectKey, vocabulary: VocabularySnapshot): Promise<SubjectDifferences> {
    const questions = await this.subjects.findQuestions(tx, subject);
    const found: { questionId: string; finding: Finding }[] = [];
    for (const { id: questionId, propertyId } of questions) {
      const property = vocabulary.propertiesById.get(propertyId);
      if (!property) throw new Error('A question has a property that the vocabulary lacks.');
      const claims = await this.comparable.ofQuestion(tx, subject.storyId, questionId, property);
      const findings = findContradictions(toProperty(property), claims, vocabulary.graph);
      found.push(...findings.map((finding) => ({ questionId, finding })));
    }
    const stored = await this.subjects.findContradictions(tx, subject);
    const storedKeys = new Set(stored.map(({ memberKey }) => memberKey));
    const foundByKey = new Map(found.map(({ finding }) => [memberKeyOf(finding.members), finding]));
    return {
      missing: found.filter(({ finding }) => !storedKeys.has(memberKeyOf(finding.members))),
      surplus: stored.filter((row) => row.status !== 'LAPSED' && !foundByKey.has(row.memberKey)),
      different: stored.flatMap((row) => {
        const finding = foundByKey.get(row.memberKey);
        const change = finding && changeOf(row, finding);
        return finding && change ? [{ row, finding, change }] : [];
      }),
      wronglyDisputed: questions.filter(({ disputed, hasOpen }) => disputed !== hasOpen).map(({ id }) => id),
    };
  }

  /**
   * Makes what is stored about a subject equal to what the engine finds, under a lock on all of its questions.
   * Decisions stay, as they do when a claim is written.
   */
  async reexamine(
    tx: Transaction,
    subject: SubjectKey,
    vocabulary: VocabularySnapshot,
    now: Date,
  ): Promise<SubjectChanges> {
    const { storyId } = subject;
    await this.subjects.lockQuestions(tx, subject);
    const { missing, surplus, different } = await this.differences(tx, subject, vocabulary);
    for (const [questionId, findings] of byQuestion(missing)) {
      await this.repository.insertContradictions(tx, storyId, questionId, findings, now);
    }
    for (const { id } of surplus) {
      await this.repository.changeContradiction(tx, storyId, id, { status: 'LAPSED' }, now);
    }
    for (const { row, change } of different) {
      await this.repository.changeContradiction(tx, storyId, row.id, change, now);
    }
    for (const { id, disputed, hasOpen } of await this.subjects.findQuestions(tx, subject)) {
      if (disputed !== hasOpen) await this.repository.refreshDisputed(tx, storyId, id);
    }
    const again = different.filter(({ row }) => row.status === 'LAPSED').length;
    return { raised: missing.length + again, lapsed: surplus.length, changed: different.length - again };
  }
}

function byQuestion(missing: SubjectDifferences['missing']): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const { questionId, finding } of missing) {
    groups.set(questionId, [...(groups.get(questionId) ?? []), finding]);
  }
  return groups;
}
