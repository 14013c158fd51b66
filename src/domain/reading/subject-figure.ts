import { GROUPS, INCLUDING, RELATIVES } from './english/words.js';
import { REPORTING } from './english/reporting-verbs.js';
import type { Figure } from './figure.js';
import type { Scene } from './scene.js';
import type { Token } from './sentence.js';
import { isAttribute } from './verb-group.js';

/** How many words may stand between a subject and its verb. */
const REACH = 16;
const PARENTHESIS = 30;
const STOPS = /^[;:"\u201C\u201D]$/;
const CONJUNCTIONS = new Set(['and', 'or', 'but', 'while', 'although', 'when', 'as', 'because', 'so', 'if', 'before']);
const PARTS = new Set([
  ...INCLUDING,
  'all',
  'most',
  'many',
  'some',
  'mostly',
  'several',
  'both',
  'with',
  'none',
  'half',
  'aged',
]);
/** Verbs that leave what follows as the subject of the next one: "left 12 people dead". */
const LEAVING = new Set([
  'leaving',
  'leaves',
  'left',
  'leave',
  'with',
  'found',
  'see',
  'saw',
  'seen',
  'had',
  'have',
  'has',
  'are',
  'were',
  'was',
  'is',
  'be',
  'been',
  'saying',
  'adding',
]);

/** A figure and how many words stand between it and what is said of it. */
export interface SubjectFigure {
  readonly figure: Figure;
  readonly distance: number;
}

/** The figure that is the subject of what begins at token `at` ("38 people on the ferry | were killed"), or null. */
export function subjectFigure(scene: Scene, at: number): SubjectFigure | null {
  const { tokens } = scene;
  let sawVerb = false;
  for (let index = at; index > Math.max(0, at - REACH - PARENTHESIS); index -= 1) {
    const figure = outermostEndingAt(scene, index);
    if (figure !== null && !isOfAnother(tokens, figure)) {
      const distance = at - index;
      return sawVerb || distance > REACH + PARENTHESIS || !isSubject(tokens, figure, distance)
        ? null
        : { figure, distance };
    }
    const token = tokens[index - 1];
    if (token === undefined || STOPS.test(token.text)) return null;
    if (/^[,)\u2013\u2014]$/.test(token.text)) {
      const opening = parenthesisBefore(scene, index - 1);
      if (opening === null) return null;
      index = opening + 1;
      continue;
    }
    if (RELATIVES.has(token.lower)) {
      sawVerb = false;
      continue;
    }
    if (CONJUNCTIONS.has(token.lower)) return null;
    const isOfNoun = isAttribute(tokens, { from: index - 1, to: index });
    const isFinite = !isOfNoun && ((token.pos === 'VERB' && !token.lower.endsWith('ing')) || token.pos === 'AUX');
    // "12 people trapped in the lift were rescued"
    if (isFinite && outermostEndingAt(scene, index - 1) === null) sawVerb = true;
  }
  return null;
}

/** "14 people on board a chartered plane", "Ines, a sailor who survived": neither plane nor sailor is the subject. */
function isOfAnother(tokens: readonly Token[], { from }: Figure): boolean {
  const isOne = /^(?:a|an)$/.test(tokens[from]?.lower ?? '');
  const isApposition = tokens[from - 1]?.text === ',' && tokens[from - 2]?.pos === 'PROPN';
  return isOne && (isApposition || /^(?:NOUN|ADP)$/.test(tokens[from - 1]?.pos ?? ''));
}

/** "38 of the 67 aboard" ends where the 67 do, and is the subject. */
function outermostEndingAt({ figures }: Scene, to: number): Figure | null {
  const whole = figures.find(({ whole: inner }) => inner?.to === to);
  if (whole !== undefined) return whole;
  return figures.find((figure) => (figure.ofThem ? figure.to + 2 : figure.to) === to && figure.whole === null) ?? null;
}

/** Where a parenthesis opens that closes at a token: ", including three children,". */
function parenthesisBefore({ tokens, figures }: Scene, closing: number): number | null {
  const isBracket = tokens[closing]?.text === ')';
  for (let index = closing - 1; index > Math.max(0, closing - PARENTHESIS); index -= 1) {
    const text = tokens[index]?.text ?? '';
    if (isBracket) {
      if (text === '(') return index;
      continue;
    }
    if (/^[;:.]$/.test(text)) return null;
    if (!/^[,\u2013\u2014]$/.test(text)) continue;
    const next = tokens[index + 1];
    if (next === undefined) return null;
    const opens =
      PARTS.has(next.lower) ||
      RELATIVES.has(next.lower) ||
      next.lower.endsWith('ing') ||
      figures.some((figure) => figure.from === index + 1 && figure.ofThem) ||
      tokens.slice(index + 1, closing).some(({ lower }) => REPORTING.has(lower)) ||
      next.lower === 'according';
    if (opens) return index;
  }
  return null;
}

/** Whether a figure stands as a subject, not as the object of a verb or preposition before it. */
function isSubject(tokens: readonly Token[], figure: Figure, distance: number): boolean {
  let at = figure.from - 1;
  if (tokens[at]?.lower === 'the' || tokens[at]?.lower === 'these') at -= 1;
  const before = tokens[at];
  if (before === undefined) return true;
  if (before.lower === 'of') return GROUPS.has(tokens[at - 1]?.lower ?? '');
  if (LEAVING.has(before.lower) || REPORTING.has(before.lower)) return true;
  if (before.pos === 'VERB') return false;
  if (before.pos === 'ADP') return distance === 0 && before.lower === 'with';
  return true;
}
