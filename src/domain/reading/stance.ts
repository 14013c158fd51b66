import type { Certainty, Polarity } from '../claim/claim.js';
import {
  CONDITIONS,
  DENIED_AFTER,
  DENYING,
  POSSIBLE,
  POSSIBLE_MODALS,
  PROBABLE,
  UNREAL_MODALS,
} from './english/stance-words.js';
import { REPORTING } from './english/reporting-verbs.js';
import type { Finding } from './finding.js';
import { Lexicon } from './lexicon.js';
import type { Scene } from './scene.js';
import type { Token } from './sentence.js';
import { patternsOf } from './wording.js';

export interface Stance {
  readonly polarity: Polarity;
  readonly certainty: Certainty;
}

const denying = lexiconOf(DENYING);
const deniedAfter = lexiconOf(DENIED_AFTER);
/** How many words before a statement a denial reaches. */
const REACH = 12;
const REACH_AFTER = 6;

function lexiconOf(wordings: readonly string[]): Lexicon<true> {
  const lexicon = new Lexicon<true>();
  for (const wording of wordings) lexicon.add(patternsOf(wording), true);
  return lexicon;
}

/** Whether a finding is affirmed or denied, and how surely; null where the sentence leaves it open (a question). */
export function stanceOf(scene: Scene, finding: Finding): Stance | null {
  const { tokens } = scene;
  const from = Math.min(finding.from, finding.triggerFrom);
  const to = Math.max(finding.to, finding.triggerTo);
  if (tokens.at(-1)?.text === '?' || tokens.slice(to).some(({ text }, at) => at < 25 && text === '?')) return null;
  const clause = clauseStart(tokens, from);
  const before = tokens.slice(clause, from);
  if (before.some(({ lower }) => CONDITIONS.has(lower))) return null;
  const within = tokens.slice(from, to);
  if (finding.value.kind === 'UNKNOWN') return { polarity: 'AFFIRMED', certainty: 'CERTAIN' };
  const denials = denialsOf(scene, clause, from, to, finding);
  if (denials.undecided || isUnreal(within, finding) || isIntended(tokens, finding)) return null;
  const isDenied = finding.denied !== denials.count % 2 > 0 && !isPresupposed(scene, finding);
  return { polarity: isDenied ? 'DENIED' : 'AFFIRMED', certainty: certaintyOf(before, within, tokens, to) };
}

/** Where the clause begins that a token is in; what governs it ("denied that") belongs to it. */
function clauseStart(tokens: readonly Token[], at: number): number {
  for (let index = at - 1; index >= 0; index -= 1) {
    const { text, lower } = tokens[index] ?? { text: '', lower: '' };
    if (text === ';' || /^[\u2013\u2014]$/.test(text)) return index + 1;
    if (lower === 'but' || lower === 'while' || lower === 'although' || lower === 'whereas') return index + 1;
    if (text === ',' && /^(?:and|killing|leaving|injuring|with|saying|adding)$/.test(tokens[index + 1]?.lower ?? '')) {
      return index + 1;
    }
  }
  return 0;
}

/** "denied that 12 of the 67 aboard died": that 67 were aboard is said all the same (Strawson, On Referring, 1950). */
function isPresupposed({ figures }: Scene, { from }: Finding): boolean {
  return figures.some(({ whole }) => whole?.from === from);
}

interface Denials {
  readonly count: number;
  /** "did not rule out": neither said nor denied. */
  readonly undecided: boolean;
}

