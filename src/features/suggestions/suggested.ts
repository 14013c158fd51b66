import { createHash } from 'node:crypto';
import type { Certainty, Polarity } from '../../domain/claim/claim.js';
import type { ReadableVocabulary, SuggestedScopeTerm, SuggestedValue, Suggestion } from '../../domain/reading/index.js';
import type { Quote } from '../../domain/anchoring/find-quote.js';
import type { ConceptValue, Value } from '../../domain/values/value.js';

/** A concept as a text named it: one of the vocabulary, or one that would have to be added to a scheme first. */
export interface NamedConcept {
  /** Null for one that the vocabulary did not have. */
  readonly conceptId: string | null;
  readonly label: string;
  /** Key of the scheme. */
  readonly scheme: string;
  /** Id of the concept that the text puts it in; null where it does not, or the vocabulary knows better. */
  readonly broaderId: string | null;
}

/** What a suggestion says: a value with no more of the vocabulary in it than can be shown when that has changed. */
export type NamedValue = Exclude<Value, ConceptValue> | ({ readonly kind: 'CONCEPT' } & NamedConcept);

export interface NamedScopeTerm extends NamedConcept {
  readonly dimension: string;
}

/** By what a suggestion was read. */
export type SuggestionReaderName = 'GRAMMAR' | 'MODEL';

/** A claim read from a text, as it is shown and stored. */
export interface Suggested {
  readonly reader: SuggestionReaderName;
  /** See {@link identityOf}. */
  readonly identity: string;
  readonly propertyKey: string;
  readonly subjectLabel: string | null;
  readonly polarity: Polarity;
  readonly value: NamedValue;
  readonly scope: readonly NamedScopeTerm[];
  readonly certainty: Certainty;
  readonly claimantName: string | null;
  /** EDTF. */
  readonly saidOn: string | null;
  readonly quote: Quote;
  readonly statement: string;
  readonly confidence: number;
}

/** Names concepts by the vocabulary that a text was read by. */
export type Namer = (concept: SuggestedValue | SuggestedScopeTerm['concept']) => NamedValue;

/** Makes what names concepts, once for many suggestions. */
export function namerOf({ schemes }: ReadableVocabulary): Namer {
  const known = new Map(
    schemes.flatMap(({ key, concepts }) => concepts.map(({ id, label }) => [id, { label, scheme: key }] as const)),
  );
  return (value) => {
    if (value.kind === 'UNLISTED_CONCEPT') {
      const { label, schemeKey: scheme, broader: broaderId } = value;
      return { kind: 'CONCEPT', conceptId: null, label, scheme, broaderId };
    }
    if (value.kind !== 'CONCEPT') return value;
    const { label, scheme } = known.get(value.conceptId) ?? { label: value.conceptId, scheme: '' };
    return { kind: 'CONCEPT', conceptId: value.conceptId, label, scheme, broaderId: null };
  };
}

/** A suggestion as it is shown and stored, with the words that were found to make it. */
export function suggestedOf(
  suggestion: Suggestion,
  quote: Quote,
  reader: SuggestionReaderName,
  name: Namer,
): Suggested {
  const { propertyKey, polarity, certainty, claimantName, saidOn, statement, confidence } = suggestion;
  const value = name(suggestion.value);
  const scope = suggestion.scope.flatMap(({ dimension, concept }): NamedScopeTerm[] => {
    const named = name(concept);
    if (named.kind !== 'CONCEPT') return [];
    const { conceptId, label, scheme, broaderId } = named;
    return [{ dimension, conceptId, label, scheme, broaderId }];
  });
  const said = { propertyKey, polarity, value, scope, claimantName };
  const identity = identityOf(said, quote.exact);
  const subjectLabel = suggestion.subjectHint;
  return { ...said, reader, identity, subjectLabel, certainty, saidOn, quote, statement, confidence };
}

/**
 * Hex SHA-256 of what is suggested and by which words: what makes it the same one when the text is read again. Concepts
 * count by their names, so that one that is added to the vocabulary meanwhile makes no other suggestion.
 */
function identityOf({ propertyKey, polarity, value, scope, claimantName }: ForIdentity, exact: string): string {
  const narrowed = scope.map((term) => [term.dimension, ...nameOf(term)]);
  const said = value.kind === 'CONCEPT' ? nameOf(value) : Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = [propertyKey, polarity, value.kind, said, narrowed, claimantName, exact];
  return createHash('sha256').update(JSON.stringify(whole)).digest('hex');
}

type ForIdentity = Pick<Suggested, 'propertyKey' | 'polarity' | 'value' | 'scope' | 'claimantName'>;

function nameOf({ scheme, label }: NamedConcept): readonly string[] {
  return [scheme, label.toLowerCase()];
}
