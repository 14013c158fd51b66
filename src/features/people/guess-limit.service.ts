import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { GuessLimitRepository } from './guess-limit.repository.js';

/** How long guesses count, in milliseconds. */
const WINDOW = 15 * 60 * 1000;

/** What is guessed at or from, and how many wrong guesses it may have in a quarter of an hour. */
export interface Guessed {
  /** Unique among all that is counted; only its hash is kept. */
  readonly name: string;
  readonly most: number;
}

/** Keeps passwords from being guessed. */
@Injectable()
export class GuessLimitService {
  constructor(private readonly counts: GuessLimitRepository) {}

  /**
   * Counts a guess before it is looked at, so that many at once do not all pass.
   * @returns when to try again, where there were too many; null where this one may be looked at
   */
  async count(guessed: readonly Guessed[]): Promise<Date | null> {
    const now = new Date();
    const most = new Map(guessed.map((each) => [hashOf(each), each.most]));
    const rows = await this.counts.add([...most.keys()], new Date(now.getTime() - WINDOW), now);
    const over = rows.filter(({ subjectHash, guesses }) => guesses > (most.get(subjectHash) ?? 0));
    if (over.length === 0) return null;
    return new Date(Math.max(...over.map(({ since }) => since.getTime())) + WINDOW);
  }

  /** A guess was right, and so none. */
  async takeBack(guessed: readonly Guessed[]): Promise<void> {
    await this.counts.takeBack(guessed.map(hashOf), new Date(Date.now() - WINDOW));
  }
}

function hashOf({ name }: Guessed): string {
  return createHash('sha256').update(name).digest('hex');
}
