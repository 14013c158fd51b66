import type { ScopeTerm } from '../../domain/claim/claim.js';
import type { QuoteInput } from '../../domain/anchoring/find-quote.js';
import type { Value } from '../../domain/values/value.js';
import { encodeId } from '../../graphql/node/index.js';
import { scopeOf, valueOf, type ClaimValueInput, type ScopeTermInput } from '../claims/index.js';
import { requireProperty, type VocabularySnapshot } from '../vocabulary/index.js';
import { SuggestionPart } from './graphql/suggestion.enums.js';
import type { SuggestionAcceptInput } from './graphql/suggestion.inputs.js';
import type { ConceptFinder } from './named-concepts.js';
import type { NamedConcept, NamedValue } from './suggested.js';
import type { SuggestionRow } from './suggestions.repository.js';

/** What a suggestion says, as far as a person can correct it. */
export type SuggestedParts = Pick<
  SuggestionRow,
  'propertyKey' | 'polarity' | 'value' | 'scope' | 'certainty' | 'saidOn' | 'quoteExact' | 'quoteStart'
>;

/** The concepts of a suggestion that a claim takes over: those that are not corrected. */
export function conceptsKept(
  { value, scope }: Pick<SuggestedParts, 'value' | 'scope'>,
  input: SuggestionAcceptInput,
): readonly { readonly named: NamedConcept; readonly part: 'value' | 'scope' }[] {
  return [
    ...(value.kind === 'CONCEPT' && !input.value ? [{ named: value, part: 'value' } as const] : []),
    ...(input.scope ? [] : scope.map((named) => ({ named, part: 'scope' }) as const)),
  ];
}

/** A value that was read from a text as an input gives it, so that it is written as any other is. */
export function valueInputOf(value: NamedValue, find: ConceptFinder): ClaimValueInput {
  switch (value.kind) {
    case 'QUANTITY': {
      const { amount, lower, upper, lowerOpen, upperOpen, approximate, unit } = value;
      const bounds = { lowerBound: lower, upperBound: upper, lowerExclusive: lowerOpen, upperExclusive: upperOpen };
      return { quantity: { amount, ...bounds, approximate, unit } };
    }
    case 'TIME':
      return { time: value.edtf };
    case 'CONCEPT':
      return { concept: encodeId('Concept', { id: required(find(value)) }) };
    case 'BOOLEAN':
      return { boolean: value.boolean };
    case 'TEXT':
      return { text: value.text };
    case 'UNKNOWN':
      return { unknown: true };
  }
}

/** What narrows a suggestion as an input gives it. */
export function scopeInputOf({ scope }: Pick<SuggestedParts, 'scope'>, find: ConceptFinder): ScopeTermInput[] {
  return scope.map((term) => ({
    dimension: term.dimension,
    concept: encodeId('Concept', { id: required(find(term)) }),
  }));
}

function required(conceptId: string | null): string {
  if (conceptId === null) throw new Error('A concept that a suggestion names was not added.');
  return conceptId;
}

/**
 * Which parts of a suggestion an input corrects. What it only repeats is no correction, and neither is choosing a
 * concept that the suggestion names.
 * @param isClaimantSuggested whether the claimant that is written is the one that the text names
 * @throws UserErrors where a value or scope that is given is none of the property
 */
export function correctionsOf(
  suggested: SuggestedParts,
  input: SuggestionAcceptInput,
  isClaimantSuggested: boolean,
  { vocabulary, find }: { vocabulary: VocabularySnapshot; find: ConceptFinder },
): SuggestionPart[] {
  const property = requireProperty(vocabulary, input.property ?? suggested.propertyKey, ['input', 'property']);
  const differs: Readonly<Record<SuggestionPart, () => boolean>> = {
    PROPERTY: () => property.key !== suggested.propertyKey,
    POLARITY: () => isOther(input.polarity, suggested.polarity),
    VALUE: () => {
      if (!input.value) return false;
      return !isSameValue(valueOf(input.value, property, vocabulary, ['input', 'value']), suggested.value, find);
    },
    SCOPE: () => {
      if (!input.scope) return false;
      return !isSameScope(scopeOf(input.scope, property, vocabulary, ['input', 'scope']), suggested.scope, find);
    },
    CERTAINTY: () => isOther(input.certainty, suggested.certainty),
    CLAIMANT: () => !isClaimantSuggested,
    SAID_ON: () => input.saidOn !== undefined && input.saidOn !== suggested.saidOn,
    QUOTE: () => !!input.quote && isOtherQuote(input.quote, suggested),
  };
  return Object.values(SuggestionPart).filter((part) => differs[part]());
}

function isOther<T>(given: T | null | undefined, suggested: T): boolean {
  return given !== undefined && given !== null && given !== suggested;
}

function isSameValue(written: Value, suggested: NamedValue, find: ConceptFinder): boolean {
  if (suggested.kind === 'CONCEPT') return written.kind === 'CONCEPT' && written.conceptId === find(suggested);
  if (suggested.kind === 'TEXT') return written.kind === 'TEXT' && written.text === suggested.text;
  return canonical(written) === canonical(suggested);
}

function isSameScope(written: readonly ScopeTerm[], suggested: SuggestedParts['scope'], find: ConceptFinder): boolean {
  const terms = new Set(suggested.map((term) => `${term.dimension} ${find(term) ?? ''}`));
  return terms.size === written.length && written.every((term) => terms.has(`${term.dimension} ${term.conceptId}`));
}

function isOtherQuote({ exact, start }: QuoteInput, { quoteExact, quoteStart }: SuggestedParts): boolean {
  return exact.trim() !== quoteExact || isOther(start, quoteStart);
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
