import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import {
  ConceptCreateInput,
  ConceptListArgs,
  ConceptPayload,
  ConceptSchemeCreateInput,
  ConceptSchemePayload,
  PropertyCreateInput,
  PropertyPayload,
} from './graphql/vocabulary.inputs.js';
import {
  ConceptConnection,
  ConceptSchemeConnection,
  PropertyConnection,
  type ConceptSchemeType,
  type ConceptType,
  type PropertyType,
} from './graphql/vocabulary.types.js';
import { PropertiesService } from './properties.service.js';
import { toConcept, toPropertyType, toScheme } from './vocabulary.mapper.js';
import { VocabularyService } from './vocabulary.service.js';

/** The vocabulary's root fields. */
@Resolver()
export class VocabularyResolver {
  constructor(
    private readonly vocabulary: VocabularyService,
    private readonly properties: PropertiesService,
  ) {}

  @Allow(Role.READER)
  @Query(() => PropertyConnection, { name: 'properties', description: 'What can be claimed of subjects.' })
  listProperties(@Args() args: ForwardArgs): Promise<ConnectionOf<PropertyType>> {
    return this.vocabulary.listProperties(args);
  }

  @Allow(Role.READER)
  @Query(() => ConceptConnection, { name: 'concepts', description: 'Concepts, of one scheme or of all.' })
  listConcepts(@Args() args: ConceptListArgs): Promise<ConnectionOf<ConceptType>> {
    return this.vocabulary.listConcepts(args);
  }

  @Allow(Role.READER)
  @Query(() => ConceptSchemeConnection, { name: 'conceptSchemes', description: 'The schemes that concepts belong to.' })
  listSchemes(@Args() args: ForwardArgs): Promise<ConnectionOf<ConceptSchemeType>> {
    return this.vocabulary.listSchemes(args);
  }

  @Allow(Role.ADMIN)
  @Mutation(() => ConceptSchemePayload, { description: 'Makes a concept scheme.' })
  async conceptSchemeCreate(
    @Args('input', { description: 'What to make.' }) input: ConceptSchemeCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ConceptSchemePayload>> {
    return { conceptScheme: toScheme(await this.vocabulary.createScheme(input, acting(viewer))) };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => ConceptPayload, { description: 'Makes a concept.' })
  async conceptCreate(
    @Args('input', { description: 'What to make.' }) input: ConceptCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ConceptPayload>> {
    const { row, reexamination } = await this.vocabulary.createConcept(input, acting(viewer));
    return { concept: toConcept(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => PropertyPayload, { description: 'Makes a property.' })
  async propertyCreate(
    @Args('input', { description: 'What to make.' }) input: PropertyCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PropertyPayload>> {
    return { property: toPropertyType(await this.properties.create(input, acting(viewer))) };
  }
}
