import { CLAUSE_WORDS, PLACE_NOUNS } from './english/words.js';
import type { Finding } from './finding.js';
import { namedConcepts } from './names.js';
import type { ReadableProperty } from './recognition.js';
import type { NamedConcept, Scene, Trigger } from './scene.js';
import type { Token } from './sentence.js';
import { isAttribute, verbGroupBefore } from './verb-group.js';

const REACH = 8;
const EVENT_REACH = 14;
const FAR = 0.03;
const UNLISTED = 0.1;
const PLACE_WORDS = ['in', 'at', 'near', 'off', 'outside', 'on', 'over', 'around', 'across', 'close', 'into'];
const UNKNOWN = /^(?:unknown|unclear|undetermined|unexplained|uncertain)$/;

/** Concepts that stand where the vocabulary says that a property's value stands. */
export function readConcepts(scene: Scene): readonly Finding[] {
  const triggers = scene.triggers.filter(({ entry }) => entry.property.datatype === 'CONCEPT');
  return triggers.flatMap((trigger) => {
    const names = namedConcepts(scene, trigger.entry.property.schemeKey ?? '').filter(
      ({ from, to }) => to <= trigger.from || from >= trigger.to,
    );
    switch (trigger.entry.role) {
      case 'before':
        return valuesAfter(scene, trigger, names, false);
      case 'after':
        if (isDoneBy(scene, trigger)) return [];
        return either(valuesBefore(scene, trigger, names, false), () => whatIsUnknown(scene, trigger));
      case 'denies':
        return either(
          valuesAfter(scene, trigger, names, true).filter(({ from }) => isPlain(scene, trigger.to, from)),
          () => valuesBefore(scene, trigger, names, true),
        );
      case 'names':
        return ofName(scene, trigger, names);
      case 'events':
        return ofEvent(scene, trigger, names);
      case 'says':
        return saidBy(scene, trigger);
      default:
        return [];
    }
  });
}

/** "the blast was caused by 300 tonnes of fuel": the blast is no cause. */
function isDoneBy({ tokens }: Scene, { from, to }: Trigger): boolean {
  return tokens[to]?.lower === 'by' && verbGroupBefore(tokens, from).hasBe;
}

function either(first: readonly Finding[], second: () => readonly Finding[]): readonly Finding[] {
  return first.length > 0 ? first : second();
}

function findingOf(
  { entry, from, to }: Trigger,
  name: NamedConcept,
  distance: number,
  group: number,
  denied = false,
): Finding {
  return {
    property: entry.property,
    value: name.value,
    scope: [],
    from: name.from,
    to: name.to,
    triggerFrom: Math.min(group, from),
    triggerTo: to,
    denied,
    doubt: Math.min(distance, 10) * FAR + (name.value.kind === 'UNLISTED_CONCEPT' ? UNLISTED : 0),
  };
}

/** "caused by a bird strike", "diverted to Aktau"; of "fire or an explosion" both. */
function valuesAfter(
  scene: Scene,
  trigger: Trigger,
  names: readonly NamedConcept[],
  denied: boolean,
): readonly Finding[] {
  const group = verbGroupBefore(scene.tokens, trigger.from).from;
  const found: Finding[] = [];
  let end = trigger.to;
  for (const name of names.filter(({ from }) => from >= trigger.to)) {
    const isNext = found.length === 0 ? isReached(scene, end, name.from, REACH) : isAlternative(scene, end, name.from);
    if (!isNext) break;
    found.push(findingOf(trigger, name, name.from - trigger.to, group, denied));
    end = name.to;
  }
  return found;
}

/** "denied that it had fired a missile" denies a deed, not a missile. */
function isPlain({ tokens }: Scene, from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ pos }) => pos !== 'AUX' && pos !== 'VERB');
}

function isAlternative({ tokens }: Scene, from: number, to: number): boolean {
  const between = tokens.slice(from, to).map(({ lower }) => lower);
  return (
    between.length <= 3 &&
    between.some((word) => word === 'or') &&
    between.every((word) => /^(?:or|a|an|the|by)$/.test(word))
  );
}

/** "a bird strike caused the crash", "sabotage was to blame". */
function valuesBefore(
  scene: Scene,
  trigger: Trigger,
  names: readonly NamedConcept[],
  denied: boolean,
): readonly Finding[] {
  const group = verbGroupBefore(scene.tokens, trigger.from).from;
  const name = names.findLast(({ to }) => to <= group);
  if (name === undefined || !isReached(scene, name.to, group, REACH)) return [];
  return [findingOf(trigger, name, group - name.to, group, denied)];
}

