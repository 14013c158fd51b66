import { Injectable } from '@nestjs/common';
import { emptyConnection, pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { includes, Role, type GraphqlContext } from '../auth/index.js';
import { ClaimLoader } from '../claims/index.js';
import { ContradictionLoader } from '../contradictions/index.js';
import type { AssignmentListArgs, AssignmentSubject, AssignmentType } from './graphql/assignment.type.js';
import { OWN_ASSIGNMENT_ORDER, OwnAssignmentsRepository } from './own-assignments.repository.js';

/** What whoever asks has been assigned. */
@Injectable()
export class OwnAssignmentsService {
  constructor(
    private readonly assignments: OwnAssignmentsRepository,
    private readonly claims: ClaimLoader,
    private readonly contradictions: ContradictionLoader,
  ) {}

  /** A page of what is not settled yet, the soonest due first; none for readers. */
  async list({ viewer }: GraphqlContext, args: AssignmentListArgs): Promise<ConnectionOf<AssignmentType>> {
    const { accountId, role } = viewer;
    if (accountId === null || !includes(role, Role.CONTRIBUTOR)) return emptyConnection(args, OWN_ASSIGNMENT_ORDER);
    const page = pageRequest(args, OWN_ASSIGNMENT_ORDER);
    const today = new Date().toISOString().slice(0, 10);
    const criteria = { assigneeId: accountId, today, due: args.due ?? null };
    const rows = await this.assignments.list(criteria, page);
    return toConnection<AssignmentType>(
      rows.map(({ id: localId, ...rest }) => ({ ...rest, localId })),
      page,
      ({ dueKey, localId }) => [dueKey, localId],
      () => this.assignments.count(criteria),
    );
  }

  subject({ loaders }: GraphqlContext, assignment: AssignmentType): Promise<AssignmentSubject | null> {
    const { storyId, claimId, contradictionId } = assignment;
    if (claimId !== null) return this.claims.claim(loaders, { storyId, id: claimId });
    if (contradictionId !== null) return this.contradictions.contradiction(loaders, { storyId, id: contradictionId });
    throw new Error('An assignment is of nothing.');
  }
}
