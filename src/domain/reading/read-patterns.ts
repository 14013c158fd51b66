import type { SlotPattern } from './compile.js';
import { countOf } from './counting.js';
import type { Figure } from './figure.js';
import type { Finding } from './finding.js';
import { namedConcepts, type NamedConcept } from './names.js';
import type { Scene } from './scene.js';
import type { ReadTime } from './time-mention.js';
import { matchEnd } from './wording.js';

/** Words that may stand between a pattern's word and the value: "the loss of the 23". */
const ARTICLES = /^(?:the|a|an|its|their|his|her|some)$/;
const MODIFIERS = 5;

/** What may fill a slot. */
type Filling =
  | { readonly kind: 'FIGURE'; readonly figure: Figure }
  | { readonly kind: 'NAME'; readonly name: NamedConcept }
  | { readonly kind: 'TIME'; readonly time: ReadTime };

/** Wordings with a place for the value: "loss of {value} lives". */
export function readPatterns(scene: Scene): readonly Finding[] {
  const { slotPatterns } = scene.vocabulary;
  if (slotPatterns.size === 0) return [];
  return scene.tokens.flatMap(({ lower }, at) =>
    [...(slotPatterns.get(lower) ?? []), ...(slotPatterns.get('') ?? [])].flatMap((pattern) =>
      matched(scene, pattern, at),
    ),
  );
}

function matched(scene: Scene, { property, pattern }: SlotPattern, at: number): readonly Finding[] {
  let filling: Filling | null = null;
  const end = matchEnd(pattern, scene.tokens, at, (from) => {
    const filled = fillingAt(scene, property.datatype, property.schemeKey, from);
    filling = filled?.filling ?? null;
    return filled?.ends ?? [];
  });
  return end === null || filling === null ? [] : findingOf(scene, property, filling, at, end);
}

function findingOf(
  scene: Scene,
  property: SlotPattern['property'],
  filling: Filling,
  from: number,
  to: number,
): readonly Finding[] {
  const base = { property, scope: [], triggerFrom: from, triggerTo: to, denied: false, doubt: 0 };
  if (filling.kind === 'FIGURE') {
    const finding = countOf(scene, property, { ...filling.figure, to }, { from, to }, { anyNoun: true });
    return finding === null ? [] : [{ ...finding, to: Math.max(filling.figure.nounFrom, finding.from + 1), doubt: 0 }];
  }
  if (filling.kind === 'TIME') {
    const { time } = filling;
    return [{ ...base, value: { kind: 'PENDING_TIME', time }, from: time.from, to: time.to }];
  }
  const { name } = filling;
  return [{ ...base, value: name.value, from: name.from, to: name.to }];
}

function fillingAt(
  scene: Scene,
  datatype: string,
  schemeKey: string | null,
  from: number,
): { readonly filling: Filling; readonly ends: readonly number[] } | null {
  const start = ARTICLES.test(scene.tokens[from]?.lower ?? '') ? from + 1 : from;
  const starts = (span: { readonly from: number }): boolean => span.from === from || span.from === start;
  if (datatype === 'QUANTITY') {
    const figure = scene.figures.find(starts);
    return figure === undefined ? null : { filling: { kind: 'FIGURE', figure }, ends: endsOf(figure) };
  }
  if (datatype === 'TIME') {
    const time = scene.times.find(starts);
    return time === undefined ? null : { filling: { kind: 'TIME', time }, ends: [time.to] };
  }
  const name = schemeKey === null ? undefined : namedConcepts(scene, schemeKey).find(starts);
  return name === undefined ? null : { filling: { kind: 'NAME', name }, ends: [name.to] };
}

/** A figure ends after its number or after any of its adjectives, so that the pattern can name the noun. */
function endsOf({ nounFrom, to }: Figure): readonly number[] {
  const last = Math.max(to, nounFrom);
  return Array.from({ length: Math.min(MODIFIERS, last - nounFrom) + 1 }, (_, index) => nounFrom + index);
}
