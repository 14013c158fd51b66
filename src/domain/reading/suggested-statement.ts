import { phraseOf } from '../claim/statement.js';
import type { Value } from '../values/value.js';
import type { ReadableProperty } from './recognition.js';
import type { SuggestedScopeTerm, SuggestedValue, Suggestion } from './suggestion.js';

/**
 * What a suggestion claims, in a few words: "38 killed, Azerbaijani only". New concepts are shown by their names, as the
 * listed ones by their labels.
 * @param labels of the vocabulary's concepts, by id
 */
export function statementOf(
  { property, scope }: { readonly property: ReadableProperty; readonly scope: readonly SuggestedScopeTerm[] },
  value: SuggestedValue,
  polarity: Suggestion['polarity'],
  labels: ReadonlyMap<string, string>,
): string {
  const label = (id: string): string => labels.get(id) ?? id;
  const terms = scope.map(({ dimension, concept }) => ({ dimension, conceptId: idOf(concept) }));
  return phraseOf(property, { polarity, value: shown(value), scope: terms }, { label });
}

function shown(value: SuggestedValue): Value {
  return value.kind === 'UNLISTED_CONCEPT' ? { kind: 'CONCEPT', conceptId: value.label } : value;
}

function idOf(concept: SuggestedScopeTerm['concept']): string {
  return concept.kind === 'CONCEPT' ? concept.conceptId : concept.label;
}
