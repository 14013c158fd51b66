import type { IsoDay } from './calendar.js';
import type { CompiledVocabulary, ConceptEntry, TriggerEntry } from './compile.js';
import { figuresOf, type Figure } from './figure.js';
import type { Match } from './lexicon.js';
import type { Sentence, Token } from './sentence.js';
import type { UnlistedConceptValue } from './suggestion.js';
import type { ConceptValue } from '../values/value.js';
import { timesOf, type ReadTime } from './time-mention.js';

export type Trigger = Match<TriggerEntry>;
export type ConceptMention = Match<ConceptEntry>;

/** A concept of a scheme that the text names: one it has, or in an open scheme a new name. */
export interface NamedConcept {
  readonly value: ConceptValue | UnlistedConceptValue;
  readonly from: number;
  readonly to: number;
}

/** A sentence with everything that was recognised in it. */
export interface Scene {
  readonly text: string;
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly vocabulary: CompiledVocabulary;
  readonly times: readonly ReadTime[];
  readonly figures: readonly Figure[];
  readonly triggers: readonly Trigger[];
  /** Wordings in which a property's words mean something else. */
  readonly otherSenses: readonly Trigger[];
  /** Concepts of a scheme, the longest ones, from left to right. */
  conceptsOf(schemeKey: string): readonly ConceptMention[];
  /** Concepts of every scheme but one. */
  otherConcepts(schemeKey: string): readonly ConceptMention[];
  /** Whether a token is of a wording of several words that tells a property, and so no word by itself. */
  isInTrigger(at: number): boolean;
  /** Keys of the noun classes of a noun that ends at a token (exclusive). */
  classesEndingAt(to: number): readonly string[];
  /** Words that name an event of the vocabulary's field. */
  readonly events: readonly Match<true>[];
  /** By scheme, the names that were looked for: many properties ask for those of one scheme. */
  readonly names: Map<string, readonly NamedConcept[]>;
}

/** Recognises figures, times, concepts and trigger words of a sentence. */
export function sceneOf(
  text: string,
  sentence: Sentence,
  vocabulary: CompiledVocabulary,
  published: IsoDay | null,
): Scene {
  const { tokens } = sentence;
  const events = vocabulary.events.longestIn(tokens);
  const eventStarts = new Set(events.map(({ from }) => from));
  const times = timesOf(tokens, published, (at) => eventStarts.has(at));
  const all = vocabulary.triggers.in(tokens);
  const triggers = withoutOtherSenses(all);
  const concepts = new Map<string, readonly ConceptMention[]>();
  const conceptsOf = (schemeKey: string): readonly ConceptMention[] => {
    const known = concepts.get(schemeKey);
    if (known !== undefined) return known;
    const found = vocabulary.concepts.get(schemeKey)?.longestIn(tokens) ?? [];
    concepts.set(schemeKey, found);
    return found;
  };
  const nouns = vocabulary.nouns.in(tokens).filter((noun) => !isPastForm(tokens, noun));
  const nounEnds = endsByStart([...nouns, ...vocabulary.countedSchemes.flatMap(conceptsOf)]);
  const said = new Set(triggers.filter(({ entry }) => SAID.has(entry.role)).map(({ from }) => from));
  const taken = new Set(times.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));
  return {
    text,
    sentence,
    tokens,
    vocabulary,
    times,
    triggers,
    otherSenses: all.filter(({ entry }) => entry.role === 'not'),
    conceptsOf,
    otherConcepts: (schemeKey) => [...vocabulary.schemes.keys()].filter((key) => key !== schemeKey).flatMap(conceptsOf),
    isInTrigger: (at) =>
      triggers.some(
        (trigger) => TOLD.has(trigger.entry.role) && length(trigger) > 2 && at >= trigger.from && at < trigger.to,
      ),
    events,
    names: new Map(),
    figures: figuresOf(tokens, {
      isTaken: (at) => taken.has(at),
      nounEnd: (at) => nounEnds.get(at) ?? null,
      isSaid: (at) => said.has(at),
    }),
    classesEndingAt: (to) => nouns.filter((noun) => noun.to === to).map(({ entry }) => entry),
  };
}

/** "four crew crashed": of a noun that is a verb as well, the form that only a verb has. */
function isPastForm(tokens: readonly Token[], { from, to }: Match<unknown>): boolean {
  const word = tokens[from];
  return to - from === 1 && word?.pos === 'VERB' && word.lower.endsWith('ed');
}

const TOLD = new Set(['before', 'after', 'says', 'objectOf', 'subjectOf']);
const SAID = new Set(['described', 'objectOf', 'subjectOf']);

/** Drops the triggers that stand within a wording in which they mean something else, and those within longer ones. */
function withoutOtherSenses(triggers: readonly Trigger[]): readonly Trigger[] {
  return triggers.filter(
    (trigger) =>
      trigger.entry.role !== 'not' &&
      !triggers.some(
        (other) =>
          other.entry.property === trigger.entry.property &&
          other.from <= trigger.from &&
          other.to >= trigger.to &&
          (other.entry.role === 'not' || (other.entry.role === trigger.entry.role && length(other) > length(trigger))),
      ),
  );
}

function length({ from, to }: Match<unknown>): number {
  return to - from;
}

function endsByStart(matches: readonly Match<unknown>[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const { from, to } of matches) ends.set(from, Math.max(to, ends.get(from) ?? 0));
  return ends;
}
