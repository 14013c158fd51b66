import type { ScopeTerm } from '../../domain/claim/claim.js';
import { quantityOf } from '../../domain/values/quantity.js';
import { timeOf } from '../../domain/values/time.js';
import type { Datatype, Value } from '../../domain/values/value.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { requireConcept, type PropertyRow, type VocabularySnapshot } from '../vocabulary/index.js';
import type { ClaimValueInput, ScopeTermInput } from './graphql/claim.inputs.js';

/** Path of an input field, for the errors that name it. */
type Field = readonly string[];

/** Which field of the input gives the values of a datatype. */
const FIELD_OF: Readonly<Record<Datatype, keyof ClaimValueInput>> = {
  QUANTITY: 'quantity',
  TIME: 'time',
  CONCEPT: 'concept',
  BOOLEAN: 'boolean',
  TEXT: 'text',
};

/**
 * Reads the value of a claim from an input.
 * @throws UserErrors where it is not a value of the property, each problem with its field below `field`
 */
export function valueOf(
  input: ClaimValueInput,
  property: PropertyRow,
  vocabulary: VocabularySnapshot,
  field: Field,
): Value {
  const given = Object.keys(FIELD_NAMES).find((name) => isGiven(input[name as keyof ClaimValueInput])) as
    keyof ClaimValueInput | undefined;
  if (given === undefined) throw userError(UserErrorCode.REQUIRED, 'The value has no field.', field);
  if (given === 'unknown') return unknownValue(input.unknown, [...field, 'unknown']);
  if (given !== FIELD_OF[property.datatype]) {
    const message = `"${property.key}" takes a ${property.datatype}: give "${FIELD_OF[property.datatype]}" or "unknown".`;
    throw userError(UserErrorCode.WRONG_DATATYPE, message, [...field, given]);
  }
  switch (property.datatype) {
    case 'QUANTITY':
      return valueOrThrow(quantityOf(input.quantity ?? {}, property.unit), [...field, 'quantity']);
    case 'TIME':
      return valueOrThrow(timeOf(input.time ?? ''), [...field, 'time']);
    case 'CONCEPT':
      return conceptValue(input.concept ?? '', property, vocabulary, [...field, 'concept']);
    case 'BOOLEAN':
      return { kind: 'BOOLEAN', boolean: input.boolean === true };
    case 'TEXT':
      return { kind: 'TEXT', text: input.text ?? '', language: null };
  }
}

/** The fields of the input, so that adding a kind of value without reading it here does not compile. */
const FIELD_NAMES: Readonly<Record<keyof ClaimValueInput, true>> = {
  quantity: true,
  time: true,
  concept: true,
  boolean: true,
  text: true,
  unknown: true,
};

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function unknownValue(unknown: boolean | null | undefined, field: Field): Value {
  if (unknown === true) return { kind: 'UNKNOWN' };
  throw userError(
    UserErrorCode.INVALID_INPUT,
    'unknown can only be true; for a known value give its field instead.',
    field,
  );
}

function conceptValue(id: string, property: PropertyRow, vocabulary: VocabularySnapshot, field: Field): Value {
  const concept = requireConcept(vocabulary, id, field);
  requireOfScheme(concept.schemeId, property.schemeId, vocabulary, field);
  return { kind: 'CONCEPT', conceptId: concept.id };
}

/**
 * Reads the scope of a claim from an input.
 * @throws UserErrors where the property has no such dimension, it is named twice, or the concept is of another scheme
 */
export function scopeOf(
  input: readonly ScopeTermInput[],
  property: PropertyRow,
  vocabulary: VocabularySnapshot,
  field: Field,
): ScopeTerm[] {
  return input.map(({ dimension, concept: conceptId }, i) => {
    const at = (name: string): Field => [...field, String(i), name];
    const known = property.dimensions.find((each) => each.dimension === dimension);
    if (!known) {
      const dimensions = property.dimensions.map((each) => each.dimension).join(', ') || 'none';
      const message = `"${property.key}" has no scope dimension "${dimension}"; it has: ${dimensions}.`;
      throw userError(UserErrorCode.UNKNOWN_SCOPE_DIMENSION, message, at('dimension'));
    }
    if (input.findIndex((each) => each.dimension === dimension) !== i) {
      throw userError(
        UserErrorCode.DUPLICATE_SCOPE_DIMENSION,
        `The scope names "${dimension}" twice.`,
        at('dimension'),
      );
    }
    const concept = requireConcept(vocabulary, conceptId, at('concept'));
    requireOfScheme(concept.schemeId, known.schemeId, vocabulary, at('concept'));
    return { dimension, conceptId: concept.id };
  });
}

function requireOfScheme(schemeId: string, wanted: string | null, vocabulary: VocabularySnapshot, field: Field): void {
  if (schemeId === wanted) return;
  const name = wanted === null ? 'another' : `the "${vocabulary.schemes.get(wanted)?.key}"`;
  throw userError(UserErrorCode.WRONG_SCHEME, `A concept of ${name} scheme is wanted here.`, field);
}

type DomainResult = ReturnType<typeof quantityOf> | ReturnType<typeof timeOf>;

function valueOrThrow(result: DomainResult, field: Field): Value {
  if (result.ok) return result.value;
  throw new UserErrors(
    result.problems.map((problem) => ({
      code: UserErrorCode[problem.code],
      message: problem.message,
      field: [...field, ...problem.field],
    })),
  );
}
