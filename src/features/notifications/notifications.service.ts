import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Notice } from './notice.js';
import { NotificationsRepository } from './notifications.repository.js';

/** Tells people what concerns them, in the transaction of what happened. */
@Injectable()
export class NotificationsService {
  constructor(private readonly notifications: NotificationsRepository) {}

  /**
   * Tells accounts something, each once. Nobody is told of their own acts, nor of those of a service that they answer for;
   * whoever answers for a service is told in its place. Who can no longer work here is told nothing.
   * @param to ids of accounts
   * @param but ids of people who have been told of the same act already
   * @returns the ids of the people who were told
   */
  async notify(
    tx: Transaction,
    notice: Notice,
    to: readonly string[],
    now: Date,
    but: readonly string[] = [],
  ): Promise<string[]> {
    return to.length === 0 ? [] : this.notifications.insert(tx, notice, to, but, now);
  }

  /**
   * The ids of the accounts whom a comment on something concerns: who wrote it or decided on it, who has been assigned it,
   * and who commented on it before.
   */
  concernedBy(tx: Transaction, about: Notice['about']): Promise<string[]> {
    return this.notifications.findConcerned(tx, about);
  }
}