function denialsOf(scene: Scene, clause: number, from: number, to: number, finding: Finding): Denials {
  const { tokens } = scene;
  let count = 0;
  let wasNot = false;
  for (let at = Math.max(clause, from - REACH); at < to; at += 1) {
    if (at >= finding.from && at < finding.to && !isOpenWording(finding, tokens, at)) continue;
    if (isReport(tokens[at]) && tokens[at - 1]?.lower !== 'to' && denying.longestAt(tokens, at) === null) {
      count = 0;
      wasNot = false;
    }
    const isTrigger = at >= finding.triggerFrom && at < finding.triggerTo;
    if ((isTrigger || scene.isInTrigger(at)) && !isAuxiliary(tokens, at)) continue;
    const match = denying.longestAt(tokens, at);
    if (match === null) continue;
    const isNot = /^(?:not|n't|never|nor)$/.test(tokens[at]?.lower ?? '');
    if (isNot && tokens[at + 1]?.lower === 'only') continue;
    if (wasNot && !isNot) return { count: 0, undecided: true };
    const isWithin = isOpenWording(finding, tokens, at);
    if (isNot && !isWithin && denying.longestAt(tokens, at + 1) === null && !reaches(tokens, at, finding)) continue;
    wasNot ||= isNot;
    count += isNot && denying.longestAt(tokens, at + 1) !== null ? 0 : 1;
    at = match.to - 1;
  }
  for (let at = to; at < Math.min(tokens.length, to + REACH_AFTER); at += 1) {
    if (/^[,;]$/.test(tokens[at]?.text ?? '')) break;
    if (deniedAfter.longestAt(tokens, at) === null) continue;
    return { count: count + 1, undecided: false };
  }
  if (wasNot && finding.denied) return { count: 0, undecided: true };
  const rest = tokens
    .slice(to, to + REACH_AFTER)
    .map(({ lower }) => lower)
    .join(' ');
  return { count, undecided: /\b(?:not|n't) (?:been |be )?ruled out\b/.test(rest) };
}

/** "the recorder has not been found": within the words that say so, a "not" denies them. */
function isOpenWording({ value }: Finding, tokens: readonly Token[], at: number): boolean {
  return value.kind === 'BOOLEAN' && isAuxiliary(tokens, at);
}

/** "denied it and blamed", "denied what he said": another report begins. "Denied reports" goes on. */
function isReport(token: Token | undefined): boolean {
  return token?.pos === 'VERB' && REPORTING.has(token.lower);
}

/** A bare "not" denies only what comes at once: the verb or the value. */
function reaches(tokens: readonly Token[], at: number, finding: Finding): boolean {
  const next =
    Math.min(finding.triggerTo, finding.to) > at ? Math.max(finding.from, finding.triggerTo - 1) : finding.from;
  return tokens.slice(at + 1, next).every(({ pos, text }) => pos !== 'PUNCT' && text !== 'and') && next - at <= 8;
}

function isAuxiliary(tokens: readonly Token[], at: number): boolean {
  return /^(?:not|n't|never)$/.test(tokens[at]?.lower ?? '');
}

/** "will kill", "could rise to": nothing has happened yet. */
function isUnreal(within: readonly Token[], { value }: Finding): boolean {
  return within.some(({ lower, pos }, at) => {
    const isModal = pos === 'AUX' || pos === 'VERB';
    if (!isModal) return false;
    const next = within.slice(at + 1, at + 4).map((token) => token.lower);
    if (lower === 'could' || lower === 'can') return value.kind !== 'CONCEPT' && !next.includes('have');
    return UNREAL_MODALS.has(lower) && !(lower === 'must' && next.includes('have'));
  });
}

/** "waiting to be evacuated", "due to be rescued": nothing has happened yet. */
const INTENDED =
  /^(?:wait|hop|try|plan|want|need|hesitat|refus|struggl|prepar)(?:ing|ed|s|es)?$|^(?:due|about|ready|set|tried|told|asked|urged|unable)$/;

function isIntended(tokens: readonly Token[], { triggerFrom, value }: Finding): boolean {
  if (value.kind !== 'QUANTITY') return false;
  const to = [triggerFrom - 1, triggerFrom].find((at) => tokens[at]?.lower === 'to');
  return to !== undefined && INTENDED.test(tokens[to - 1]?.lower ?? '');
}

/** Nouns for people that are adjectives and verbs of doubt too. */
const PEOPLE = new Set(['suspect', 'suspects']);

function certaintyOf(
  before: readonly Token[],
  within: readonly Token[],
  tokens: readonly Token[],
  to: number,
): Certainty {
  const near = before.slice(-REACH);
  const words = [...near, ...within]
    .filter(({ lower, pos }) => pos !== 'NOUN' || !PEOPLE.has(lower))
    .map(({ lower }) => lower);
  const modal = [...near.slice(-4), ...within].some(({ lower }) => POSSIBLE_MODALS.has(lower));
  if (modal || words.some((word) => POSSIBLE.has(word))) return 'POSSIBLE';
  const after = tokens.slice(to, to + 3).map(({ lower }) => lower);
  if (after.includes('allegedly') || after.includes('feared')) return 'POSSIBLE';
  return words.some((word) => PROBABLE.has(word)) || after.includes('reportedly') ? 'PROBABLE' : 'CERTAIN';
}
