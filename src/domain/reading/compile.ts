import { formsOf } from './english/inflection.js';
import { Lexicon } from './lexicon.js';
import type { ReadableProperty, ReadableScheme, ReadableVocabulary, Recognition, Wording } from './recognition.js';
import { firstWords, patternsOf, type Pattern } from './wording.js';

/** What a wording of a property is to it: the list it stands in, and for `says` what it says. */
export interface TriggerEntry {
  readonly property: ReadableProperty;
  readonly role: TriggerRole;
  /** Key of `says`; empty for every other role. */
  readonly says: string;
}

export const TRIGGER_ROLES = [
  'names',
  'objectOf',
  'subjectOf',
  'described',
  'counted',
  'ofNouns',
  'group',
  'before',
  'after',
  'events',
  'denies',
  'not',
] as const satisfies readonly (keyof Recognition)[];
export type TriggerRole = (typeof TRIGGER_ROLES)[number] | 'says';

/** A wording with a slot for the value. */
export interface SlotPattern {
  readonly property: ReadableProperty;
  readonly pattern: Pattern;
}

/** A concept by which a label was recognised. */
export interface ConceptEntry {
  readonly schemeKey: string;
  readonly conceptId: string;
}

/** A vocabulary made ready for reading. */
export interface CompiledVocabulary {
  readonly properties: readonly ReadableProperty[];
  readonly triggers: Lexicon<TriggerEntry>;
  /** By their first word; under "" those that begin with the value. */
  readonly slotPatterns: ReadonlyMap<string, readonly SlotPattern[]>;
  /** By scheme key. */
  readonly concepts: ReadonlyMap<string, Lexicon<ConceptEntry>>;
  readonly schemes: ReadonlyMap<string, ReadableScheme>;
  /** Ids of all broader concepts of a concept, itself among them. */
  ancestors(conceptId: string): ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, string>;
  /** Keys of the schemes whose concepts narrow counts by being what is counted: "crew members", "Swedes". */
  readonly countedSchemes: readonly string[];
  /** Counted nouns, with the key of their class. */
  readonly nouns: Lexicon<string>;
  readonly nounClasses: ReadonlySet<string>;
  readonly events: Lexicon<true>;
  /** By property key. */
  readonly wholeNouns: ReadonlyMap<string, Lexicon<true>>;
}

/** Makes a vocabulary ready; takes time in proportion to its size, so it is done once. */
export function compileVocabulary(vocabulary: ReadableVocabulary): CompiledVocabulary {
  const { properties, schemes } = vocabulary;
  const nouns = new Lexicon<string>();
  for (const [key, wordings] of Object.entries(vocabulary.nouns)) addAll(nouns, wordings, key);
  const events = new Lexicon<true>();
  addAll(events, vocabulary.events, true);
  const broader = new Map(schemes.flatMap(({ concepts }) => concepts.map((concept) => [concept.id, concept.broader])));
  return {
    properties,
    triggers: triggersOf(properties),
    slotPatterns: slotPatternsOf(properties),
    concepts: new Map(schemes.map((scheme) => [scheme.key, conceptLexicon(scheme)])),
    schemes: new Map(schemes.map((scheme) => [scheme.key, scheme])),
    ancestors: (id) => ancestorsOf(id, broader),
    labels: new Map(schemes.flatMap(({ concepts }) => concepts.map(({ id, label }) => [id, label]))),
    countedSchemes: countedSchemesOf(properties),
    nouns,
    nounClasses: new Set(Object.keys(vocabulary.nouns)),
    events,
    wholeNouns: new Map(properties.map(({ key, recognition }) => [key, lexiconOf(recognition.wholeNouns ?? [])])),
  };
}

function addAll<Entry>(lexicon: Lexicon<Entry>, wordings: readonly Wording[], entry: Entry): void {
  for (const wording of wordings) lexicon.add(patternsOf(wording), entry);
}

function lexiconOf(wordings: readonly Wording[]): Lexicon<true> {
  const lexicon = new Lexicon<true>();
  addAll(lexicon, wordings, true);
  return lexicon;
}

function countedSchemesOf(properties: readonly ReadableProperty[]): readonly string[] {
  const keys = properties
    .filter(({ datatype }) => datatype === 'QUANTITY')
    .flatMap(({ scopeDimensions, recognition }) =>
      scopeDimensions.filter(({ key }) => recognition.scopedBy?.[key] === undefined).map(({ schemeKey }) => schemeKey),
    );
  return [...new Set(keys)];
}

function triggersOf(properties: readonly ReadableProperty[]): Lexicon<TriggerEntry> {
  const lexicon = new Lexicon<TriggerEntry>();
  for (const property of properties) {
    for (const role of TRIGGER_ROLES) {
      addAll(lexicon, property.recognition[role] ?? [], { property, role, says: '' });
    }
    for (const [says, wordings] of Object.entries(property.recognition.says ?? {})) {
      addAll(lexicon, wordings, { property, role: 'says', says });
    }
  }
  return lexicon;
}

function slotPatternsOf(properties: readonly ReadableProperty[]): ReadonlyMap<string, readonly SlotPattern[]> {
  const byFirstWord = new Map<string, SlotPattern[]>();
  for (const property of properties) {
    for (const pattern of (property.recognition.patterns ?? []).flatMap(patternsOf)) {
      for (const word of firstWords(pattern) ?? ['']) {
        byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), { property, pattern }]);
      }
    }
  }
  return byFirstWord;
}

function conceptLexicon({ key, concepts }: ReadableScheme): Lexicon<ConceptEntry> {
  const lexicon = new Lexicon<ConceptEntry>();
  for (const { id, label, altLabels } of concepts) {
    for (const name of new Set([label, ...altLabels])) {
      lexicon.add(patternsOf(inflected(name)), { schemeKey: key, conceptId: id });
    }
  }
  return lexicon;
}

const BEFORE_ARTICLE = /^(?:of|with|by|in|on|to|from|at)$/;
const NOTATION = /[|~?{}]/g;

/**
 * A label as a wording: its last word in the singular and the plural, and articles allowed after prepositions. Names
 * stay as they are.
 */
function inflected(label: string): Wording {
  const words = label.replace(NOTATION, ' ').trim().split(/\s+/);
  return words
    .flatMap((word, index) => {
      const isLast = index === words.length - 1;
      const shown = isLast && !/\p{Lu}/u.test(word) ? [...numbersOf(word)].join('|') : word;
      return BEFORE_ARTICLE.test(words[index - 1] ?? '') ? ['a|an|the?', shown] : [shown];
    })
    .join(' ');
}

/** A noun in the singular and the plural, given in either. */
function numbersOf(word: string): ReadonlySet<string> {
  const stem = word.replace(/(?:ies|s)$/, (ending) => (ending === 'ies' ? 'y' : ''));
  const isPlural = stem !== word && !word.endsWith('ss') && stem.length > 2;
  const hyphened = word.split('-');
  if (hyphened.length > 1) return new Set([word]);
  return new Set([word, ...pluralsOf(word), ...(isPlural ? [stem] : [])]);
}

function pluralsOf(word: string): readonly string[] {
  return formsOf(word).filter((form) => !/(?:ed|ing)$/.test(form) || form === word);
}

function ancestorsOf(id: string, broader: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([id]);
  for (const concept of found) for (const above of broader.get(concept) ?? []) found.add(above);
  return found;
}
