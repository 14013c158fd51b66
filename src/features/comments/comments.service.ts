import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { decodeId, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { includes, Role, type ActingViewer } from '../auth/index.js';
import { NotificationReason, NotificationsService } from '../notifications/index.js';
import { ColleaguesService } from '../people/index.js';
import { RevisionsRepository, RevisionsService } from '../revisions/index.js';
import { CommentsRepository, namesOf, objectOf, type Commented, type CommentRow } from './comments.repository.js';
import {
  MAX_MENTIONED,
  type CommentAddArgs,
  type CommentEditArgs,
  type CommentRemoveArgs,
} from './graphql/comment.args.js';
import { mentionedIn } from './mentions.js';

/** An act on a comment: what it was and what it is. */
interface CommentAct {
  readonly viewer: ActingViewer;
  readonly action: string;
  readonly before: CommentRow | null;
  readonly after: CommentRow;
  readonly reason: string | null;
}

/** Writing, rewording and removing comments. Every wording stays on record. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: Database,
    private readonly comments: CommentsRepository,
    private readonly colleagues: ColleaguesService,
    private readonly revisions: RevisionsRepository,
    private readonly revisionLists: RevisionsService,
    private readonly audit: AuditRepository,
    private readonly notifications: NotificationsService,
  ) {}

  /** @throws UserErrors where the subject is nothing to comment on, or a mention names nobody who could read it */
  async add({ subject, body }: CommentAddArgs, viewer: ActingViewer): Promise<CommentRow> {
    const object = commentedOf(subject);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      if (!(await this.comments.holdObject(tx, object))) throw notFound(object.type, ['subject']);
      const mentioned = await this.checkMentions(tx, body, []);
      const concerned = await this.notifications.concernedBy(tx, object);
      const row: CommentRow = {
        storyId: object.key.storyId,
        id: uuidv7(),
        ...namesOf(object),
        body,
        authorId: viewer.accountId,
        createdAt: now,
        editedAt: null,
        removedAt: null,
        version: 1,
      };
      await this.comments.insert(tx, row);
      await this.record(tx, { viewer, action: 'commentAdd', before: null, after: row, reason: null }, now);
      const told = await this.tell(tx, NotificationReason.MENTIONED, row, mentioned, now);
      await this.tell(tx, NotificationReason.COMMENTED, row, concerned, now, told);
      return row;
    });
  }

  /** @throws UserErrors where it is not the viewer's, was removed or has changed, or a new mention names nobody */
  async edit({ id, expectedVersion, body }: CommentEditArgs, viewer: ActingViewer): Promise<CommentRow> {
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const before = await this.take(tx, id);
      if (before.authorId !== viewer.accountId) {
        throw userError(UserErrorCode.NOT_ALLOWED, 'Only who wrote a comment changes it; answer with another.', ['id']);
      }
      if (before.version !== expectedVersion) {
        const stale = { expected: expectedVersion, version: before.version, what: 'comment', now: 'in other words' };
        throw await this.revisionLists.stale(tx, 'comment', before, stale);
      }
      if (before.body === body) return before;
      const mentioned = await this.checkMentions(tx, body, mentionedIn(before.body ?? ''));
      const after = { ...before, body, editedAt: now, version: before.version + 1 };
      await this.comments.change(tx, before, { body, editedAt: now, version: after.version });
      await this.record(tx, { viewer, action: 'commentEdit', before, after, reason: null }, now);
      await this.tell(tx, NotificationReason.MENTIONED, after, mentioned, now);
      return after;
    });
  }

  /** @throws UserErrors where it was removed already, or is another's and the viewer no administrator with a reason */
  async remove({ id, reason = null }: CommentRemoveArgs, viewer: ActingViewer): Promise<CommentRow> {
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const before = await this.take(tx, id);
      if (before.authorId !== viewer.accountId) {
        if (!includes(viewer.role, Role.ADMIN)) {
          const message = 'Only who wrote a comment, or an administrator, removes it.';
          throw userError(UserErrorCode.NOT_ALLOWED, message, ['id']);
        }
        if (reason === null) {
          throw userError(UserErrorCode.REQUIRED, 'Say why you remove what somebody else wrote.', ['reason']);
        }
      }
      const after = { ...before, body: null, removedAt: now, version: before.version + 1 };
      await this.comments.change(tx, before, { body: null, removedAt: now, version: after.version });
      await this.record(tx, { viewer, action: 'commentRemove', before, after, reason }, now);
      return after;
    });
  }

  private async take(tx: Transaction, globalId: string): Promise<CommentRow> {
    const row = await this.comments.lock(tx, requireIds('Comment', globalId, ['id']));
    if (!row) throw notFound('Comment', ['id']);
    if (row.removedAt !== null) throw userError(UserErrorCode.ILLEGAL_STATE, 'The comment was removed.', ['id']);
    return row;
  }

  /**
   * @param known who was mentioned before: what has become of them since is no matter
   * @returns the accounts of those who are newly mentioned
   */
  private async checkMentions(tx: Transaction, body: string, known: readonly string[]): Promise<string[]> {
    const mentioned = mentionedIn(body);
    if (mentioned.length > MAX_MENTIONED) {
      throw userError(UserErrorCode.TOO_LONG, `A comment mentions at most ${MAX_MENTIONED} people.`, ['body']);
    }
    const fresh = mentioned.filter((id) => !known.includes(id));
    return (await this.colleagues.requireAll(tx, fresh, ['body'])).map(({ id }) => id);
  }

  private tell(
    tx: Transaction,
    reason: NotificationReason,
    comment: CommentRow,
    whom: readonly string[],
    now: Date,
    but: readonly string[] = [],
  ): Promise<string[]> {
    const notice = { reason, about: objectOf(comment), commentId: comment.id, actorId: comment.authorId };
    return this.notifications.notify(tx, notice, whom, now, but);
  }

  private async record(
    tx: Transaction,
    { viewer, action, before, after, reason }: CommentAct,
    now: Date,
  ): Promise<void> {
    const { storyId, id, version } = after;
    await this.revisions.append(tx, 'comment', after, {
      version,
      changes: [{ field: 'body', before: before?.body ?? null, after: after.body }],
      reason,
      actorId: viewer.accountId,
      createdAt: now,
    });
    await this.audit.append(
      tx,
      {
        viewer,
        action,
        objectType: 'Comment',
        objectId: id,
        storyId,
        ...(before && { before: { body: before.body } }),
        after: {
          ...(after.body !== null && { body: after.body }),
          ...(!before && namesOnly(after)),
          ...(reason !== null && { reason }),
          version,
        },
      },
      now,
    );
  }
}

/** @throws UserErrors WRONG_TYPE where the id is of what cannot be commented on, NOT_FOUND where it is no id at all */
function commentedOf(globalId: string): Commented {
  const decoded = decodeId(globalId);
  if (!decoded) throw userError(UserErrorCode.NOT_FOUND, 'There is nothing with this id.', ['subject']);
  switch (decoded.type) {
    case 'Claim':
    case 'Contradiction':
    case 'Source':
      return { type: decoded.type, key: { storyId: decoded.storyId, id: decoded.id } };
    default: {
      const message = `This id is one of type ${decoded.type}; comments are on claims, contradictions and sources.`;
      throw userError(UserErrorCode.WRONG_TYPE, message, ['subject']);
    }
  }
}

/** What it is on, without what it is not on. */
function namesOnly({ claimId, contradictionId, sourceId }: CommentRow): Record<string, string> {
  return {
    ...(claimId !== null && { claimId }),
    ...(contradictionId !== null && { contradictionId }),
    ...(sourceId !== null && { sourceId }),
  };
}
