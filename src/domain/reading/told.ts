import { placeFinder, type Place } from '../anchoring/find-quote.js';
import { foldText } from '../anchoring/fold.js';
import type { Certainty, Polarity } from '../claim/claim.js';
import { timeOf } from '../values/time.js';
import type { ReadableProperty, ReadableScheme, ReadableVocabulary } from './recognition.js';
import type { Sentence } from './sentence.js';
import { statementOf } from './suggested-statement.js';
import {
  byDimension,
  type ReadingContext,
  type SuggestedScopeTerm,
  type SuggestedValue,
  type Suggestion,
} from './suggestion.js';
import { figureAmong } from './told-figure.js';
import { sentencesOf } from './tokenize.js';

/** A piece of a text, and where in it the piece begins, in UTF-16 code units. */
export interface Passage {
  readonly text: string;
  readonly start: number;
}

/** A claim that somebody else says they read from a passage: nothing of it is believed before it was held against it. */
export interface ToldClaim {
  /** Key. */
  readonly property: string;
  /**
   * The words of a figure, with its hedge ("at least 14"); EDTF of a time; the name of a concept; "true" or "false"; the
   * words themselves. Null: the passage says that it is not known.
   */
  readonly value: string | null;
  readonly scope: readonly { readonly dimension: string; readonly concept: string }[];
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** Who is quoted or cited, in the passage's words. */
  readonly claimant: string | null;
  /** EDTF of the day on which it was said. */
  readonly saidOn: string | null;
  /** What the passage calls the subject. */
  readonly subject: string | null;
  readonly quote: string;
}

/** Why a claim that was told is not suggested. */
export type ToldProblem =
  | 'UNKNOWN_PROPERTY'
  | 'QUOTE_NOT_IN_TEXT'
  | 'QUOTE_AMBIGUOUS'
  | 'VALUE_NOT_IN_QUOTE'
  | 'VALUE_OF_OTHER_TYPE'
  | 'UNKNOWN_CONCEPT'
  | 'UNKNOWN_SCOPE'
  | 'CLAIMANT_NOT_IN_TEXT';

/** Holds what was told of one passage against its words and the vocabulary. */
export type ToldReader = (told: ToldClaim) => Suggestion | ToldProblem;

/**
 * How sure a reading is that somebody else made and only its words, figure and names were found in the text: less than
 * the grammar is of most of its own.
 */
const CONFIDENCE = 0.5;

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** A vocabulary by its names, made once for many passages. */
interface Named {
  readonly properties: ReadonlyMap<string, ReadableProperty>;
  readonly schemes: ReadonlyMap<string, ReadableScheme & { readonly byName: ReadonlyMap<string, readonly string[]> }>;
  readonly labels: ReadonlyMap<string, string>;
}

/**
 * Makes what verifies claims that were read by something other than the grammar. What is suggested is no more than the
 * text bears out: the quote stands in the passage, once, and is widened to whole sentences; a figure is read anew, by the
 * grammar's rules, from the words that are said to state it; who is quoted, and every name that the vocabulary does not
 * have, stands in the passage. What fails in any of this is a problem and no suggestion.
 */
export function toldReader(vocabulary: ReadableVocabulary): (passage: Passage, context: ReadingContext) => ToldReader {
  const named = namesOf(vocabulary);
  return (passage, context) => {
    const places = placeFinder(passage.text);
    const find = (words: string): readonly Place[] => {
      if (words.trim() === '') return [];
      return places({ exact: words, prefix: '', suffix: '' }).everywhere.filter((place) =>
        isWhole(passage.text, place),
      );
    };
    let sentences: readonly Sentence[] | undefined;
    return (told) =>
      read(told, { passage, context, named, find, sentences: () => (sentences ??= sentencesOf(passage.text)) });
  };
}

interface Reading {
  readonly passage: Passage;
  readonly context: ReadingContext;
  readonly named: Named;
  /** Where words stand in the passage. */
  readonly find: (words: string) => readonly Place[];
  readonly sentences: () => readonly Sentence[];
}

/** Whether no letter or digit goes on at either end: "14" does not stand in "140". */
function isWhole(text: string, { start, end }: Place): boolean {
  const goesOn = (at: number): boolean => at > 0 && INNER.test(text.charAt(at - 1)) && INNER.test(text.charAt(at));
  return !goesOn(start) && !goesOn(end);
}

const INNER = /[\p{L}\p{N}]/u;

