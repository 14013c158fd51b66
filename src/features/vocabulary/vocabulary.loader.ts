import { Injectable } from '@nestjs/common';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { Carrier } from '../../platform/reading/index.js';
import { PROPERTY_SHAPE } from './property.shape.js';
import type { ConceptSchemeType, ConceptType, PropertyType } from './graphql/vocabulary.types.js';
import type { IdentityType, PropertyOrderType } from './graphql/ties.types.js';
import { TiesRepository } from './ties.repository.js';
import { toConcept, toIdentity, toPropertyOrder, toPropertyType, toScheme } from './vocabulary.mapper.js';
import { VocabularyRepository, type ConceptRow } from './vocabulary.repository.js';

/** Schemes, concepts, properties and what ties them by id, many in one statement. */
@Injectable()
export class VocabularyLoader {
  constructor(
    private readonly repository: VocabularyRepository,
    private readonly ties: TiesRepository,
  ) {}

  scheme(loaders: Loaders, id: string): Promise<ConceptSchemeType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findSchemesByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toScheme(row));
    };
    return loaders.get<string, ConceptSchemeType | null>('conceptScheme', load).load(id);
  }

  concept(loaders: Loaders, id: string): Promise<ConceptType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findConceptsByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toConcept(row));
    };
    return loaders.get<string, ConceptType | null>('concept', load).load(id);
  }

  /** The property of what names it, such as a claim: the one that came with it, or else the one with this id. */
  propertyOf(loaders: Loaders, carrier: Carrier, id: string): PropertyType | Promise<PropertyType | null> {
    const row = PROPERTY_SHAPE.rowFrom(carrier, 'property', {});
    return row ? toPropertyType(row) : this.property(loaders, id);
  }

  property(loaders: Loaders, id: string): Promise<PropertyType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.repository.findPropertiesByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toPropertyType(row));
    };
    return loaders.get<string, PropertyType | null>('property', load).load(id);
  }

  identity(loaders: Loaders, id: string): Promise<IdentityType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.ties.findIdentitiesByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toIdentity(row));
    };
    return loaders.get<string, IdentityType | null>('identity', load).load(id);
  }

  order(loaders: Loaders, id: string): Promise<PropertyOrderType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.ties.findOrdersByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toPropertyOrder(row));
    };
    return loaders.get<string, PropertyOrderType | null>('propertyOrder', load).load(id);
  }

  /** The concepts in one relation to a concept. */
  related(loaders: Loaders, relation: 'broader' | 'narrower' | 'disjointWith', id: string): Promise<ConceptType[]> {
    const read = {
      broader: (ids: readonly string[]) => this.repository.findBroaderOf(ids),
      narrower: (ids: readonly string[]) => this.repository.findNarrowerOf(ids),
      disjointWith: (ids: readonly string[]) => this.repository.findDisjointWith(ids),
    }[relation];
    const load = async (ids: readonly string[]) => {
      const rows: (ConceptRow & { of: string })[] = await read(ids);
      return groupedBy(ids, rows, (row) => row.of, String).map((group) => group.map(toConcept));
    };
    return loaders.get<string, ConceptType[]>(`concept.${relation}`, load).load(id);
  }
}