/** Whether nothing that ends a clause stands between two tokens. */
function isReached({ tokens }: Scene, from: number, to: number, reach: number): boolean {
  if (to - from > reach) return false;
  return tokens.slice(from, to).every(({ text, pos, lower }) => {
    if (/^[,;:.()\u2013\u2014]$/.test(text) || CLAUSE_WORDS.has(lower)) return false;
    return !(pos === 'VERB' && !/(?:ing|ed|en)$/.test(lower));
  });
}

/** "the cause was a short circuit"; "a short circuit was the cause"; "the cause is not known". */
function ofName(scene: Scene, trigger: Trigger, names: readonly NamedConcept[]): readonly Finding[] {
  const { tokens } = scene;
  if (isDoneBy(scene, trigger)) return [];
  const be = tokens.findIndex(
    ({ lower }, at) =>
      at >= trigger.to && at < trigger.to + REACH && /^(?:was|is|were|are|be|been|as|:|remains|remained)$/.test(lower),
  );
  if (be >= 0 && isNotKnown(scene, be)) return [unknown(trigger, be)];
  if (be >= 0 && isReached(scene, trigger.to, be, REACH)) {
    const name = names.find(({ from }) => from > be);
    if (name !== undefined && isReached(scene, be + 1, name.from, REACH)) {
      return [{ ...findingOf(trigger, name, name.from - be - 1, trigger.from), triggerTo: be + 1 }];
    }
  }
  const before = names.findLast(({ to }) => to <= trigger.from);
  const between = before === undefined ? [] : tokens.slice(before.to, trigger.from).map(({ lower }) => lower);
  const isSaid =
    before !== undefined &&
    between.length <= 7 &&
    between.some((word) => /^(?:was|is|were|are|be|been|as)$/.test(word));
  return isSaid && isReached(scene, before.to, trigger.from, REACH)
    ? [findingOf(trigger, before, between.length - 1, before.to)]
    : [];
}

/** "it is not yet clear what caused the explosion" */
function whatIsUnknown(scene: Scene, trigger: Trigger): readonly Finding[] {
  const { tokens } = scene;
  const what = verbGroupBefore(tokens, trigger.from).from - 1;
  if (tokens[what]?.lower !== 'what') return [];
  const from = Math.max(0, what - 6);
  const be = tokens.findIndex(
    ({ lower }, at) => at >= from && at < what && /^(?:is|was|remains|remained)$/.test(lower),
  );
  const isUnclear = tokens.slice(from, what).some(({ lower }) => UNKNOWN.test(lower));
  return isUnclear || (be >= 0 && isNotKnown(scene, be)) ? [unknown(trigger, what - 1)] : [];
}

function isNotKnown({ tokens }: Scene, be: number): boolean {
  const words = tokens.slice(be, be + 6).map(({ lower }) => lower);
  const said = words.join(' ');
  if (words.some((word) => UNKNOWN.test(word))) return true;
  return /\b(?:not|n't) (?:immediately |yet |been |yet been |officially |clear)*(?:known|clear|established|determined|identified|confirmed)?/.test(
    said,
  )
    ? /\b(?:known|clear|established|determined|identified)\b/.test(said)
    : /\b(?:under|being) (?:investigation|investigated)\b/.test(said);
}

function unknown({ entry, from, to }: Trigger, be: number): Finding {
  return {
    property: entry.property,
    value: { kind: 'UNKNOWN' },
    scope: [],
    from: be,
    to: be + 6,
    triggerFrom: from,
    triggerTo: to,
    denied: false,
    doubt: 0.05,
  };
}

/** "crashed near Aktau"; "In northern Kenya, a bus overturned"; "the quake in Nepal". */
function ofEvent(scene: Scene, trigger: Trigger, names: readonly NamedConcept[]): readonly Finding[] {
  const { tokens } = scene;
  if (isAttribute(tokens, trigger)) return [];
  const prepositions = trigger.entry.property.recognition.prepositions ?? PLACE_WORDS;
  const right = names.find(
    (name) => name.from >= trigger.to && !isOther(scene, name) && isPlaced(scene, trigger, name.from, prepositions),
  );
  const group = verbGroupBefore(tokens, trigger.from).from;
  if (right !== undefined)
    return [findingOf(trigger, narrower(scene, right, names), (right.from - trigger.to) / 3, group)];
  const fronted =
    names.find((name) => name.to <= trigger.from && isFronted(scene, name, prepositions)) ??
    names.findLast((name) => name.to <= trigger.from && isWhere(scene, name, trigger.from, prepositions));
  return fronted === undefined ? [] : [findingOf(trigger, narrower(scene, fronted, names), 4, group)];
}

