import { Injectable } from '@nestjs/common';
import { findContradictionsAmong } from '../../domain/condensation/contradictions-among.js';
import { examineSubject } from '../../domain/examination/examine-subject.js';
import type { Transaction } from '../../platform/database/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import { placed } from './across.service.js';
import { AnswersService } from './answers.service.js';
import {
  DetectionRepository,
  memberKeyOf,
  type PlacedFinding,
  type StoredContradictionRow,
} from './detection.repository.js';
import { changeOf, groundOf, isAcross, isTakenUp, type StoredChange } from './stored-contradictions.js';
import { SubjectDetectionRepository, type SubjectKey } from './subject-detection.repository.js';

/** Where what is stored about a subject is not what the engine finds. */
export interface SubjectDifferences {
  /** Found, and not stored. */
  readonly missing: readonly PlacedFinding[];
  /** Stored, and without ground. */
  readonly surplus: readonly StoredContradictionRow[];
  /** Stored otherwise than found, or stored as LAPSED though it is found. */
  readonly different: readonly StoredChange[];
  /** Ids of questions of which `disputed` does not say what the stored contradictions say. */
  readonly wronglyDisputed: readonly string[];
  /** Ids of questions that say wrongly that the search was cut short, or that it was not. */
  readonly wronglyExhausted: readonly string[];
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
    private readonly answers: AnswersService,
  ) {}

  /** Locks a subject and all of its questions until the transaction ends. */
  lock(tx: Transaction, subject: SubjectKey): Promise<void> {
    return this.subjects.lock(tx, subject);
  }

  /** Compares what is stored with what the engine finds, and changes nothing. */
  async differences(tx: Transaction, subject: SubjectKey, vocabulary: VocabularySnapshot): Promise<SubjectDifferences> {
    const rows = await this.subjects.findQuestions(tx, subject);
    const questions = await this.answers.read(
      tx,
      rows.map((row) => ({ storyId: subject.storyId, ...row })),
      vocabulary,
    );
    const { findings, exhausted } = examineSubject(questions, vocabulary.ties, vocabulary.graph);
    const found = placed(findings, questions);
    const stored = await this.subjects.findContradictions(tx, subject);
    const storedKeys = new Set(stored.map(({ memberKey }) => memberKey));
    const takenUp = stored
      .filter((row) => isTakenUp(row) && !isAcross(row))
      .map(({ memberKey }) => memberKey.split(' '));
    const kept = [...findings, ...findContradictionsAmong(questions, takenUp, vocabulary.graph)];
    const foundByKey = new Map(kept.map((finding) => [memberKeyOf(finding.members), finding]));
    const cutShort = new Set(questions.flatMap(({ id, property }) => (exhausted.includes(property.key) ? [id] : [])));
    return {
      missing: found.filter(({ finding }) => !storedKeys.has(memberKeyOf(finding.members))),
      surplus: stored.filter((row) => row.status !== 'LAPSED' && !groundOf(row, foundByKey.get(row.memberKey))),
      different: stored.flatMap((row) => {
        const finding = groundOf(row, foundByKey.get(row.memberKey));
        const change = finding && changeOf(row, finding);
        return finding && change ? [{ row, finding, change }] : [];
      }),
      wronglyDisputed: rows.filter(({ disputed, hasOpen }) => disputed !== hasOpen).map(({ id }) => id),
      wronglyExhausted: rows
        .filter(({ id, searchExhausted }) => searchExhausted !== cutShort.has(id))
        .map(({ id }) => id),
    };
  }

  /**
   * Makes what is stored about a subject equal to what the engine finds, under a lock on it and all of its questions.
   * Decisions stay, as they do when a claim is written.
   */
  async reexamine(
    tx: Transaction,
    subject: SubjectKey,
    vocabulary: VocabularySnapshot,
    now: Date,
  ): Promise<SubjectChanges> {
    const { storyId } = subject;
    await this.subjects.lock(tx, subject);
    const { missing, surplus, different, wronglyExhausted } = await this.differences(tx, subject, vocabulary);
    for (let start = 0; start < missing.length; start += WRITTEN_AT_ONCE) {
      await this.repository.insertContradictions(tx, storyId, missing.slice(start, start + WRITTEN_AT_ONCE), now);
    }
    const changes = [
      ...surplus.map(({ id }) => ({ id, status: 'LAPSED' as const })),
      ...different.map(({ row, change }) => ({ ...change, id: row.id })),
    ];
    for (let start = 0; start < changes.length; start += WRITTEN_AT_ONCE) {
      await this.repository.changeContradictions(tx, storyId, changes.slice(start, start + WRITTEN_AT_ONCE), now);
    }
    const questions = await this.subjects.findQuestions(tx, subject);
    const disputed = questions.filter((question) => question.disputed !== question.hasOpen);
    if (disputed.length > 0) {
      const ids = disputed.map(({ id }) => id);
      await this.repository.refreshDisputed(tx, storyId, ids);
    }
    for (const exhausted of [true, false]) {
      const ids = questions
        .filter(({ id, searchExhausted }) => wronglyExhausted.includes(id) && searchExhausted !== exhausted)
        .map(({ id }) => id);
      if (ids.length > 0) await this.repository.markExhausted(tx, storyId, ids, exhausted);
    }
    const again = different.filter(({ row }) => row.status === 'LAPSED').length;
    return { raised: missing.length + again, lapsed: surplus.length, changed: different.length - again };
  }
}

/** Contradictions that go into one statement. */
const WRITTEN_AT_ONCE = 1_000;
