import { quantityText } from '../values/quantity-text.js';
import { timeText } from '../values/time-text.js';
import type { Value } from '../values/value.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Polarity, Property, ScopeTerm } from './claim.js';

/** What a claim says, without who says it. */
export interface Assertion {
  readonly polarity: Polarity;
  readonly value: Value;
  readonly scope: readonly ScopeTerm[];
}

/** What of a vocabulary shows in a sentence. */
type Labels = Pick<Vocabulary, 'label'>;

/** What of a property shows in a sentence. */
export type PropertyWords = Pick<Property, 'label' | 'unit' | 'phrase'>;

/** A value for readers: "38", "about 12 km", "25 December 2024", "bird strike", "yes", "not known". */
export function valueText(value: Value, property: Pick<Property, 'unit'>, vocabulary: Labels): string {
  switch (value.kind) {
    case 'QUANTITY':
      return quantityText(value, property.unit);
    case 'TIME':
      return timeText(value);
    case 'CONCEPT':
      return vocabulary.label(value.conceptId);
    case 'BOOLEAN':
      return value.boolean ? 'yes' : 'no';
    case 'TEXT':
      return value.text;
    case 'UNKNOWN':
      return 'not known';
  }
}

/**
 * A claim in a few words: "38 killed, Azerbaijani only", "cause: bird strike", "denied: bird strike as cause",
 * "cause: not known".
 */
export function phraseOf(property: PropertyWords, assertion: Assertion, vocabulary: Labels): string {
  const words = `${polarWords(property, assertion, vocabulary)}${scopeWords(assertion.scope, vocabulary)}`;
  return assertion.polarity === 'DENIED' ? `denied: ${words}` : words;
}

/** A claim as a sentence: "Crash of flight J2-8243: 38 killed, Azerbaijani only". */
export function statementOf(
  subjectLabel: string,
  property: PropertyWords,
  assertion: Assertion,
  vocabulary: Labels,
): string {
  return `${subjectLabel}: ${phraseOf(property, assertion, vocabulary)}`;
}

function polarWords(property: PropertyWords, { polarity, value }: Assertion, vocabulary: Labels): string {
  const text = valueText(value, property, vocabulary);
  if (value.kind !== 'UNKNOWN' && property.phrase !== null) return property.phrase.replaceAll('{value}', () => text);
  const readsAsRole = polarity === 'DENIED' && (value.kind === 'CONCEPT' || value.kind === 'TEXT');
  return readsAsRole ? `${text} as ${lowerInitial(property.label)}` : `${property.label}: ${text}`;
}

/** "Cause" within a sentence is "cause"; "GPS status" stays. */
export function lowerInitial(label: string): string {
  const [initial = '', second = ''] = label;
  const isAcronym = second !== second.toLowerCase();
  return isAcronym ? label : `${initial.toLowerCase()}${label.slice(initial.length)}`;
}

function scopeWords(scope: readonly ScopeTerm[], vocabulary: Labels): string {
  if (scope.length === 0) return '';
  const labels = [...scope]
    .sort((a, b) => (a.dimension < b.dimension ? -1 : 1))
    .map(({ conceptId }) => vocabulary.label(conceptId));
  return `, ${labels.join(', ')} only`;
}
