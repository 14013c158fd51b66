import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { includes, Role, type ActingViewer } from '../auth/index.js';
import { NotificationReason, NotificationsService } from '../notifications/index.js';
import { ColleaguesService } from '../people/index.js';
import { RevisionsRepository, type FieldChange } from '../revisions/index.js';
import {
  AssignmentsRepository,
  type Assignable,
  type AssignableKind,
  type AssignmentRow,
} from './assignments.repository.js';
import type { AssignArgs } from './graphql/assign.args.js';

/** Who has something to do, and until when. */
interface Assigned {
  readonly assigneeId: string | null;
  readonly dueOn: string | null;
}

const NOBODY: Assigned = { assigneeId: null, dueOn: null };
const TYPES = { claim: 'Claim', contradiction: 'Contradiction' } as const satisfies Record<AssignableKind, string>;

/**
 * Giving work to people, and taking it back. It leaves the object's version alone, as it is no part of what is reviewed:
 * whoever is about to approve a claim need not read it again because somebody was asked to. An assignment counts its own
 * versions, and each is a revision.
 */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly database: Database,
    private readonly assignments: AssignmentsRepository,
    private readonly colleagues: ColleaguesService,
    private readonly revisions: RevisionsRepository,
    private readonly audit: AuditRepository,
    private readonly notifications: NotificationsService,
  ) {}

  /**
   * @returns the object
   * @throws UserErrors where the object or the person is not there, or the viewer may not do this
   */
  async assign(kind: AssignableKind, args: AssignArgs, viewer: ActingViewer): Promise<Assignable> {
    const object: Assignable = { kind, key: requireIds(TYPES[kind], args.id, ['id']) };
    await this.database.transaction(async (tx) => {
      const now = new Date();
      if (!(await this.assignments.holdObject(tx, object))) throw notFound(TYPES[kind], ['id']);
      const assignee = args.assignee == null ? null : await this.colleagues.require(tx, args.assignee, ['assignee']);
      const before = await this.assignments.lock(tx, object, assignee && { byId: viewer.accountId, now });
      const after = wantedOf(args, assignee?.id ?? null, before ?? NOBODY);
      if (!before || (before.assigneeId === after.assigneeId && before.dueOn === after.dueOn)) return;
      requireMay(viewer, before, after);
      await this.assignments.change(tx, before, {
        ...after,
        assignedById: viewer.accountId,
        assignedAt: now,
        version: before.version + 1,
      });
      await this.record(tx, object, viewer, before, after, now);
      await this.tell(tx, object, viewer, before, after, now);
    });
    return object;
  }

  private async tell(
    tx: Transaction,
    { kind, key }: Assignable,
    { accountId: actorId }: ActingViewer,
    before: Assigned,
    after: Assigned,
    now: Date,
  ): Promise<void> {
    const about = { type: TYPES[kind], key };
    const tell = (reason: NotificationReason, whom: string | null) =>
      this.notifications.notify(tx, { reason, about, commentId: null, actorId }, whom === null ? [] : [whom], now);
    if (before.assigneeId === after.assigneeId) {
      await tell(NotificationReason.DUE_CHANGED, after.assigneeId);
    } else {
      await tell(NotificationReason.UNASSIGNED, before.assigneeId);
      await tell(NotificationReason.ASSIGNED, after.assigneeId);
    }
  }

  private async record(
    tx: Transaction,
    { kind, key }: Assignable,
    viewer: ActingViewer,
    before: AssignmentRow,
    after: Assigned,
    now: Date,
  ): Promise<void> {
    const names = await this.colleagues.namesOf(
      tx,
      [before.assigneeId, after.assigneeId].filter((id) => id !== null),
    );
    await this.revisions.append(tx, 'assignment', before, {
      version: before.version + 1,
      changes: changesOf(names, before, after),
      reason: null,
      actorId: viewer.accountId,
      createdAt: now,
    });
    await this.audit.append(
      tx,
      {
        viewer,
        action: `${kind}Assign`,
        objectType: TYPES[kind],
        objectId: key.id,
        storyId: key.storyId,
        before: stateOf(before),
        after: stateOf(after),
      },
      now,
    );
  }
}

/** @throws UserErrors INVALID_INPUT where a day is given by which nobody has to do anything */
function wantedOf({ dueOn }: AssignArgs, assigneeId: string | null, before: Assigned): Assigned {
  if (assigneeId !== null) return { assigneeId, dueOn: dueOn === undefined ? before.dueOn : dueOn };
  if (dueOn == null) return { assigneeId, dueOn: null };
  throw userError(UserErrorCode.INVALID_INPUT, 'Name who has to do it by then: dueOn goes with assignee.', ['dueOn']);
}

/**
 * Editors give work to anybody. Contributors take what nobody has, and give up what is theirs.
 * @throws UserErrors NOT_ALLOWED
 */
function requireMay({ role, accountId }: ActingViewer, before: Assigned, after: Assigned): void {
  if (includes(role, Role.EDITOR)) return;
  const takes = before.assigneeId === null && after.assigneeId === accountId;
  const givesUp = before.assigneeId === accountId && after.assigneeId === null;
  if (takes || givesUp) return;
  throw userError(
    UserErrorCode.NOT_ALLOWED,
    'You may take what nobody has been assigned, and give up what you have; an editor assigns the rest.',
    ['assignee'],
  );
}

function changesOf(names: ReadonlyMap<string, string>, before: Assigned, after: Assigned): FieldChange[] {
  const name = ({ assigneeId }: Assigned): string | null =>
    assigneeId === null ? null : (names.get(assigneeId) ?? null);
  return [
    ...(before.assigneeId === after.assigneeId
      ? []
      : [{ field: 'assignee', before: name(before), after: name(after) }]),
    ...(before.dueOn === after.dueOn ? [] : [{ field: 'dueOn', before: before.dueOn, after: after.dueOn }]),
  ];
}

function stateOf({ assigneeId, dueOn }: Assigned): { assigneeId: string | null; dueOn: string | null } {
  return { assigneeId, dueOn };
}
