import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { acting, Actor, ActorLoader, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import { maySeeAccount } from './account-access.js';
import { toAccount } from './account.mapper.js';
import { AccountPayload, ServiceAccountCreateInput } from './graphql/account.inputs.js';
import { AccountConnection, AccountType } from './graphql/account.type.js';
import { ServiceAccountsService } from './service-accounts.service.js';

/** What integrations add to accounts. */
@Resolver(() => AccountType)
export class ServiceAccountsResolver {
  constructor(
    private readonly service: ServiceAccountsService,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => Actor, {
    nullable: true,
    description:
      'The person who answers for it, where it is a service account; null for people and the service itself.',
  })
  responsible({ responsibleId }: AccountType, _args: unknown, context: GraphqlContext): Promise<Actor | null> | null {
    return responsibleId === null ? null : this.actors.load(context.loaders, responsibleId);
  }

  @ResolveField(() => AccountConnection, {
    nullable: true,
    description:
      'The service accounts that its owner answers for, in the order in which they were made; null for whoever may not see them.',
  })
  @FieldArgs(ForwardArgs)
  serviceAccounts(
    account: AccountType,
    args: ForwardArgs,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ConnectionOf<AccountType>> | null {
    return maySeeAccount(viewer, account) ? this.service.listOfResponsible(loaders, account.localId, args) : null;
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountPayload, {
    description:
      'Makes the account of an integration, for which a person answers. Nobody signs in to it: apiKeyCreate makes its keys.',
  })
  async serviceAccountCreate(
    @Args('input', { description: 'What to make.' }) input: ServiceAccountCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.service.create(input, acting(viewer))) };
  }
}
