import type { Finding } from './finding.js';
import type { Scene, Trigger } from './scene.js';
import type { SuggestedValue } from './suggestion.js';
import { wordsBetween } from './sentence.js';
import { nameBehind } from './speaker.js';
import { verbGroupBefore } from './verb-group.js';

/** Wordings that say yes or no by themselves. */
export function readBooleans(scene: Scene): readonly Finding[] {
  return scene.triggers
    .filter(({ entry }) => entry.property.datatype === 'BOOLEAN' && entry.role === 'says')
    .map((trigger) => {
      const group = verbGroupBefore(scene.tokens, trigger.from).from;
      const isNone = hasNo(scene, group) || hasNo(scene, trigger.from);
      const value: SuggestedValue = { kind: 'BOOLEAN', boolean: trigger.entry.says === 'true' };
      return { ...spanOf(trigger, group, trigger.from, trigger.to), value, denied: isNone };
    });
}

/** "no tsunami warning was issued", "without any distress call" */
function hasNo({ tokens }: Scene, at: number): boolean {
  let before = at - 1;
  while (/^(?:NOUN|ADJ)$/.test(tokens[before]?.pos ?? '') || tokens[before]?.lower === 'any') before -= 1;
  return /^(?:no|without)$/.test(tokens[before]?.lower ?? '');
}

function spanOf(
  { entry, to, from }: Trigger,
  group: number,
  valueFrom: number,
  valueTo: number,
): Omit<Finding, 'value'> {
  return {
    property: entry.property,
    scope: [],
    from: valueFrom,
    to: valueTo,
    triggerFrom: Math.min(group, from),
    triggerTo: to,
    denied: false,
    doubt: 0.05,
  };
}

const OPENERS = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'its']);
const LINKS = new Set(['of', "'s", 'for', '&', 'and']);

/** Names and offices beside the words that tell what they are: who claimed responsibility, who called the race. */
export function readAgents(scene: Scene): readonly Finding[] {
  return scene.triggers
    .filter(({ entry }) => entry.property.datatype === 'TEXT')
    .flatMap((trigger) => {
      const { role } = trigger.entry;
      const group = verbGroupBefore(scene.tokens, trigger.from).from;
      const span =
        role === 'before' ? phraseAfter(scene, trigger.to) : role === 'after' ? phraseBefore(scene, group) : null;
      if (span === null) return [];
      const text = wordsBetween(scene.text, scene.sentence, span[0], span[1]);
      return [{ ...spanOf(trigger, group, span[0], span[1]), value: { kind: 'TEXT' as const, text, language: null } }];
    });
}

function isPart({ tokens }: Scene, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (/^(?:PROPN|NOUN|ADJ)$/.test(token.pos) || token.joined);
}

/** A name: a noun phrase with a capital in it. */
function hasName({ tokens }: Scene, from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ text }) => /^\p{Lu}/u.test(text));
}

function phraseAfter(scene: Scene, at: number): readonly [number, number] | null {
  const { tokens } = scene;
  const from = OPENERS.has(tokens[at]?.lower ?? '') ? at + 1 : at;
  let to = from;
  while (
    isPart(scene, to) ||
    (to > from && LINKS.has(tokens[to]?.lower ?? '') && tokens[to]?.lower !== 'and' && isPart(scene, to + 1))
  )
    to += 1;
  const name = nameBehind(tokens, from, to);
  if (name !== null) return [name.from, name.to];
  return to > from && hasName(scene, from, to) ? [from, to] : null;
}

/** "the Northern Front", "the group's political wing"; of "an armed group, the Northern Front," the name. */
function phraseBefore(scene: Scene, at: number): readonly [number, number] | null {
  const { tokens } = scene;
  if (tokens[at - 1]?.text !== ',') return nounPhraseBefore(scene, at);
  const opening = tokens.findLastIndex(({ text }, index) => text === ',' && index < at - 1);
  if (opening < 0) return null;
  const named = [nounPhraseBefore(scene, opening), nounPhraseBefore(scene, at - 1)].filter((span) => span !== null);
  return named.find(([from, to]) => hasName(scene, from, to)) ?? null;
}

function nounPhraseBefore(scene: Scene, at: number): readonly [number, number] | null {
  const { tokens } = scene;
  let from = at;
  while (from > 0 && (isPart(scene, from - 1) || isLinked(scene, from - 1, at))) from -= 1;
  const isNobody = /^(?:no|any)$/.test(tokens[from - 1]?.lower ?? '');
  return from < at && !isNobody ? [from, at] : null;
}

function isLinked(scene: Scene, at: number, end: number): boolean {
  const { tokens } = scene;
  const word = tokens[at]?.lower ?? '';
  if (at === end - 1 || !LINKS.has(word) || word === 'and' || word === "'s") return false;
  return isPart(scene, at - 1);
}
