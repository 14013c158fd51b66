import { REPORTING } from './english/reporting-verbs.js';
import type { Finding } from './finding.js';
import type { Scene, Trigger } from './scene.js';
import { isComparison, isLimit, type ReadTime } from './time-mention.js';
import { isAttribute, verbGroupBefore } from './verb-group.js';

const BEFORE_REACH = 8;
const NOUN_REACH = 4;
const PLACE_REACH = 12;

/** Times of what happened: of each event word, the time that its clause gives. */
export function readTimes(scene: Scene): readonly Finding[] {
  const triggers = scene.triggers.filter(({ entry }) => entry.property.datatype === 'TIME');
  return triggers.flatMap((trigger) => {
    const { role } = trigger.entry;
    if (role !== 'events' && role !== 'before') return [];
    const time = role === 'before' ? timeAfter(scene, trigger) : timeOfEvent(scene, trigger);
    return time === null ? [] : [findingOf(scene, trigger, time)];
  });
}

function findingOf({ tokens }: Scene, { entry, from, to }: Trigger, time: ReadTime): Finding {
  const distance = Math.max(0, time.from - to, from - time.to);
  return {
    property: entry.property,
    value: { kind: 'PENDING_TIME', time },
    scope: [],
    from: time.from,
    to: time.to,
    triggerFrom: tokens[from]?.pos === 'VERB' ? verbGroupBefore(tokens, from).from : from,
    triggerTo: to,
    denied: false,
    doubt: Math.min(distance, 10) * 0.02 + (time.date === null ? 0.1 : 0),
  };
}

function timeAfter({ times, tokens }: Scene, { to }: Trigger): ReadTime | null {
  const time = times.find(({ from }) => from >= to);
  if (time === undefined || time.from - to > BEFORE_REACH) return null;
  return tokens.slice(to, time.from).some(({ pos, text }) => pos === 'VERB' || /^[;.]$/.test(text)) ? null : time;
}

function timeOfEvent(scene: Scene, trigger: Trigger): ReadTime | null {
  const { tokens, times } = scene;
  if (isAttribute(tokens, trigger)) return null;
  const hasVerb = tokens.slice(trigger.from, trigger.to).some(({ pos, lower }) => isVerb(pos, lower));
  const dated = times.filter(({ from }) => !isLimit(tokens, from) && !isComparison(tokens, from));
  const candidates = dated.filter((time) => (hasVerb ? governs(scene, trigger, time) : isBeside(scene, trigger, time)));
  return candidates.find(({ date }) => date !== null) ?? candidates[0] ?? null;
}

/** Whether a verb is the one that a time belongs to: the nearest before it, or the first after a time in front. */
function governs(scene: Scene, trigger: Trigger, time: ReadTime): boolean {
  const { tokens } = scene;
  const left = verbBefore(scene, time.from);
  const isRight = time.from >= trigger.to;
  if (isRight) {
    const broken = tokens.slice(trigger.to, time.from).some(({ text }) => /^[;:]$/.test(text));
    return !broken && left >= trigger.from && left < trigger.to;
  }
  if (left >= 0 && !isSubordinate(tokens, left, time.from)) return false;
  const next = tokens.findIndex((token, at) => at >= time.to && isVerb(token.pos, token.lower));
  return next >= trigger.from && next < trigger.to;
}

function verbBefore({ tokens }: Scene, at: number): number {
  return tokens.findLastIndex(
    ({ pos, lower }, index) =>
      index < at &&
      !isAttribute(tokens, { from: index, to: index + 1 }) &&
      (isVerb(pos, lower) || (pos === 'AUX' && isMainVerb(tokens, index))),
  );
}

/** "were without power on Friday": no other verb follows the auxiliary. */
function isMainVerb(tokens: Scene['tokens'], at: number): boolean {
  return tokens.slice(at + 1, at + 4).every(({ pos }) => pos !== 'VERB' && pos !== 'AUX');
}

function isVerb(pos: string, lower: string): boolean {
  return pos === 'VERB' && lower !== 'according';
}

/** "The ministry said that on Wednesday the plane crashed": the time is behind "that". */
function isSubordinate(tokens: Scene['tokens'], verb: number, at: number): boolean {
  if (!REPORTING.has(tokens[verb]?.lower ?? '')) return false;
  return tokens.slice(verb + 1, at).some(({ lower }) => lower === 'that') && at - verb <= 4;
}

/** "Wednesday's crash", "the crash on 25 December", "the 25 December crash". */
function isBeside({ tokens }: Scene, trigger: Trigger, time: ReadTime): boolean {
  const [from, to] = time.to <= trigger.from ? [time.to, trigger.from] : [trigger.to, time.from];
  if (from > to || to - from > PLACE_REACH) return false;
  const between = tokens.slice(from, to);
  if (
    between.some(
      ({ pos, text, lower }) =>
        pos === 'VERB' ||
        pos === 'AUX' ||
        /^[,;:.]$/.test(text) ||
        lower === 'after' ||
        lower === 'that' ||
        lower === 'before' ||
        lower === 'since',
    )
  ) {
    return false;
  }
  if (time.to <= trigger.from) return to - from <= NOUN_REACH && !between.some(({ pos }) => pos === 'ADP');
  return /^(?:on|of|in|at|last|late|early)$/.test(tokens[time.from - 1]?.lower ?? '') || to === from;
}