function read(told: ToldClaim, reading: Reading): Suggestion | ToldProblem {
  const { named, find, passage, context } = reading;
  const property = named.properties.get(told.property);
  if (property === undefined) return 'UNKNOWN_PROPERTY';
  const [quote, ...others] = find(told.quote);
  if (quote === undefined) return 'QUOTE_NOT_IN_TEXT';
  if (others.length > 0) return 'QUOTE_AMBIGUOUS';
  const value = valueOf(told, property, quote, reading);
  if (typeof value === 'string') return value;
  const scope = scopeOf(told, property, reading);
  if (typeof scope === 'string') return scope;
  const claimantName = told.claimant?.replace(/^the\s+/i, '').trim() ?? null;
  if (claimantName !== null && find(claimantName).length === 0) return 'CLAIMANT_NOT_IN_TEXT';
  const { start, end } = widened(quote, reading.sentences());
  return {
    propertyKey: property.key,
    subjectHint: told.subject !== null && find(told.subject).length > 0 ? told.subject.trim() : null,
    polarity: told.polarity,
    certainty: told.certainty,
    value,
    scope,
    claimantName,
    saidOn: dayOf(told.saidOn) ?? context.publishedAt,
    quote: { exact: passage.text.slice(start, end), start: start + passage.start, end: end + passage.start },
    statement: statementOf({ property, scope }, value, told.polarity, named.labels),
    confidence: CONFIDENCE,
  };
}

/**
 * Whole sentences are quoted, as the grammar does, so that the same claim of the same sentence is the same suggestion
 * whichever of its words were picked out this time.
 */
function widened(quote: Place, sentences: readonly Sentence[]): Place {
  const touched = sentences.filter(({ start, end }) => start < quote.end && end > quote.start);
  const start = Math.min(quote.start, ...touched.map((sentence) => sentence.start));
  return { start, end: Math.max(quote.end, ...touched.map((sentence) => sentence.end)) };
}

function valueOf(
  { value }: ToldClaim,
  property: ReadableProperty,
  quote: Place,
  reading: Reading,
): SuggestedValue | ToldProblem {
  if (value === null) return { kind: 'UNKNOWN' };
  switch (property.datatype) {
    case 'QUANTITY': {
      const within = reading.find(value).filter(({ start, end }) => start >= quote.start && end <= quote.end);
      return figureAmong(reading.sentences(), within, property);
    }
    case 'TIME': {
      const time = timeOf(value.trim());
      return time.ok ? time.value : 'VALUE_OF_OTHER_TYPE';
    }
    case 'CONCEPT':
      return property.schemeKey === null ? 'UNKNOWN_CONCEPT' : conceptOf(value, property.schemeKey, reading);
    case 'BOOLEAN':
      return value === 'true' || value === 'false'
        ? { kind: 'BOOLEAN', boolean: value === 'true' }
        : 'VALUE_OF_OTHER_TYPE';
    case 'TEXT': {
      const stands = reading.find(value).length > 0;
      return stands ? { kind: 'TEXT', text: value.trim(), language: null } : 'VALUE_NOT_IN_QUOTE';
    }
  }
}

/** A concept by its name; of an open scheme a new one, where the passage has the name. */
function conceptOf(
  name: string,
  schemeKey: string,
  { named, find }: Reading,
): SuggestedScopeTerm['concept'] | 'UNKNOWN_CONCEPT' {
  const scheme = named.schemes.get(schemeKey);
  const [conceptId, ...others] = scheme?.byName.get(nameKey(name)) ?? [];
  if (conceptId !== undefined) return others.length === 0 ? { kind: 'CONCEPT', conceptId } : 'UNKNOWN_CONCEPT';
  if (scheme?.open !== true || find(name).length === 0) return 'UNKNOWN_CONCEPT';
  return { kind: 'UNLISTED_CONCEPT', schemeKey, label: name.trim(), broader: null };
}

function scopeOf(
  { scope }: ToldClaim,
  property: ReadableProperty,
  reading: Reading,
): readonly SuggestedScopeTerm[] | ToldProblem {
  const terms: SuggestedScopeTerm[] = [];
  for (const { dimension, concept: name } of scope) {
    const declared = property.scopeDimensions.find(({ key }) => key === dimension);
    if (declared === undefined || terms.some((term) => term.dimension === dimension)) return 'UNKNOWN_SCOPE';
    const concept = conceptOf(name, declared.schemeKey, reading);
    if (concept === 'UNKNOWN_CONCEPT') return concept;
    terms.push({ dimension, concept });
  }
  return terms.sort(byDimension);
}

function dayOf(edtf: string | null): string | null {
  return edtf !== null && DAY.test(edtf) && timeOf(edtf).ok ? edtf : null;
}

function namesOf({ properties, schemes }: ReadableVocabulary): Named {
  return {
    properties: new Map(properties.map((property) => [property.key, property])),
    schemes: new Map(schemes.map((scheme) => [scheme.key, { ...scheme, byName: conceptNames(scheme) }])),
    labels: new Map(schemes.flatMap(({ concepts }) => concepts.map(({ id, label }) => [id, label]))),
  };
}

/** Ids by name. A concept’s own label counts before what others are called, too. */
function conceptNames({ concepts }: ReadableScheme): ReadonlyMap<string, readonly string[]> {
  const own = new Map<string, string[]>();
  const other = new Map<string, string[]>();
  for (const { id, label, altLabels } of concepts) {
    own.set(nameKey(label), [...(own.get(nameKey(label)) ?? []), id]);
    for (const name of new Set(altLabels.map(nameKey))) other.set(name, [...(other.get(name) ?? []), id]);
  }
  return new Map([...other, ...own]);
}

function nameKey(name: string): string {
  return foldText(name).folded.trim().toLowerCase();
}
