import { countOf } from './counting.js';
import { summed } from './sum.js';
import { countOfName } from './count-of-name.js';
import { isWholeOf, type Figure } from './figure.js';
import type { Finding, Telling } from './finding.js';
import type { Scene, Trigger } from './scene.js';
import { subjectFigure } from './subject-figure.js';
import { isOfOthers } from './subject-scope.js';
import { verbGroupBefore } from './verb-group.js';

const REDUCED = 0.05;

/** Everything that a sentence counts: figures with the verbs, nouns and adjectives that tell what they count. */
export function readCounts(scene: Scene): readonly Finding[] {
  const triggers = scene.triggers.filter(({ entry }) => entry.property.datatype === 'QUANTITY');
  const told = triggers.flatMap((trigger) => ofVerb(scene, trigger));
  const named = triggers.flatMap((trigger) =>
    ofNoun(scene, trigger).filter((finding) => trigger.entry.role !== 'counted' || !isToldOf(told, finding)),
  );
  const byVerb = [...told, ...named];
  const described = triggers.flatMap((trigger) => ofDescription(scene, trigger, byVerb));
  return [...byVerb, ...described];
}

/** "four attackers were killed": of all attackers nothing is said. */
function isToldOf(told: readonly Finding[], { from, property }: Finding): boolean {
  return told.some((other) => other.from === from && other.property !== property);
}

function ofVerb(scene: Scene, trigger: Trigger): readonly Finding[] {
  switch (trigger.entry.role) {
    case 'objectOf':
      return ofObject(scene, trigger);
    case 'subjectOf':
      return withSubject(scene, trigger, 0).filter((finding) => !isEventItself(scene, trigger, finding));
    default:
      return [];
  }
}

/** "a bridge collapsed" is what happened, not how many did. */
function isEventItself({ tokens, triggers }: Scene, { from, to }: Trigger, finding: Finding): boolean {
  const isEvent = triggers.some(({ entry, ...other }) => entry.role === 'events' && other.from < to && other.to > from);
  return isEvent && isArticle(tokens[finding.from]?.lower);
}

/** "killed 38 people"; "38 people were killed"; "38 killed". */
function ofObject(scene: Scene, trigger: Trigger): readonly Finding[] {
  const { tokens } = scene;
  const group = verbGroupBefore(tokens, trigger.from);
  const isPassive = group.hasBe && !(tokens[trigger.from]?.lower ?? '').endsWith('ing');
  if (!isPassive) {
    const right = figureAfter(scene, trigger.to);
    const from = group.hasAuxiliary ? group.from : trigger.from;
    if (right !== null) return counts(scene, trigger, coordinatedAfter(scene, right), { from, to: trigger.to });
  }
  const word = tokens[trigger.from]?.lower ?? '';
  if (!isPassive && (word.endsWith('ing') || group.hasAuxiliary)) return [];
  if (!isPassive && !/(?:ed|en|t|d|n|ost|un[gk]|ound|uck|ot|rne)$/.test(word)) return [];
  return withSubject(scene, trigger, isPassive ? 0 : REDUCED);
}

function withSubject(scene: Scene, trigger: Trigger, doubt: number): readonly Finding[] {
  const group = verbGroupBefore(scene.tokens, trigger.from);
  const subject = subjectFigure(scene, group.from);
  if (subject === null) return [];
  const isReduced = doubt > 0 && !group.hasAuxiliary;
  if (isReduced && subject.distance > 0) return [];
  const figures = coordinatedBefore(scene, subject.figure);
  return counts(scene, trigger, figures, { from: group.from, to: trigger.to }, doubt);
}

function counts(
  scene: Scene,
  trigger: Trigger,
  figures: readonly Figure[],
  telling: Telling,
  doubt = 0,
): readonly Finding[] {
  const isFalse = figures.some(({ further }) => further) && isRepeated(scene, trigger, figures[0]);
  if (isFalse) return [];
  const findings = figures.flatMap(
    (figure) => countOf(scene, trigger.entry.property, figure, telling, { doubt }) ?? [],
  );
  return isUntold(findings) ? [summed(findings)] : findings;
}

/** "another 12": beside those of the same property that the sentence counted before. */
function isRepeated({ triggers, figures }: Scene, trigger: Trigger, first: Figure | undefined): boolean {
  if (first === undefined) return false;
  const isEarlier = figures.some(({ to }) => to <= first.from);
  return (
    isEarlier &&
    triggers.some(({ entry, from, to }) => {
      return entry.property === trigger.entry.property && to <= first.from && from !== trigger.from;
    })
  );
}

/** The figure that is the object of a verb that ends at a token. */
function figureAfter({ tokens, figures }: Scene, to: number): Figure | null {
  for (let at = to; at <= to + 3; at += 1) {
    const figure = figures.find(({ from }) => from === at);
    if (figure !== undefined) return isWholeOf(figures, figure) ? null : figure;
    const token = tokens[at];
    if (
      token === undefined ||
      !(token.pos === 'ADV' || token.pos === 'DET' || /^(?:as|all|of|a|total)$/.test(token.lower))
    ) {
      return null;
    }
  }
  return null;
}

/** "two women and a child were": figures joined by commas and "and", the last of them given. */
function coordinatedBefore(scene: Scene, last: Figure): readonly Figure[] {
  const { tokens, figures } = scene;
  const list = [last];
  for (;;) {
    const [first] = list;
    if (first === undefined) return list;
    let at = first.from - 1;
    if (tokens[at]?.lower === 'and') at -= 1;
    if (tokens[at]?.text === ',') at -= 1;
    if (at === first.from - 1) return list;
    const before = figures.find((figure) => figure.to === at + 1 && figure.to > figure.nounFrom);
    if (before?.whole !== null || isWholeOf(figures, before)) return list;
    list.unshift(before);
  }
}

