import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { Actor, ActorLoader, ViewerType, type GraphqlContext } from '../auth/index.js';
import {
  AssignmentConnection,
  AssignmentListArgs,
  AssignmentSubjectUnion,
  AssignmentType,
  type AssignmentSubject,
} from './graphql/assignment.type.js';
import { OwnAssignmentsService } from './own-assignments.service.js';

@Resolver(() => AssignmentType)
export class OwnAssignmentsResolver {
  constructor(
    private readonly assignments: OwnAssignmentsService,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => AssignmentSubjectUnion, { description: 'What to work on.' })
  subject(assignment: AssignmentType, _args: unknown, context: GraphqlContext): Promise<AssignmentSubject | null> {
    return this.assignments.subject(context, assignment);
  }

  @ResolveField(() => Actor, { description: 'Who assigned it, or last changed its day.' })
  assignedBy({ assignedById }: AssignmentType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, assignedById);
  }
}

/** What this feature adds to whoever asks. */
@Resolver(() => ViewerType)
export class ViewerAssignmentsResolver {
  constructor(private readonly own: OwnAssignmentsService) {}

  @ResolveField(() => AssignmentConnection, {
    description:
      'What whoever asks has been assigned and is not settled yet: claims before they are published or refused, ' +
      'contradictions that are open or have new evidence. The soonest due first; none for readers.',
  })
  @FieldArgs(AssignmentListArgs)
  assignments(
    _parent: unknown,
    args: AssignmentListArgs,
    context: GraphqlContext,
  ): Promise<ConnectionOf<AssignmentType>> {
    return this.own.list(context, args);
  }
}
