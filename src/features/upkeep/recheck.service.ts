import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { SubjectDetectionService } from '../detection/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import { faultLines } from './recheck-report.js';
import { RecheckRepository, type CheckedSubjectRow } from './recheck.repository.js';

/** What a recheck went through and found. */
export interface RecheckSummary {
  readonly subjects: number;
  readonly claims: number;
  readonly differences: number;
  /** Subjects with differences that are still to be examined again after a change of the vocabulary. */
  readonly waiting: number;
}

/** How many subjects are named at a time. */
const BATCH = 200;
/** How long one subject may take, in milliseconds. */
const TIMEOUT = 600_000;

/**
 * Computes everything from scratch, subject by subject, and compares it with what is stored. Each subject is read as
 * it is at one moment, so this may run beside the service on a server.
 */
@Injectable()
export class RecheckService {
  constructor(
    private readonly database: Database,
    private readonly repository: RecheckRepository,
    private readonly vocabulary: VocabularyService,
    private readonly detection: SubjectDetectionService,
  ) {}

  /**
   * @param repair whether to bring what is stored in line
   * @param print is given each line for the person who asked
   */
  async run(repair: boolean, print: (line: string) => void): Promise<RecheckSummary> {
    const sum = { subjects: 0, claims: 0, differences: 0, waiting: 0 };
    let last: CheckedSubjectRow | null = null;
    for (;;) {
      const subjects: CheckedSubjectRow[] = await this.repository.listSubjects(last, BATCH);
      for (const subject of subjects) {
        const { claims, lines, waits } = await this.check(subject);
        sum.subjects += 1;
        sum.claims += claims;
        sum.differences += lines.length;
        if (lines.length === 0) continue;
        if (waits) sum.waiting += 1;
        const note = waits ? ', which waits to be examined again' : '';
        print(
          `${subject.storyTitle}: ${subject.label}${note} (story ${subject.storyId}, subject ${subject.subjectId})`,
        );
        lines.forEach((line) => print(`  ${line}`));
        if (repair) await this.repair(subject);
      }
      last = subjects.at(-1) ?? null;
      if (subjects.length < BATCH) return sum;
    }
  }

  private check(subject: CheckedSubjectRow): Promise<{ claims: number; lines: readonly string[]; waits: boolean }> {
    return this.database.transaction(
      async (tx) => {
        const vocabulary = await this.vocabulary.read(tx);
        const contradictions = await this.detection.differences(tx, subject, vocabulary);
        const stale = await this.repository.findStaleClaims(tx, subject);
        return {
          claims: await this.repository.countClaims(tx, subject),
          lines: faultLines({ contradictions, claims: stale }),
          waits: await this.repository.isWaiting(tx, subject),
        };
      },
      { frozen: true, timeout: TIMEOUT },
    );
  }

  private async repair(subject: CheckedSubjectRow): Promise<void> {
    await this.database.transaction(
      async (tx) => {
        const now = new Date();
        const vocabulary = await this.vocabulary.holdStill(tx);
        await this.detection.lock(tx, subject);
        await this.repository.mendClaims(tx, subject, now);
        await this.detection.reexamine(tx, subject, vocabulary, now);
      },
      { timeout: TIMEOUT },
    );
  }
}
