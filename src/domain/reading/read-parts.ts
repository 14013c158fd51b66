import { countOf } from './counting.js';
import { INCLUDING } from './english/words.js';
import type { Figure } from './figure.js';
import type { Finding } from './finding.js';
import type { Scene, Trigger } from './scene.js';
import { byDimension } from './suggestion.js';

const PART_DOUBT = 0.05;
/** How many words may say what the members of a group are. */
const MEMBER_WORDS = 5;

/**
 * Parts of what was counted: "38 people died, including three children", "12 were hurt, five of them seriously",
 * "among the dead were two Swedes". A part without anything that narrows it says nothing that could be kept apart from
 * the whole, and is left out.
 */
export function readParts(scene: Scene, counted: readonly Finding[]): readonly Finding[] {
  const free = scene.figures.filter(({ from }) => !counted.some((finding) => finding.from === from));
  const ofWhole = free.flatMap((figure) => partOfCounted(scene, figure, counted));
  return [...ofWhole, ...ofGroups(scene, free)];
}

function partOfCounted(scene: Scene, figure: Figure, counted: readonly Finding[]): readonly Finding[] {
  const whole = wholeBefore(scene, figure, counted);
  if (whole === null) return [];
  const { property } = whole;
  const end = partEnd(scene, figure);
  const finding = countOf(scene, property, { ...figure, to: Math.max(end, figure.to) }, tellingOf(whole), {
    doubt: PART_DOUBT,
    anyNoun: true,
  });
  if (finding === null) return [];
  if (finding.scope.length === 0) return [];
  const scope = inherited(finding, whole);
  if (scope.length <= whole.scope.length) return [];
  return [{ ...finding, scope, from: figure.from, to: Math.max(end, figure.to), denied: whole.denied }];
}

function tellingOf({ triggerFrom, triggerTo }: Finding): { from: number; to: number } {
  return { from: triggerTo, to: triggerTo >= triggerFrom ? triggerTo : triggerFrom };
}

/** Of "four children, two of them seriously", the two are children as well. */
function inherited({ scope }: Finding, whole: Finding): Finding['scope'] {
  const own = new Set(scope.map(({ dimension }) => dimension));
  return [...scope, ...whole.scope.filter(({ dimension }) => !own.has(dimension))].sort(byDimension);
}

/** The count that a figure is a part of: the nearest one before, with only other parts between. */
function wholeBefore({ tokens }: Scene, figure: Figure, counted: readonly Finding[]): Finding | null {
  const before = counted.filter(({ to, property }) => to <= figure.from && property.datatype === 'QUANTITY');
  const nearest = before.reduce<Finding | null>(
    (last, next) => (last === null || next.from > last.from ? next : last),
    null,
  );
  if (nearest === null) return null;
  const between = tokens.slice(nearest.to, figure.from);
  const opens = figure.ofThem || between.some(({ lower }) => INCLUDING.has(lower));
  const sinceOpening = between.slice(between.findLastIndex(({ lower }) => INCLUDING.has(lower)) + 1);
  const isBroken = sinceOpening.some(({ text, pos }) => /^[;.]$/.test(text) || (!figure.ofThem && pos === 'AUX'));
  return opens && !isBroken ? nearest : null;
}

/** "five of them children", "two of them seriously": what narrows it stands behind "of them". */
function partEnd({ tokens }: Scene, figure: Figure): number {
  if (!figure.ofThem) return figure.to;
  let end = figure.to + 2;
  while (end < figure.to + 6 && tokens[end] !== undefined && !/^[,;.]$/.test(tokens[end]?.text ?? '')) end += 1;
  return end;
}

/** "among the dead were two Swedes and a child"; "the victims included three pilots"; "five of the dead were children". */
function ofGroups(scene: Scene, figures: readonly Figure[]): readonly Finding[] {
  return scene.triggers
    .filter(({ entry }) => entry.role === 'group')
    .flatMap((trigger) => [
      ...membersOf(scene, trigger, figures),
      ...partOfGroup(scene, trigger, figures),
      ...partAfterGroup(scene, trigger, figures),
      ...membersAmong(scene, trigger, figures),
    ]);
}

