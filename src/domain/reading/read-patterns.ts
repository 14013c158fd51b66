import type { SlotPattern } from './compile.js';
import { countOf } from './counting.js';
import type { Figure } from './figure.js';
import type { Finding } from './finding.js';
import { namedConcepts } from './names.js';
import type { NamedConcept, Scene } from './scene.js';
import { isOfOthers } from './subject-scope.js';
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
  const withValueFirst = slotPatterns.get('') ?? [];
  const starts = startsOfValues(scene);
  return scene.tokens.flatMap(({ lower }, at) => {
    const withWordFirst = slotPatterns.get(lower) ?? [];
    const patterns = starts.has(at) ? [...withWordFirst, ...withValueFirst] : withWordFirst;
    return patterns.flatMap((pattern) => matched(scene, pattern, at));
  });
}

/** Where a value can begin, so that patterns that begin with one need not be tried elsewhere. */
function startsOfValues({ figures, times, tokens }: Scene): ReadonlySet<number> {
  const starts = new Set([...figures, ...times].map(({ from }) => from));
  for (const [at, { text }] of tokens.entries()) if (/^\p{Lu}/u.test(text)) starts.add(at);
  return starts;
}

function matched(scene: Scene, { property, pattern }: SlotPattern, at: number): readonly Finding[] {
  const { datatype, schemeKey } = property;
  if (datatype === 'QUANTITY' && scene.figures.length === 0) return [];
  if (datatype === 'TIME' && scene.times.length === 0) return [];
  const tried: Filling[] = [];
  const end = matchEnd(pattern, scene.tokens, at, (from) => {
    const filled = fillingAt(scene, datatype, schemeKey, from);
    if (filled !== null) tried.push(filled.filling);
    return filled?.ends ?? [];
  });
  const filling = tried.at(-1);
  const isOther = scene.otherSenses.some(
    ({ entry, from, to }) => entry.property === property && end !== null && from <= end && to > at,
  );
  return end === null || filling === undefined || isOther ? [] : findingOf(scene, property, filling, at, end);
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
    if (isOfOthers(scene, property, filling.figure)) return [];
    const end = Math.max(to, filling.figure.to);
    const finding = countOf(scene, property, { ...filling.figure, to: end }, { from, to }, { anyNoun: true });
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
