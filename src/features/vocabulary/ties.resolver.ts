import { Args, Context, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { acting, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import {
  IdentityCreateInput,
  IdentityPayload,
  IdentityUpdateInput,
  PropertyOrderCreateInput,
  PropertyOrderPayload,
} from './graphql/ties.inputs.js';
import { IdentityConnection, IdentityType, PropertyOrderConnection, PropertyOrderType } from './graphql/ties.types.js';
import { PropertyType } from './graphql/vocabulary.types.js';
import { IdentitiesService } from './identities.service.js';
import { PropertyOrdersService } from './property-orders.service.js';
import { VocabularyLoader } from './vocabulary.loader.js';
import { toIdentity, toPropertyOrder } from './vocabulary.mapper.js';

@Resolver(() => IdentityType)
export class IdentitiesResolver {
  constructor(
    private readonly identities: IdentitiesService,
    private readonly loader: VocabularyLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => IdentityConnection, { name: 'identities', description: 'Sums that must come out.' })
  list(@Args() args: ForwardArgs): Promise<ConnectionOf<IdentityType>> {
    return this.identities.list(args);
  }

  @Allow(Role.ADMIN)
  @Mutation(() => IdentityPayload, {
    description: 'Makes an identity. Claims that it ties are examined again in the background.',
  })
  async identityCreate(
    @Args('input', { description: 'What to make.' }) input: IdentityCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<IdentityPayload>> {
    const { row, reexamination } = await this.identities.create(input, acting(viewer));
    return { identity: toIdentity(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => IdentityPayload, {
    description: "Changes an identity's label or parts. Claims that it ties are examined again in the background.",
  })
  async identityUpdate(
    @Args('id', { type: () => ID, description: 'The identity.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: IdentityUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<IdentityPayload>> {
    const { row, reexamination } = await this.identities.update(id, expectedVersion, input, acting(viewer));
    return { identity: toIdentity(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => IdentityPayload, {
    description: 'Removes an identity. What contradicts only by it lapses, in the background.',
  })
  async identityDelete(
    @Args('id', { type: () => ID, description: 'The identity.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<IdentityPayload>> {
    const { row, reexamination } = await this.identities.remove(id, acting(viewer));
    return { identity: toIdentity(row), reexamination };
  }

  @ResolveField(() => PropertyType, { description: 'The sum.' })
  whole(identity: IdentityType, _args: unknown, { loaders }: GraphqlContext): Promise<PropertyType | null> {
    return this.loader.property(loaders, identity.wholeId);
  }

  @ResolveField(() => [PropertyType], { description: 'What is added up, in the order in which it is told.' })
  async parts(identity: IdentityType, _args: unknown, { loaders }: GraphqlContext): Promise<PropertyType[]> {
    const parts = await Promise.all(identity.partIds.map((id) => this.loader.property(loaders, id)));
    return parts.filter((part) => part !== null);
  }
}

@Resolver(() => PropertyOrderType)
export class PropertyOrdersResolver {
  constructor(
    private readonly orders: PropertyOrdersService,
    private readonly loader: VocabularyLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => PropertyOrderConnection, { name: 'propertyOrders', description: 'Times that must follow each other.' })
  list(@Args() args: ForwardArgs): Promise<ConnectionOf<PropertyOrderType>> {
    return this.orders.list(args);
  }

  @Allow(Role.ADMIN)
  @Mutation(() => PropertyOrderPayload, {
    description: 'Makes an order of times. Claims that it ties are examined again in the background.',
  })
  async propertyOrderCreate(
    @Args('input', { description: 'What to make.' }) input: PropertyOrderCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PropertyOrderPayload>> {
    const { row, reexamination } = await this.orders.create(input, acting(viewer));
    return { propertyOrder: toPropertyOrder(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => PropertyOrderPayload, {
    description: 'Removes an order. What contradicts only by it lapses, in the background.',
  })
  async propertyOrderDelete(
    @Args('id', { type: () => ID, description: 'The order.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PropertyOrderPayload>> {
    const { row, reexamination } = await this.orders.remove(id, acting(viewer));
    return { propertyOrder: toPropertyOrder(row), reexamination };
  }

  @ResolveField(() => PropertyType, { description: 'What comes first.' })
  earlier(order: PropertyOrderType, _args: unknown, { loaders }: GraphqlContext): Promise<PropertyType | null> {
    return this.loader.property(loaders, order.earlierId);
  }

  @ResolveField(() => PropertyType, { description: 'What comes after it.' })
  later(order: PropertyOrderType, _args: unknown, { loaders }: GraphqlContext): Promise<PropertyType | null> {
    return this.loader.property(loaders, order.laterId);
  }
}
