import { Args, Context, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import {
  acting,
  Actor,
  ActorLoader,
  Allow,
  Role,
  SIGNED_IN,
  ViewerType,
  type GraphqlContext,
  type Viewer,
} from '../auth/index.js';
import { maySeeAccount } from './account-access.js';
import { toAccount } from './account.mapper.js';
import { ApiKeysService } from './api-keys.service.js';
import {
  AccountInviteInput,
  AccountListArgs,
  AccountPayload,
  AccountTokenPayload,
  AccountUpdateInput,
  ProfileUpdateInput,
} from './graphql/account.inputs.js';
import { AccountConnection, AccountType } from './graphql/account.type.js';
import { ApiKeyConnection, type ApiKeyType } from './graphql/api-key.type.js';
import { InvitationsService, type IssuedToken } from './invitations.service.js';
import { PeopleService } from './people.service.js';

@Resolver(() => AccountType)
export class AccountsResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
    private readonly keys: ApiKeysService,
    private readonly actors: ActorLoader,
  ) {}

  @Allow(Role.ADMIN)
  @Query(() => AccountConnection, { description: 'Accounts, in the order in which they were made.' })
  accounts(@Args() args: AccountListArgs): Promise<ConnectionOf<AccountType>> {
    return this.people.list(args.query ?? null, args);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'As whom it acts: what everybody sees of it.' })
  actor({ localId }: AccountType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, localId);
  }

  @ResolveField(() => ApiKeyConnection, {
    nullable: true,
    description: 'Its API keys, newest first; null for whoever may not see them.',
  })
  @FieldArgs(ForwardArgs)
  apiKeys(
    account: AccountType,
    args: ForwardArgs,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ConnectionOf<ApiKeyType>> | null {
    return maySeeAccount(viewer, account) ? this.keys.listOfAccount(loaders, account.localId, args) : null;
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountTokenPayload, {
    description:
      'Makes an account for somebody, with a token by which they accept and choose a password within seven days. ' +
      'No mail is sent: hand the token over by a way that only they read.',
  })
  async accountInvite(
    @Args('input', { description: 'Who is invited.' }) input: AccountInviteInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountTokenPayload>> {
    return shown(await this.invitations.invite(input, acting(viewer)));
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountTokenPayload, {
    description:
      'Makes a token by which whoever lost a password chooses another within a day, or whoever lost an invitation ' +
      'accepts it within seven. An earlier token of the account is good no longer; its present password is.',
  })
  async passwordResetCreate(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountTokenPayload>> {
    return shown(await this.invitations.renew(id, acting(viewer)));
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountPayload, {
    description:
      'Changes an account. A lower role or disabling it counts for its keys at once. The last administrator who can ' +
      'sign in stays one.',
  })
  async accountUpdate(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: AccountUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.people.update(id, expectedVersion, input, acting(viewer))) };
  }

  @Allow(SIGNED_IN)
  @Mutation(() => AccountPayload, {
    description:
      'Changes the own account: what its owner is called. Address and role are for administrators to change.',
  })
  async profileUpdate(
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: ProfileUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.people.updateOwn(expectedVersion, input, acting(viewer))) };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountPayload, {
    description:
      'Forgets by what the provider of single sign-on knows an account, and ends its sessions. Whoever signs in by it next ' +
      'with the address of the account is known by that from then on.',
  })
  async singleSignOnUnlink(
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.people.unlink(id, acting(viewer))) };
  }
}

/** What this feature adds to whoever asks. */
@Resolver(() => ViewerType)
export class ViewerAccountResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => AccountType, { nullable: true, description: 'The own account; null for anonymous callers.' })
  account(_parent: unknown, _args: unknown, { loaders, viewer }: GraphqlContext): Promise<AccountType | null> | null {
    return viewer.accountId === null ? null : this.people.load(loaders, viewer.accountId, viewer);
  }
}

function shown({ row, token, expiresAt }: IssuedToken): Partial<AccountTokenPayload> {
  return { accountToken: { account: toAccount(row), token, expiresAt } };
}
