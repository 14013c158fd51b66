import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { DateScalar } from '../../graphql/scalars/index.js';
import { Actor, UserType, type GraphqlContext } from '../auth/index.js';
import { ClaimType } from '../claims/index.js';
import { ContradictionType } from '../contradictions/index.js';
import { RevisionConnection, type RevisionType } from '../revisions/index.js';
import { AssignedObjectsService } from './assigned-objects.service.js';

const ASSIGNEE = 'Who is to work on it; null where nobody is, and for readers.';
const DUE_ON = 'By the end of which day; null where no day is set, and for readers.';
const REVISIONS =
  'Each change of who is to work on it and until when, oldest first, with versions of their own; none for readers.';

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ClaimAssignmentResolver {
  constructor(private readonly assigned: AssignedObjectsService) {}

  @ResolveField(() => UserType, { nullable: true, description: ASSIGNEE })
  assignee(claim: ClaimType, _args: unknown, context: GraphqlContext): Promise<Actor | null> {
    return this.assigned.assignee(context, 'claim', keyOf(claim));
  }

  @ResolveField(() => DateScalar, { nullable: true, description: DUE_ON })
  dueOn(claim: ClaimType, _args: unknown, context: GraphqlContext): Promise<string | null> {
    return this.assigned.dueOn(context, 'claim', keyOf(claim));
  }

  @ResolveField(() => RevisionConnection, { description: REVISIONS })
  @FieldArgs(ForwardArgs)
  assignmentRevisions(
    claim: ClaimType,
    args: ForwardArgs,
    context: GraphqlContext,
  ): Promise<ConnectionOf<RevisionType>> {
    return this.assigned.revisions(context, 'claim', keyOf(claim), args);
  }
}

/** What this feature adds to a contradiction. */
@Resolver(() => ContradictionType)
export class ContradictionAssignmentResolver {
  constructor(private readonly assigned: AssignedObjectsService) {}

  @ResolveField(() => UserType, { nullable: true, description: ASSIGNEE })
  assignee(contradiction: ContradictionType, _args: unknown, context: GraphqlContext): Promise<Actor | null> {
    return this.assigned.assignee(context, 'contradiction', keyOf(contradiction));
  }

  @ResolveField(() => DateScalar, { nullable: true, description: DUE_ON })
  dueOn(contradiction: ContradictionType, _args: unknown, context: GraphqlContext): Promise<string | null> {
    return this.assigned.dueOn(context, 'contradiction', keyOf(contradiction));
  }

  @ResolveField(() => RevisionConnection, { description: REVISIONS })
  @FieldArgs(ForwardArgs)
  assignmentRevisions(
    contradiction: ContradictionType,
    args: ForwardArgs,
    context: GraphqlContext,
  ): Promise<ConnectionOf<RevisionType>> {
    return this.assigned.revisions(context, 'contradiction', keyOf(contradiction), args);
  }
}