/** "six Swedes and a Dane were among the dead" */
function membersAmong(scene: Scene, trigger: Trigger, figures: readonly Figure[]): readonly Finding[] {
  const { tokens } = scene;
  const among = tokens[trigger.from - 1]?.lower === 'the' ? trigger.from - 2 : trigger.from - 1;
  if (tokens[among]?.lower !== 'among' || !/^(?:were|are|was|is)$/.test(tokens[among - 1]?.lower ?? '')) return [];
  const found: Finding[] = [];
  let end = among - 1;
  for (const figure of figures.filter(({ to }) => to <= end).reverse()) {
    const between = tokens.slice(figure.to, end).map(({ lower }) => lower);
    if (between.length > 2 || !between.every((word) => word === ',' || word === 'and')) break;
    end = figure.from;
    const finding = countOf(scene, trigger.entry.property, figure, trigger, { doubt: PART_DOUBT, anyNoun: true });
    if (finding !== null && finding.scope.length > 0) found.unshift(finding);
  }
  return found;
}

function membersOf(scene: Scene, trigger: Trigger, figures: readonly Figure[]): readonly Finding[] {
  const { tokens } = scene;
  const verb = [0, 1, 2]
    .map((skip) => trigger.to + skip)
    .find((at) => /^(?:were|was|are|include|includes|included|including)$/.test(tokens[at]?.lower ?? ''));
  if (verb === undefined || tokens[trigger.from - 1]?.lower === 'of') return [];
  const found: Finding[] = [];
  let end = verb + 1;
  for (const figure of figures.filter(({ from }) => from > verb)) {
    const between = tokens.slice(end, figure.from).map(({ lower }) => lower);
    if (between.length > 3 || !between.every((word) => /^(?:,|and|also|at|least)$/.test(word))) break;
    end = figure.to;
    const finding = countOf(scene, trigger.entry.property, figure, trigger, { doubt: PART_DOUBT, anyNoun: true });
    if (finding !== null && finding.scope.length > 0) found.push(finding);
  }
  return found;
}

function partOfGroup(scene: Scene, trigger: Trigger, figures: readonly Figure[]): readonly Finding[] {
  const { tokens } = scene;
  const figure = figures.find(
    ({ to }) =>
      to < trigger.from &&
      trigger.from - to <= 3 &&
      tokens[to]?.lower === 'of' &&
      /^(?:the|those)$/.test(tokens[to + 1]?.lower ?? ''),
  );
  const isSaid = /^(?:were|was|are)$/.test(tokens[trigger.to]?.lower ?? '');
  if (figure === undefined || !isSaid) return [];
  const stop = tokens.findIndex(({ lower }, at) => at > trigger.to && /^(?:,|;|and|but)$/.test(lower));
  const end = Math.min(stop < 0 ? tokens.length : stop, trigger.to + MEMBER_WORDS);
  const finding = countOf(scene, trigger.entry.property, { ...figure, to: end }, trigger, {
    doubt: PART_DOUBT,
    anyNoun: true,
  });
  return finding === null || finding.scope.length === 0
    ? []
    : [{ ...finding, to: Math.max(figure.to, trigger.to + 1) }];
}

/** "of those killed, 56 were children": what narrows the figure stands behind the verb. */
function partAfterGroup(scene: Scene, trigger: Trigger, figures: readonly Figure[]): readonly Finding[] {
  const { tokens } = scene;
  const isOf = [1, 2].some((back) => /^(?:of|among)$/.test(tokens[trigger.from - back]?.lower ?? ''));
  const figure = figures.find(({ from }) => from === trigger.to + 1);
  if (!isOf || tokens[trigger.to]?.text !== ',' || figure === undefined) return [];
  const isSaid = /^(?:were|was|are|is)$/.test(tokens[figure.to]?.lower ?? '');
  const comma = tokens.findIndex(({ text }, at) => at > figure.to && /^[,;.]$/.test(text));
  const end = Math.min(comma < 0 ? tokens.length : comma, figure.to + MEMBER_WORDS);
  const finding = countOf(scene, trigger.entry.property, { ...figure, to: isSaid ? end : figure.to }, trigger, {
    doubt: PART_DOUBT,
    anyNoun: true,
  });
  return finding === null || finding.scope.length === 0 ? [] : [{ ...finding, to: figure.to }];
}
