import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import { QuestionsRepository, type QuestionRow } from './questions.repository.js';

/**
 * How many questions of a story are looked at for one page at most. A page for which more would have to be looked at is
 * shorter than it was asked for, and says where the next one goes on.
 */
const MOST_LOOKED_AT = 1_000;
/** How many questions of a story are in memory at once, with their answers. */
const CHUNK = 200;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What each of the questions has, in their order. */
export type Finds<T> = (questions: readonly QuestionRow[]) => Promise<readonly (readonly T[])[]>;

/** Where a page begins, and how much it holds. */
export interface WalkedPage {
  /** The last question of the page before; `again` where more of what it has may follow. */
  readonly after: { readonly id: string; readonly again: boolean } | null;
  readonly limit: number;
}

/** What was found in a story, in the order of its questions. */
export interface Walked<T> {
  readonly storyId: string;
  /** More than the limit where there is more. */
  readonly found: readonly T[];
  /** The last question that was looked at, where others may have more; null where the end or the limit was reached. */
  readonly stoppedAt: string | null;
}

interface Walk<T> extends Walked<T> {
  readonly from: string;
  readonly isDone: boolean;
}

/**
 * Goes through the questions on which sources had spoken by some day in the order in which they came up, a few at a time,
 * so that neither memory nor the work for one page grows with the story.
 */
@Injectable()
export class QuestionWalkService {
  constructor(private readonly questions: QuestionsRepository) {}

  /**
   * A page of what the questions of stories have. Begins with as many questions as the page has places, and takes twice as
   * many each time: one statement and what `finds` takes for each step, whatever the number of stories.
   */
  async walk<T>(
    storyIds: readonly string[],
    asOf: Date,
    finds: Finds<T>,
    { after, limit }: WalkedPage,
  ): Promise<readonly Walked<T>[]> {
    const from = after === null ? FIRST_ID : after.again ? after.id : following(after.id);
    let walks = storyIds.map((storyId): Walk<T> => ({ storyId, from, found: [], stoppedAt: null, isDone: false }));
    let chunk = Math.min(limit + 1, CHUNK);
    for (let seen = 0; seen < MOST_LOOKED_AT && walks.some(({ isDone }) => !isDone); seen += chunk) {
      if (seen > 0) chunk = Math.min(2 * chunk, CHUNK, MOST_LOOKED_AT - seen);
      walks = await this.step(walks, asOf, finds, chunk, limit);
    }
    return walks;
  }

  /** How much the questions of each story have in all: looks at every one, a few at a time. */
  async count<T>(storyIds: readonly string[], asOf: Date, finds: Finds<T>): Promise<ListCount[]> {
    const counts: ListCount[] = [];
    for (const owner of storyIds) {
      let count = 0;
      for (let from: string | null = FIRST_ID; from !== null;) {
        const rows: QuestionRow[] = await this.questions.listFrom([{ storyId: owner, from }], ofDay(asOf), CHUNK);
        count += (await finds(rows)).flat().length;
        const last: QuestionRow | undefined = rows.at(-1);
        from = last && rows.length === CHUNK ? following(last.id) : null;
      }
      counts.push({ owner, count });
    }
    return counts;
  }

  private async step<T>(
    walks: readonly Walk<T>[],
    asOf: Date,
    finds: Finds<T>,
    chunk: number,
    limit: number,
  ): Promise<Walk<T>[]> {
    const rows = await this.questions.listFrom(
      walks.filter(({ isDone }) => !isDone),
      ofDay(asOf),
      chunk,
    );
    const found = rows.length === 0 ? [] : await finds(rows);
    return walks.map((walk) => {
      if (walk.isDone) return walk;
      const own = rows.filter(({ storyId }) => storyId === walk.storyId);
      const all = [
        ...walk.found,
        ...rows.flatMap(({ storyId }, i) => (storyId === walk.storyId ? (found[i] ?? []) : [])),
      ];
      const last = own.at(-1);
      const isDone = last === undefined || own.length < chunk || all.length > limit;
      const stoppedAt = isDone ? null : last.id;
      return { ...walk, found: all, isDone, stoppedAt, from: isDone ? walk.from : following(last.id) };
    });
  }
}

function ofDay(asOf: Date): { asOf: Date; disputed: null } {
  return { asOf, disputed: null };
}

/** The least id greater than this one. */
function following(id: string): string {
  const next = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return next.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
