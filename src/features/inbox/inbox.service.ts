import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { inOrderOf } from '../../platform/loading/index.js';
import { includes, Role, type ActingViewer, type GraphqlContext, type Viewer } from '../auth/index.js';
import { ClaimLoader } from '../claims/index.js';
import { ContradictionLoader } from '../contradictions/index.js';
import { NOTIFICATION_ORDER, NotificationsRepository } from '../notifications/index.js';
import { SourceLoader } from '../sources/index.js';
import type { InboxListArgs, InboxMarkReadArgs } from './graphql/inbox.args.js';
import type { InboxItemType, InboxSubject, InboxType } from './graphql/inbox.type.js';
import { toInboxItem } from './inbox-item.mapper.js';

/** What people were told, by whom it is read: its owner, as long as they work here. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsRepository,
    private readonly claims: ClaimLoader,
    private readonly contradictions: ContradictionLoader,
    private readonly sources: SourceLoader,
  ) {}

  /** @returns null where there is no such item, or it is another's */
  async load({ loaders, viewer }: GraphqlContext, id: string): Promise<InboxItemType | null> {
    const { accountId } = viewer;
    if (accountId === null || !hasInbox(viewer)) return null;
    const load = async (ids: readonly string[]) => {
      const rows = await this.notifications.findByIds(accountId, ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toInboxItem(row));
    };
    return loaders.get<string, InboxItemType | null>('inbox item', load).load(id);
  }

  /** A page of what the owner was told, newest first. */
  async list(accountId: string, { unread, ...page }: InboxListArgs): Promise<ConnectionOf<InboxItemType>> {
    const request = pageRequest(page, NOTIFICATION_ORDER);
    const rows = await this.notifications.list(accountId, unread === true, request);
    return toConnection(
      rows.map(toInboxItem),
      request,
      (item) => [item.localId],
      () => this.notifications.count(accountId, unread === true),
    );
  }

  /** The inbox of an account. */
  of(accountId: string): InboxType {
    return { accountId, unreadCount: () => this.notifications.count(accountId, true) };
  }

  subject({ loaders }: GraphqlContext, item: InboxItemType): Promise<InboxSubject | null> {
    const { storyId, claimId, contradictionId, sourceId } = item;
    if (claimId !== null) return this.claims.claim(loaders, { storyId, id: claimId });
    if (contradictionId !== null) return this.contradictions.contradiction(loaders, { storyId, id: contradictionId });
    if (sourceId !== null) return this.sources.source(loaders, { storyId, id: sourceId });
    throw new Error('Something in an inbox is about nothing.');
  }

  /** @throws UserErrors where not exactly one of ids and upTo is given, or what is named is not in the own inbox */
  async markRead({ ids, upTo }: InboxMarkReadArgs, { accountId }: ActingViewer): Promise<void> {
    if ((ids == null) === (upTo == null)) {
      throw userError(UserErrorCode.INVALID_INPUT, 'Give either ids or upTo.', ['ids']);
    }
    await this.database.transaction(async (tx) => {
      const now = new Date();
      if (upTo != null) {
        const [id] = await this.own(tx, accountId, [upTo], () => ['upTo']);
        if (id !== undefined) await this.notifications.markReadUpTo(tx, accountId, id, now);
      } else {
        const own = await this.own(tx, accountId, ids ?? [], (i) => ['ids', String(i)]);
        await this.notifications.markRead(tx, accountId, own, now);
      }
    });
  }

  private async own(
    tx: Transaction,
    accountId: string,
    globalIds: readonly string[],
    field: (i: number) => string[],
  ): Promise<string[]> {
    const ids = globalIds.map((globalId, i) => requireIds('InboxItem', globalId, field(i)).id);
    const found = new Set((await this.notifications.findByIds(accountId, ids, tx)).map(({ id }) => id));
    const missing = ids.findIndex((id) => !found.has(id));
    if (missing >= 0) throw notFound('InboxItem', field(missing));
    return ids;
  }
}

/** Whether somebody is told anything: it is those who work here that are. */
export function hasInbox({ role, accountId }: Viewer): boolean {
  return accountId !== null && includes(role, Role.CONTRIBUTOR);
}
