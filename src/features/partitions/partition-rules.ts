import { canBeSummed } from '../../domain/arithmetic/identity.js';
import { overlapping } from '../../domain/values/division.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { toProperty, requireConcept, type PropertyRow, type VocabularySnapshot } from '../vocabulary/index.js';

/** @throws UserErrors WRONG_DATATYPE where figures for parts of the property cannot be added up */
export function requireAdditive(property: PropertyRow, field: readonly string[]): void {
  if (property.additive && canBeSummed(toProperty(property))) return;
  const message = `Parts of "${property.key}" cannot be added up: only figures of an additive, single-valued QUANTITY can. Set additive on the property first, if its parts make its whole.`;
  throw userError(UserErrorCode.WRONG_DATATYPE, message, field);
}

/**
 * The concepts behind global ids, as parts along a dimension of the property.
 * @throws UserErrors where the property has no such dimension, a concept is not of its scheme or named twice, there are
 *         fewer than two, or two of them may have something in common
 */
export function requireParts(
  ids: readonly string[],
  dimension: string,
  property: PropertyRow,
  vocabulary: VocabularySnapshot,
): string[] {
  const at = ['input', 'concepts'];
  const known = property.dimensions.find((each) => each.dimension === dimension);
  if (!known) {
    const dimensions = property.dimensions.map((each) => each.dimension).join(', ') || 'none';
    const message = `"${property.key}" has no scope dimension "${dimension}"; it has: ${dimensions}.`;
    throw userError(UserErrorCode.UNKNOWN_SCOPE_DIMENSION, message, ['input', 'dimension']);
  }
  const parts = ids.map((id, i) => {
    const concept = requireConcept(vocabulary, id, [...at, String(i)]);
    if (concept.schemeId === known.schemeId) return concept.id;
    const message = `A concept of the "${vocabulary.schemes.get(known.schemeId)?.key}" scheme is wanted here.`;
    throw userError(UserErrorCode.WRONG_SCHEME, message, [...at, String(i)]);
  });
  if (parts.length < 2) {
    throw userError(UserErrorCode.INVALID_INPUT, 'A partition has at least two parts: name the others too.', at);
  }
  const clash = overlapping(parts, (a, b) => vocabulary.graph.relate(a, b));
  if (clash) {
    const [first, second] = clash.map((id) => vocabulary.graph.label(id));
    const message = `"${first}" and "${second}" may overlap, so that they would be counted twice: name parts that exclude each other, or declare them disjoint in the vocabulary first.`;
    throw userError(UserErrorCode.INVALID_INPUT, message, [...at, String(parts.lastIndexOf(clash[1]))]);
  }
  return parts;
}