/** "killed two women and a child". */
function coordinatedAfter(scene: Scene, first: Figure): readonly Figure[] {
  const { tokens, figures, triggers } = scene;
  const list = [first];
  for (;;) {
    const last = list.at(-1);
    if (last === undefined) return list;
    let at = last.to;
    if (tokens[at]?.text === ',') at += 1;
    if (tokens[at]?.lower === 'and') at += 1;
    const next = at === last.to ? undefined : figures.find(({ from }) => from === at);
    if (next === undefined || next.to === next.nounFrom || isWholeOf(figures, next)) return list;
    // "killed two men and 12 others were hurt"
    const follower = tokens[next.to];
    const hasOwn = triggers.some(
      ({ from, entry }) => from >= next.to && from <= next.to + 3 && entry.role !== 'events',
    );
    // "carrying 57 passengers and four crew crashed"
    const isEvent = triggers.some(({ from, entry }) => from === next.to && entry.role === 'events');
    if (follower?.pos === 'AUX' || (follower?.pos === 'VERB' && !isEvent) || hasOwn) return list;
    list.push(next);
  }
}

/** What the counted are said to be: "38 dead", "12 people were missing", "12 missing hikers". */
function ofDescription(scene: Scene, trigger: Trigger, byVerb: readonly Finding[]): readonly Finding[] {
  if (trigger.entry.role !== 'described') return [];
  const { tokens, figures } = scene;
  const { property } = trigger.entry;
  const within = figures.find(({ nounFrom, to }) => trigger.from >= nounFrom && trigger.to <= to);
  if (within !== undefined) return one(countOf(scene, property, within, trigger));
  const group = verbGroupBefore(tokens, trigger.from);
  const inner = figures.find((figure) => figure.to === group.from && isWholeOf(figures, figure));
  if (inner !== undefined && !group.hasAuxiliary) return one(countOf(scene, property, inner, trigger));
  if (!group.hasAuxiliary && tokens[trigger.to]?.pos === 'NOUN' && tokens[trigger.to]?.joined === false) return [];
  const subject = subjectFigure(scene, group.from) ?? objectBefore(scene, group.from, group.hasAuxiliary);
  if (subject === null || (!group.hasAuxiliary && subject.distance > 0)) return [];
  const { figure } = subject;
  if (figure.ofThem && !group.hasAuxiliary) return [];
  const counted = byVerb.find(({ from }) => from === figure.from);
  if (counted !== undefined && counted.property !== property && !group.hasAuxiliary && !figure.definite) return [];
  if (isSubjectElsewhere(scene, trigger, figure, group.hasAuxiliary)) return [];
  const list = coordinatedBefore(scene, figure).filter(
    (part) => part === figure || !byVerb.some(({ from }) => from === part.from),
  );
  return list.flatMap((part) => countOf(scene, property, part, { from: group.from, to: trigger.to }) ?? []);
}

/** "carrying 67 people on board" */
function objectBefore(
  { figures }: Scene,
  at: number,
  hasAuxiliary: boolean,
): { figure: Figure; distance: number } | null {
  const figure = hasAuxiliary
    ? undefined
    : figures.find((candidate) => candidate.to === at && candidate.whole === null);
  return figure === undefined ? null : { figure, distance: 0 };
}

/** "38 people on board died": the 38 are those who died, unless they are all. */
function isSubjectElsewhere(scene: Scene, trigger: Trigger, figure: Figure, hasAuxiliary: boolean): boolean {
  if (hasAuxiliary || figure.definite) return false;
  return scene.triggers.some(({ entry, from }) => {
    if (entry.property === trigger.entry.property || from < trigger.to) return false;
    if (entry.role !== 'objectOf' && entry.role !== 'subjectOf' && entry.role !== 'described') return false;
    const group = verbGroupBefore(scene.tokens, from);
    return group.from === trigger.to || (from === trigger.to && group.from <= trigger.to);
  });
}

function one(finding: Finding | null): readonly Finding[] {
  return finding === null ? [] : [finding];
}

/** "38 fatalities"; "the deaths of 38 people"; "the death toll rose to 38". */
function ofNoun(scene: Scene, trigger: Trigger): readonly Finding[] {
  const { tokens, figures } = scene;
  const { property, role } = trigger.entry;
  if (role === 'counted') {
    const figure = figures.find(({ nounFrom, to }) => trigger.from >= nounFrom && trigger.to === to);
    if (figure === undefined || isArticle(tokens[figure.from]?.lower)) return [];
    if (isOfOthers(scene, property, figure)) return [];
    return one(countOf(scene, property, figure, trigger, { anyNoun: true }));
  }
  if (role === 'ofNouns' && tokens[trigger.to]?.lower === 'of') {
    const figure = figureAfter(scene, trigger.to + 1);
    return figure === null ? [] : counts(scene, trigger, coordinatedAfter(scene, figure), trigger);
  }
  return role === 'names' ? one(countOfName(scene, trigger)) : [];
}

/** "a survivor said": nobody is counted. */
function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'an';
}

function isUntold(findings: readonly Finding[]): findings is readonly [Finding, ...Finding[]] {
  return findings.length > 1 && findings.some(({ scope }) => scope.length === 0);
}
