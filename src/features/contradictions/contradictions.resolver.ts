import { Args, Context, ID, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { idsOf } from '../../graphql/node/index.js';
import { DecisionArgs, VersionArgs } from '../../graphql/validation/reason.args.js';
import type { Loaders } from '../../platform/loading/index.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ContradictionListsService } from './contradiction-lists.service.js';
import { ContradictionLoader } from './contradiction.loader.js';
import { toContradiction } from './contradiction.mapper.js';
import { DecisionsService } from './decisions.service.js';
import {
  ContradictionListArgs,
  ContradictionPayload,
  ContradictionResolveInput,
} from './graphql/contradiction.inputs.js';
import { ContradictionConnection, ContradictionType } from './graphql/contradiction.type.js';

/** The root fields of contradictions. */
@Resolver()
export class ContradictionsResolver {
  constructor(
    private readonly lists: ContradictionListsService,
    private readonly loader: ContradictionLoader,
    private readonly decisions: DecisionsService,
  ) {}

  @Allow(Role.READER)
  @Query(() => ContradictionType, {
    nullable: true,
    description: 'The contradiction with this id; null where there is none.',
  })
  contradiction(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ): Promise<ContradictionType | null> | null {
    const key = idsOf('Contradiction', id);
    return key && this.loader.contradiction(loaders, key);
  }

  @Allow(Role.READER)
  @Query(() => ContradictionConnection, {
    name: 'contradictions',
    description: 'Contradictions of all stories, newest first unless asked otherwise.',
  })
  list(
    @Args() args: ContradictionListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<ContradictionType>> {
    return this.lists.list(args, askedOf(info));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, {
    description: 'Takes a contradiction into review, so that others see that somebody is at it.',
  })
  async contradictionTake(
    @Args() { id, expectedVersion }: VersionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionTake' };
    return { contradiction: toContradiction(await this.decisions.take(act)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, { description: 'Gives a contradiction back that is in review, undecided.' })
  async contradictionRelease(
    @Args() { id, expectedVersion }: VersionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionRelease' };
    return { contradiction: toContradiction(await this.decisions.release(act)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, {
    description:
      'Decides a contradiction, with an outcome and a note. CLAIM_WRONG ranks the members that are not upheld DEPRECATED, and ALL_WRONG all of them: their other contradictions lapse, this one stays.',
  })
  async contradictionResolve(
    @Args('id', { type: () => ID, description: 'The contradiction.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that was decided on.' })
    expectedVersion: number,
    @Args('input', { description: 'The decision.' }) input: ContradictionResolveInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionResolve' };
    return { contradiction: toContradiction(await this.decisions.resolve(act, input)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, { description: 'Decides that a contradiction is none.' })
  async contradictionDismiss(
    @Args() { id, expectedVersion, reason }: DecisionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionDismiss' };
    return { contradiction: toContradiction(await this.decisions.dismiss(act, reason)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, {
    description:
      'Lets a decision stand that evidence has come to since: newEvidenceSince is null again until more comes.',
  })
  async contradictionConfirm(
    @Args() { id, expectedVersion, reason }: DecisionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionConfirm' };
    return { contradiction: toContradiction(await this.decisions.confirm(act, reason)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ContradictionPayload, {
    description:
      'Takes a decision back. It stays on record in the revisions. Claims that it ranked DEPRECATED get the rank back that they had, unless somebody has ranked them since; where one stays DEPRECATED, the contradiction lapses.',
  })
  async contradictionReopen(
    @Args() { id, expectedVersion, reason }: DecisionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ContradictionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'contradictionReopen' };
    return { contradiction: toContradiction(await this.decisions.reopen(act, reason)) };
  }
}