/** "the band Lindqvist": a new name behind a noun is of what the noun says. */
function isOther({ tokens }: Scene, { value, from }: NamedConcept): boolean {
  const before = tokens[from - 1];
  const isNoun = before !== undefined && /^\p{Ll}/u.test(before.text) && /^(?:NOUN|PROPN)$/.test(before.pos);
  return value.kind === 'UNLISTED_CONCEPT' && isNoun && !PLACE_NOUNS.has(before.lower);
}

/** Whether a preposition ties a name to an event before it, in the same clause. */
function isPlaced(
  scene: Scene,
  { from: event, to: from }: Trigger,
  to: number,
  prepositions: readonly string[],
): boolean {
  const { tokens, times } = scene;
  const words = indices(from, to).filter((at) => !times.some((time) => at >= time.from && at < time.to));
  if (words.length > EVENT_REACH) return false;
  const preposition = words.findLast((at) => prepositions.includes(tokens[at]?.lower ?? ''));
  if (preposition === undefined || to - preposition > 7) return false;
  const isNoun = tokens[event]?.pos === 'NOUN';
  const isBroken = words.some((at) => isBreak(tokens[at]) && !(isNoun && isOfTheSame(scene, at)));
  return !isBroken && !words.some((at) => at > preposition && isPunctuation(tokens[at]));
}

function indices(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function isPunctuation(token: Token | undefined): boolean {
  return token?.text === ',' || token?.pos === 'VERB';
}

function isBreak(token: Token | undefined): boolean {
  if (token === undefined) return true;
  const { text, lower, pos } = token;
  if (/^[;:.]$/.test(text) || CLAUSE_WORDS.has(lower) || lower === 'who') return true;
  return (pos === 'VERB' && !lower.endsWith('ing')) || pos === 'AUX';
}

/** "the quake killed 12 people in Nepal": what is told of an event is told of its place. */
function isOfTheSame({ triggers, tokens }: Scene, at: number): boolean {
  return triggers.some(({ entry, from, to }) => {
    const isTold = entry.role === 'objectOf' || entry.role === 'subjectOf';
    return isTold && at < to && at >= Math.min(from, verbGroupBefore(tokens, from).from);
  });
}

/** "Turkey's Hatay province", "in Izmit": of a container and what is in it, the narrower. */
function narrower({ tokens }: Scene, name: NamedConcept, names: readonly NamedConcept[]): NamedConcept {
  const next = names.find(({ from }) => from === name.to + 1 && tokens[name.to]?.lower === "'s");
  return next ?? name;
}

/** "a hospital in Cairo where a fire broke out" */
function isWhere({ tokens }: Scene, name: NamedConcept, event: number, prepositions: readonly string[]): boolean {
  const at = tokens[name.to]?.text === ',' ? name.to + 1 : name.to;
  const isRelative = tokens[at]?.lower === 'where' && event - at <= REACH;
  return (
    isRelative && tokens.slice(Math.max(0, name.from - 4), name.from).some(({ lower }) => prepositions.includes(lower))
  );
}

function isFronted({ tokens }: Scene, name: NamedConcept, prepositions: readonly string[]): boolean {
  return prepositions.includes(tokens[0]?.lower ?? '') && name.from <= 7 && /^,$/.test(tokens[name.to]?.text ?? '');
}

/** Wordings that say a concept by themselves, named by its label. */
function saidBy(scene: Scene, trigger: Trigger): readonly Finding[] {
  const concept = conceptByLabel(scene, trigger.entry.property, trigger.entry.says);
  const { from, to, entry } = trigger;
  const group = verbGroupBefore(scene.tokens, from).from;
  if (concept === null) return [];
  return [
    {
      property: entry.property,
      value: { kind: 'CONCEPT', conceptId: concept },
      scope: [],
      from,
      to,
      triggerFrom: group,
      triggerTo: to,
      denied: false,
      doubt: 0.1,
    },
  ];
}

function conceptByLabel({ vocabulary }: Scene, { schemeKey }: ReadableProperty, label: string): string | null {
  const concepts = vocabulary.schemes.get(schemeKey ?? '')?.concepts ?? [];
  return concepts.find((concept) => concept.label === label)?.id ?? null;
}
