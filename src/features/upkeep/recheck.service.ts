import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../platform/database/index.js';
import { SubjectDetectionService } from '../detection/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { wronglyAsserted } from './asserted-claims.js';
import type { DerivedFault } from './derived.js';
import { DERIVED_OF_ALL, SOURCES } from './derived-of-all.js';
import { DERIVED_OF_SUBJECTS, saidIntervals, type SubjectScope } from './derived-of-subjects.js';
import { derivedLine, faultLines } from './recheck-report.js';
import { RecheckRepository, type CheckedStoryRow, type CheckedSubjectRow } from './recheck.repository.js';
import { TextRecheckService } from './text-recheck.service.js';

/** What a recheck went through and found. */
export interface RecheckSummary {
  readonly subjects: number;
  readonly claims: number;
  readonly differences: number;
  /** Subjects with differences that are still to be examined again after a change of the vocabulary. */
  readonly waiting: number;
}

type Counts = { -readonly [Count in keyof RecheckSummary]: number };

/** How many stories or subjects are named at a time. */
const BATCH = 200;
/** How long one subject, or the sources of one story, may take, in milliseconds. */
const TIMEOUT = 600_000;

/**
 * Computes from scratch all that is stored and follows from something else, and compares it with what is stored:
 *
 * - of contradictions: that they are stored at all, `status` as far as it is LAPSED, `kind`, `strength`, `rule`,
 *   `explanation`, `member_key`, `question_id`, and the rows of `contradiction_question`;
 * - of questions: `disputed`, `search_exhausted`;
 * - of claims: `identity`, `time_earliest`, `time_latest`, `hedged`, `first_said_from`, `first_said_to`,
 *   `lead_citation_id`, `citation_count`, `said_days`, and the rows of `claim_speaker`;
 * - of citations: `question_id`, `speaker_id`, `said_from`, `said_to`, `quote_prefix`, `quote_suffix`;
 * - of sources: `origin_id`, and the rows of `text_sketch`, `text_sketch_key`, `text_match` and `carried_text`, which are
 *   missing where a text was written before there were any;
 * - of agents: `group_id`; of re-examinations: `done`.
 *
 * What the database itself holds equal (a snapshot's `sha256`, a citation's `quote_exact`) is not looked at, nor a claim's
 * `statement`, which may be a person's words. Each subject is read as it is at one moment, so this may run beside the
 * service on a server.
 */
@Injectable()
export class RecheckService {
  constructor(
    private readonly database: Database,
    private readonly repository: RecheckRepository,
    private readonly vocabulary: VocabularyService,
    private readonly detection: SubjectDetectionService,
    private readonly texts: TextRecheckService,
  ) {}

  /**
   * @param repair whether to bring what is stored in line
   * @param print is given each line for the person who asked
   */
  async run(repair: boolean, print: (line: string) => void): Promise<RecheckSummary> {
    const sum: Counts = { subjects: 0, claims: 0, differences: 0, waiting: 0 };
    const tell = (head: string, lines: readonly string[]): void => {
      sum.differences += lines.length;
      if (lines.length > 0) [head, ...lines.map((line) => `  ${line}`)].forEach(print);
    };
    tell('What all stories share', (await this.checkShared(repair)).map(derivedLine));
    for await (const story of this.stories()) {
      tell(
        `${story.title}: its sources (story ${story.id})`,
        (await this.checkSources(story, repair)).map(derivedLine),
      );
    }
    for await (const subject of this.subjects()) {
      const { claims, lines, waits } = await this.check(subject);
      sum.subjects += 1;
      sum.claims += claims;
      if (lines.length > 0 && waits) sum.waiting += 1;
      const note = waits ? ', which waits to be examined again' : '';
      const { storyTitle, label, storyId, subjectId } = subject;
      tell(`${storyTitle}: ${label}${note} (story ${storyId}, subject ${subjectId})`, lines);
      if (repair && lines.length > 0) await this.repair(subject);
    }
    return sum;
  }

