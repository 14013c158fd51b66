import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
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
import { toApiKey } from './api-key.mapper.js';
import { ApiKeysService } from './api-keys.service.js';
import { ApiKeyCreateInput, ApiKeyPayload, NewApiKeyPayload } from './graphql/api-key.inputs.js';
import { ApiKeyConnection, ApiKeyType } from './graphql/api-key.type.js';

@Resolver(() => ApiKeyType)
export class ApiKeysResolver {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly actors: ActorLoader,
  ) {}

  @Allow(Role.ADMIN)
  @Query(() => ApiKeyConnection, { description: 'The API keys of all accounts, newest first.' })
  apiKeys(@Args() args: ForwardArgs): Promise<ConnectionOf<ApiKeyType>> {
    return this.keys.list(args);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Whose key it is.' })
  owner({ accountId }: ApiKeyType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, accountId);
  }

  @ResolveField(() => Boolean, { description: 'Whether this request came with it.' })
  isCurrent({ localId }: ApiKeyType, _args: unknown, { viewer }: GraphqlContext): boolean {
    return viewer.signIn?.id === localId;
  }

  @Allow(SIGNED_IN)
  @Mutation(() => NewApiKeyPayload, {
    description:
      'Makes an API key for whoever asks, or for a service account. Its secret is in the answer and nowhere else.',
  })
  async apiKeyCreate(
    @Args('input', { description: 'What to make.' }) input: ApiKeyCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<NewApiKeyPayload>> {
    const { row, secret } = await this.keys.create(input, acting(viewer));
    return { newApiKey: { apiKey: toApiKey(row), secret } };
  }

  @Allow(SIGNED_IN)
  @Mutation(() => ApiKeyPayload, {
    description:
      'Makes an API key useless from now on: one of the own or of a service account that one answers for, or as an administrator any.',
  })
  async apiKeyRevoke(
    @Args('id', { type: () => ID, description: 'The key.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ApiKeyPayload>> {
    return { apiKey: toApiKey(await this.keys.revoke(id, acting(viewer))) };
  }
}

/** What this feature adds to whoever asks. */
@Resolver(() => ViewerType)
export class ViewerApiKeysResolver {
  constructor(private readonly keys: ApiKeysService) {}

  @ResolveField(() => ApiKeyConnection, {
    nullable: true,
    description: 'The own API keys, newest first; null for anonymous callers.',
  })
  @FieldArgs(ForwardArgs)
  apiKeys(
    _parent: unknown,
    args: ForwardArgs,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ConnectionOf<ApiKeyType>> | null {
    return viewer.accountId === null ? null : this.keys.listOfAccount(loaders, viewer.accountId, args);
  }
}
