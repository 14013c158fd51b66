import { encodeId } from '../../graphql/node/index.js';
import type { ConceptSchemeType, ConceptType, PropertyType } from './graphql/vocabulary.types.js';
import { AccrualEnum, DatatypeEnum } from './graphql/vocabulary.enums.js';
import type { IdentityType, PropertyOrderType } from './graphql/ties.types.js';
import type { PropertyRow } from './property.shape.js';
import type { IdentityRow, PropertyOrderRow } from './ties.repository.js';
import type { ConceptRow, SchemeRow } from './vocabulary.repository.js';

export function toScheme(row: SchemeRow): ConceptSchemeType {
  const { id: localId, key, label, siblingsExclusive, topConceptsComplete, version } = row;
  const id = encodeId('ConceptScheme', row);
  return { __typename: 'ConceptScheme', id, localId, key, label, siblingsExclusive, topConceptsComplete, version };
}

export function toConcept(row: ConceptRow): ConceptType {
  const { id: localId, schemeId, prefLabel, altLabels, exactMatch, exclusiveGroup, narrowerComplete, version } = row;
  const names = { prefLabel, altLabels, exactMatch };
  const relations = { exclusiveGroup, narrowerComplete };
  return { __typename: 'Concept', id: encodeId('Concept', row), localId, schemeId, ...names, ...relations, version };
}

export function toPropertyType(row: PropertyRow): PropertyType {
  const { id: localId, schemeId, dimensions, key, label, unit, singleValued, additive, phrase, version } = row;
  return {
    __typename: 'Property',
    id: encodeId('Property', row),
    localId,
    schemeId,
    dimensions,
    key,
    label,
    datatype: DatatypeEnum[row.datatype],
    unit,
    singleValued,
    additive,
    accrual: AccrualEnum[row.accrual],
    phrase,
    version,
    get scopeDimensions() {
      return dimensions.map(({ dimension }) => dimension);
    },
  };
}

export function toIdentity(row: IdentityRow): IdentityType {
  const { id: localId, key, label, wholeId, partIds, version } = row;
  return { __typename: 'Identity', id: encodeId('Identity', row), localId, key, label, wholeId, partIds, version };
}

export function toPropertyOrder(row: PropertyOrderRow): PropertyOrderType {
  const { id: localId, key, earlierId, laterId } = row;
  return { __typename: 'PropertyOrder', id: encodeId('PropertyOrder', row), localId, key, earlierId, laterId };
}
