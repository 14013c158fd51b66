import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { PropertyCreateInput, ScopeDimensionInput } from './graphql/vocabulary.inputs.js';
import { VocabularyChangeService } from './vocabulary-change.service.js';
import type { VocabularySnapshot } from './vocabulary-store.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import type { PropertyRow } from './property.shape.js';
import { requireScheme } from './vocabulary.service.js';

@Injectable()
export class PropertiesService {
  constructor(
    private readonly repository: VocabularyRepository,
    private readonly vocabulary: VocabularyChangeService,
  ) {}

  /** @throws UserErrors where the key is taken, a scheme is not there, or a setting does not fit the datatype */
  async create(input: PropertyCreateInput, viewer: ActingViewer): Promise<PropertyRow> {
    const problems = unfitting(input);
    if (problems.length > 0) throw new UserErrors(problems);
    const act = { action: 'propertyCreate', objectType: 'Property', viewer } as const;
    const { row } = await this.vocabulary.make(act, async (tx, vocabulary, now) => {
      const after = newProperty(input, vocabulary);
      await this.repository.insertProperty(tx, after, now);
      return { before: null, after, touches: [] };
    });
    return row;
  }
}

/** Settings that the datatype has no use for, or lacks. */
export function unfitting(
  input: Pick<PropertyCreateInput, 'scheme' | 'unit' | 'additive'> & Pick<PropertyRow, 'datatype'>,
): UserProblem[] {
  const { datatype } = input;
  const checks: [boolean, string, string][] = [
    [datatype === 'CONCEPT' && !input.scheme, 'scheme', 'A CONCEPT property needs the scheme of its values.'],
    [datatype !== 'CONCEPT' && Boolean(input.scheme), 'scheme', `A ${datatype} property has no scheme.`],
    [datatype !== 'QUANTITY' && Boolean(input.unit), 'unit', `A ${datatype} property has no unit.`],
    [datatype !== 'QUANTITY' && Boolean(input.additive), 'additive', `A ${datatype} property cannot be additive.`],
  ];
  return checks
    .filter(([wrong]) => wrong)
    .map(([, field, message]) => ({ code: UserErrorCode.INVALID_INPUT, message, field: ['input', field] }));
}

function newProperty(input: PropertyCreateInput, vocabulary: VocabularySnapshot): PropertyRow {
  if (vocabulary.propertiesByKey.has(input.key)) {
    throw userError(UserErrorCode.ALREADY_EXISTS, 'Another property has this key.', ['input', 'key']);
  }
  return {
    id: uuidv7(),
    version: 1,
    key: input.key,
    label: input.label,
    datatype: input.datatype,
    unit: input.unit ?? null,
    singleValued: input.singleValued ?? true,
    additive: input.additive ?? false,
    accrual: input.accrual ?? 'FIXED',
    schemeId: input.scheme ? requireScheme(vocabulary, input.scheme, ['input', 'scheme']) : null,
    phrase: input.phrase ?? null,
    dimensions: dimensionsOf(input.scopeDimensions ?? [], vocabulary),
  };
}

/** @throws UserErrors where a scheme is not there, or a dimension is named twice */
export function dimensionsOf(
  inputs: readonly ScopeDimensionInput[],
  vocabulary: VocabularySnapshot,
): PropertyRow['dimensions'] {
  const dimensions = inputs.map(({ dimension, scheme }, i) => ({
    dimension,
    schemeId: requireScheme(vocabulary, scheme, ['input', 'scopeDimensions', String(i), 'scheme']),
  }));
  dimensions.forEach(({ dimension }, i) => {
    if (dimensions.findIndex((each) => each.dimension === dimension) === i) return;
    const field = ['input', 'scopeDimensions', String(i), 'dimension'];
    throw userError(UserErrorCode.DUPLICATE_SCOPE_DIMENSION, `The dimension "${dimension}" is named twice.`, field);
  });
  return dimensions;
}