  private async *stories(): AsyncGenerator<CheckedStoryRow> {
    for (let last: string | null = null; ;) {
      const stories: CheckedStoryRow[] = await this.repository.listStories(last, BATCH);
      yield* stories;
      last = stories.at(-1)?.id ?? null;
      if (stories.length < BATCH) return;
    }
  }

  private async *subjects(): AsyncGenerator<CheckedSubjectRow> {
    for (let last: CheckedSubjectRow | null = null; ;) {
      const subjects: CheckedSubjectRow[] = await this.repository.listSubjects(last, BATCH);
      yield* subjects;
      last = subjects.at(-1) ?? null;
      if (subjects.length < BATCH) return;
    }
  }

  private checkShared(repair: boolean): Promise<DerivedFault[]> {
    return this.database.transaction(async (tx) => {
      const faults: DerivedFault[] = [];
      for (const derived of DERIVED_OF_ALL) {
        faults.push(...(await this.repository.findFaults(tx, derived, null)));
        if (repair) await this.repository.mend(tx, derived, null);
      }
      return faults;
    });
  }

  private async checkSources({ id: storyId }: CheckedStoryRow, repair: boolean): Promise<DerivedFault[]> {
    const faults = await this.database.transaction(
      async (tx) => {
        const origins = await this.repository.findFaults(tx, SOURCES, storyId);
        const quotes = await this.texts.quotes(tx, storyId);
        if (repair && origins.length > 0) await this.repository.mend(tx, SOURCES, storyId);
        if (repair && quotes.length > 0) await this.repository.mendQuotes(tx, storyId, quotes);
        return [...origins, ...quotes];
      },
      { timeout: TIMEOUT },
    );
    return [...faults, ...(await this.texts.matches(storyId, repair, TIMEOUT))];
  }

  private check(subject: CheckedSubjectRow): Promise<{ claims: number; lines: readonly string[]; waits: boolean }> {
    return this.database.transaction(
      async (tx) => {
        const vocabulary = await this.vocabulary.read(tx);
        const derived = await this.wronglyDerived(tx, subject, vocabulary);
        const contradictions = await this.detection.differences(tx, subject, vocabulary);
        return {
          claims: await this.repository.countClaims(tx, subject),
          lines: faultLines({ contradictions, derived }),
          waits: await this.repository.isWaiting(tx, subject),
        };
      },
      { frozen: true, timeout: TIMEOUT },
    );
  }

  private async wronglyDerived(
    tx: Transaction,
    subject: CheckedSubjectRow,
    vocabulary: VocabularySnapshot,
  ): Promise<DerivedFault[]> {
    const faults = wronglyAsserted(subject.subjectId, await this.repository.listAsserted(tx, subject), vocabulary);
    const scope = await this.scopeOf(tx, subject);
    for (const derived of DERIVED_OF_SUBJECTS) faults.push(...(await this.repository.findFaults(tx, derived, scope)));
    return faults;
  }

  private async scopeOf(tx: Transaction, { storyId, subjectId }: CheckedSubjectRow): Promise<SubjectScope> {
    const dates = await this.repository.listSaidOn(tx, { storyId, subjectId });
    return { storyId, subjectId, said: saidIntervals(dates) };
  }

  private async repair(subject: CheckedSubjectRow): Promise<void> {
    await this.database.transaction(
      async (tx) => {
        const now = new Date();
        const vocabulary = await this.vocabulary.holdStill(tx);
        await this.detection.lock(tx, subject);
        const { storyId, subjectId } = subject;
        const claims = wronglyAsserted(subjectId, await this.repository.listAsserted(tx, subject), vocabulary);
        if (claims.length > 0) await this.repository.mendAsserted(tx, storyId, claims);
        const scope = await this.scopeOf(tx, subject);
        for (const derived of DERIVED_OF_SUBJECTS) await this.repository.mend(tx, derived, scope);
        await this.detection.reexamine(tx, subject, vocabulary, now);
      },
      { timeout: TIMEOUT },
    );
  }
}
