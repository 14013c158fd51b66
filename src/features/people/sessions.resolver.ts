import { Args, Context, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { acting, Allow, SIGNED_IN, ViewerType, type GraphqlContext, type Viewer } from '../auth/index.js';
import { maySeeAccount } from './account-access.js';
import { AccountType } from './graphql/account.type.js';
import { SessionConnection, SessionPayload, SessionType } from './graphql/session.type.js';
import { toSession } from './session.mapper.js';
import { SessionsService } from './sessions.service.js';

@Resolver(() => SessionType)
export class SessionsResolver {
  constructor(private readonly sessions: SessionsService) {}

  @ResolveField(() => Boolean, { description: 'Whether this request came with it.' })
  isCurrent({ localId }: SessionType, _args: unknown, { viewer }: GraphqlContext): boolean {
    return viewer.signIn?.id === localId;
  }

  @Allow(SIGNED_IN)
  @Mutation(() => SessionPayload, { description: 'Ends a session: one of the own, or as an administrator any.' })
  async sessionEnd(
    @Args('id', { type: () => ID, description: 'The session.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SessionPayload>> {
    return { session: toSession(await this.sessions.end(id, acting(viewer))) };
  }
}

/** What sessions add to whoever asks. */
@Resolver(() => ViewerType)
export class ViewerSessionsResolver {
  constructor(private readonly service: SessionsService) {}

  @ResolveField(() => SessionConnection, {
    nullable: true,
    description: 'The own sessions, newest first; null for anonymous callers.',
  })
  @FieldArgs(ForwardArgs)
  sessions(
    _parent: unknown,
    args: ForwardArgs,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ConnectionOf<SessionType>> | null {
    return viewer.accountId === null ? null : this.service.listOfAccount(loaders, viewer.accountId, args);
  }
}

/** What sessions add to an account. */
@Resolver(() => AccountType)
export class AccountSessionsResolver {
  constructor(private readonly service: SessionsService) {}

  @ResolveField(() => SessionConnection, {
    nullable: true,
    description: 'Its sessions, newest first; null for whoever may not see them.',
  })
  @FieldArgs(ForwardArgs)
  sessions(
    account: AccountType,
    args: ForwardArgs,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ConnectionOf<SessionType>> | null {
    return maySeeAccount(viewer, account) ? this.service.listOfAccount(loaders, account.localId, args) : null;
  }
}
