import { Args, Context, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ConceptChangesService } from './concept-changes.service.js';
import {
  ConceptSchemeUpdateInput,
  ConceptUpdateInput,
  PropertyUpdateInput,
} from './graphql/vocabulary-changes.inputs.js';
import { ConceptPayload, ConceptSchemePayload, PropertyPayload } from './graphql/vocabulary.inputs.js';
import { PropertyChangesService } from './property-changes.service.js';
import { toConcept, toPropertyType, toScheme } from './vocabulary.mapper.js';

/** Changes of what the vocabulary has. */
@Resolver()
export class VocabularyChangesResolver {
  constructor(
    private readonly concepts: ConceptChangesService,
    private readonly properties: PropertyChangesService,
  ) {}

  @Allow(Role.ADMIN)
  @Mutation(() => ConceptSchemePayload, {
    description: 'Changes a concept scheme. Claims that its concepts are in are examined again in the background.',
  })
  async conceptSchemeUpdate(
    @Args('id', { type: () => ID, description: 'The scheme.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: ConceptSchemeUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ConceptSchemePayload>> {
    const { row, reexamination } = await this.concepts.updateScheme(id, expectedVersion, input, acting(viewer));
    return { conceptScheme: toScheme(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => ConceptPayload, {
    description:
      'Changes a concept. Claims that it bears on are examined again in the background; their statements stay as written.',
  })
  async conceptUpdate(
    @Args('id', { type: () => ID, description: 'The concept.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: ConceptUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ConceptPayload>> {
    const { row, reexamination } = await this.concepts.updateConcept(id, expectedVersion, input, acting(viewer));
    return { concept: toConcept(row), reexamination };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => PropertyPayload, {
    description:
      'Changes a property. Its claims are examined again in the background; their statements stay as written.',
  })
  async propertyUpdate(
    @Args('id', { type: () => ID, description: 'The property.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: PropertyUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PropertyPayload>> {
    const { row, reexamination } = await this.properties.update(id, expectedVersion, input, acting(viewer));
    return { property: toPropertyType(row), reexamination };
  }
}
