import { BE } from './english/words.js';
import { REPORTING, REPORTING_NOUNS } from './english/reporting-verbs.js';
import type { Token } from './sentence.js';
import {
  canSpeak,
  isCapital,
  isOffice,
  isPersonName,
  nameBehind,
  POSSESSIVE,
  PRONOUNS,
  speakerAt,
  type Speaker,
} from './speaker.js';

/** Somebody is cited: tokens `from` to `to` (exclusive) are theirs. */
export interface Attribution {
  readonly speaker: Speaker;
  readonly from: number;
  readonly to: number;
  /** Token of the reporting verb or of "according". */
  readonly verb: number;
  /** Whether it is a further verb of a speaker who stands before an earlier one. */
  readonly isFurther: boolean;
}

const NOUN_LIKE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM']);
const OPENS = new Set(['DET', 'PRON']);
const LINKS = new Set(['of', 'into', 'for', 'in', 'at', 'from', 'on', 'with', 'and', '&']);
const QUOTE = /^["\u201C\u201D]$/;
/** Verbs that report where "that" follows. */
const FINDING = /^(?:found|finds|find|showed|shows|show|indicated|indicates|indicate|established|learned|learnt)$/;
/** How many words an apposition may have: "Ana Ruiz, the mayor of the port city, said". */
const APPOSITION = 18;
/** Words that say when, in the place of an adverb: "the mayor on Tuesday said". */
const TOPIC = new Set(['on', 'in', 'late', 'early', 'earlier', 'later', 'also', 'has', 'had', 'have', 'then', 'who']);

/**
 * Who is cited for which part of a sentence, from left to right. `isOther` says which words mean something else than to
 * report ("denied permission to land").
 */
export function attributionsOf(
  tokens: readonly Token[],
  isTime: (at: number) => boolean,
  isOther: (at: number) => boolean,
): readonly Attribution[] {
  const found: Attribution[] = [];
  let last: Speaker | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const attribution: Attribution | null =
      accordingTo(tokens, at) ?? reported(tokens, at, isTime) ?? goingOn(tokens, at, last);
    if (attribution === null) continue;
    last = attribution.speaker;
    if (!isOther(at)) found.push(attribution);
  }
  return found.map((attribution, index) => covering(tokens, attribution, found[index - 1], found[index + 1]));
}

/** "denied it and blamed others" is all of one speaker. */
function goingOn(tokens: readonly Token[], at: number, last: Speaker | null): Attribution | null {
  const verb = tokens[at];
  const isReport = verb?.pos === 'VERB' && REPORTING.has(verb.lower) && !verb.lower.endsWith('ing');
  const isJoined = /^(?:and|but)$/.test(tokens[at - 1]?.lower ?? '');
  return last === null || !isReport || !isJoined
    ? null
    : { speaker: last, from: at, to: at + 1, verb: at, isFurther: true };
}

function accordingTo(tokens: readonly Token[], at: number): Attribution | null {
  const first = tokens[at]?.lower;
  const start = first === 'according' && tokens[at + 1]?.lower === 'to' ? at + 2 : citing(tokens, at);
  if (start === null) return null;
  const to = phraseRight(tokens, start);
  if (to === start) return null;
  const speaker = nameBehind(tokens, start, to) ?? speakerAt(tokens, start, to);
  return { speaker, from: at, to: Math.max(to, speaker.to), verb: at, isFurther: false };
}

/** "citing the ministry", "quoted the mayor as saying", "in a statement by" are of the one who is cited. */
function citing(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.lower ?? '';
  if (word === 'citing' || (word === 'cited' && tokens[at + 1]?.lower === 'by'))
    return word === 'citing' ? at + 1 : at + 2;
  return null;
}

function reported(tokens: readonly Token[], at: number, isTime: (at: number) => boolean): Attribution | null {
  const verb = tokens[at];
  if (verb === undefined) return null;
  const hasThat = tokens[at + 1]?.lower === 'that';
  if (!REPORTING.has(verb.lower) && !(hasThat && FINDING.test(verb.lower))) return null;
  const isNoun = verb.pos !== 'VERB' && (verb.pos === 'NOUN' || REPORTING_NOUNS.has(verb.lower));
  if (isNoun && !(hasThat && tokens[at - 1]?.pos === 'PROPN')) return null;
  if (verb.lower.endsWith('ing') && verb.lower !== 'saying') return null;
  if (verb.lower === 'saying' || isPassive(tokens, at)) return passive(tokens, at);
  const speaker = inverted(tokens, at) ?? subject(tokens, at, isTime);
  return speaker === null || !canSpeak(tokens, speaker)
    ? null
    : { speaker, from: at, to: at + 1, verb: at, isFurther: false };
}

function isPassive(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 3); index -= 1) {
    const token = tokens[index];
    if (token === undefined) return false;
    if (BE.has(token.lower) && token.pos !== 'PART') return true;
    if (token.pos !== 'ADV' && token.pos !== 'AUX') return false;
  }
  return false;
}

/** "was reported by the state agency" */
function passive(tokens: readonly Token[], at: number): Attribution | null {
  if (tokens[at + 1]?.lower !== 'by') return null;
  const to = phraseRight(tokens, at + 2);
  return to === at + 2 ? null : { speaker: speakerAt(tokens, at + 2, to), from: at, to, verb: at, isFurther: false };
}

/** "...," said the mayor of Arlen. */
function inverted(tokens: readonly Token[], at: number): Speaker | null {
  const before = tokens[at - 1];
  if (before !== undefined && !QUOTE.test(before.text) && before.text !== ',') return null;
  if (!/^(?:said|says|added|wrote|tweeted|explained|recalled)$/.test(tokens[at]?.lower ?? '')) return null;
  const to = phraseRight(tokens, at + 1);
  const follows = tokens[to]?.pos;
  if (to === at + 1 || tokens[at + 1]?.lower === 'that' || follows === 'VERB' || follows === 'AUX') return null;
  return nameBehind(tokens, at + 1, to) ?? speakerAt(tokens, at + 1, to);
}

/** The noun phrase before the verb; of "Ana Ruiz, the mayor, said" and "the mayor, Ana Ruiz, said" it is the name. */
function subject(tokens: readonly Token[], at: number, isTime: (at: number) => boolean): Speaker | null {
  let end = at;
  while (end > 0 && isBetween(tokens, end - 1, isTime)) end -= 1;
  const before = tokens[end - 1];
  if (before?.text === ',') {
    const opening = commaBefore(tokens, end - 1);
    if (opening !== null) {
      const head = bracketBefore(tokens, opening);
      const from = phraseLeft(tokens, head);
      if (isOffice(tokens, from, head) && isPersonName(tokens, opening + 1, end - 1)) {
        return speakerAt(tokens, opening + 1, end - 1);
      }
      if (from < head) return speakerAt(tokens, from, head);
    }
    return null;
  }
  const from = phraseLeft(tokens, end);
  const isBare = end - from === 1 && tokens[from]?.pos === 'DET';
  return from === end || isBare ? null : speakerAt(tokens, from, end);
}

/** "the Harbour Board (HB), ...": where the bracket opens that closes at a token. */
function bracketBefore(tokens: readonly Token[], end: number): number {
  if (tokens[end - 1]?.text !== ')') return end;
  const opening = tokens.findLastIndex(({ text }, at) => at < end && text === '(');
  return opening > end - APPOSITION ? opening : end;
}

function isBetween(tokens: readonly Token[], at: number, isTime: (at: number) => boolean): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  return token.pos === 'ADV' || token.pos === 'AUX' || TOPIC.has(token.lower) || isTime(at);
}

function commaBefore(tokens: readonly Token[], closing: number): number | null {
  for (let index = closing - 2; index >= Math.max(1, closing - APPOSITION); index -= 1) {
    const { text } = tokens[index] ?? { text: '' };
    if (text === ',') return index;
    if (/^[;:]$/.test(text) || QUOTE.test(text)) return null;
  }
  return null;
}

/** Start of the noun phrase that ends just before a token. */
function phraseLeft(tokens: readonly Token[], end: number): number {
  let from = end;
  for (let index = end - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const isLink = LINKS.has(token.lower) && index > 0 && isNounLike(tokens[index - 1]) && from < end;
    const isHead = isNounLike(token) || isGenitive(token) || token.joined;
    if (!isLink && !isHead) {
      const opens = (OPENS.has(token.pos) || POSSESSIVE.has(token.lower)) && token.lower !== 'that';
      const isAlone = from === end;
      if (opens && !isAlone && isOfPhrase(tokens, index)) continue;
      if (opens && (PRONOUNS.has(token.lower) ? isAlone || token.lower === 'her' : true)) from = index;
      break;
    }
    from = index;
  }
  while (from < end && LINKS.has(tokens[from]?.lower ?? '')) from += 1;
  return from;
}

/** "a spokesman for the rebels": the phrase goes on before the article. */
function isOfPhrase(tokens: readonly Token[], article: number): boolean {
  return /^(?:of|for|at|from|into|in)$/.test(tokens[article - 1]?.lower ?? '') && isNounLike(tokens[article - 2]);
}

function isGenitive({ lower }: Token): boolean {
  return lower === "'s" || lower === "'";
}

function isNounLike(token: Token | undefined): boolean {
  return token !== undefined && (NOUN_LIKE.has(token.pos) || token.joined) && !REPORTING_VERB_LIKE.test(token.lower);
}

const REPORTING_VERB_LIKE = /^(?:said|says|told|added)$/;

/** End (exclusive) of the noun phrase that begins at a token. */
function phraseRight(tokens: readonly Token[], from: number): number {
  let to = from;
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const isOpening = index === from && (OPENS.has(token.pos) || POSSESSIVE.has(token.lower));
    const isLink = LINKS.has(token.lower) && index > from && isRightPart(tokens[index + 1]);
    if (isLink && isPersonName(tokens, from, index) && index - from > 1 && !isCapital(tokens[index + 1])) break;
    // "according to state television": no verb follows "to" here.
    const isNoun =
      isNounLike(token) || (index === from && (REPORTING_NOUNS.has(token.lower) || isAfterTo(tokens, from)));
    if (isOpening || isLink) {
      if (PRONOUNS.has(token.lower) && !isNounLike(tokens[index + 1])) return index + 1;
      continue;
    }
    if (!isNoun && !isGenitive(token) && !POSSESSIVE.has(token.lower)) break;
    to = index + 1;
  }
  return to;
}

/** "according to police": no verb, whatever a tagger thinks of a word behind "to". */
function isAfterTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' && tokens[at - 2]?.lower === 'according';
}

function isRightPart(token: Token | undefined): boolean {
  return isNounLike(token) || token?.lower === 'the';
}

/**
 * What of the sentence somebody is cited for. Before the words: what follows, up to the next one's. After them ("...,
 * the mayor said"): what stands before, from the last one's.
 */
function covering(
  tokens: readonly Token[],
  attribution: Attribution,
  previous: Attribution | undefined,
  next: Attribution | undefined,
): Attribution {
  const { speaker, verb } = attribution;
  const start = startOf(attribution);
  const end = Math.max(attribution.to, speaker.to);
  const isAfter = !attribution.isFurther && isPostposed(tokens, start, end, verb);
  const floor = previous === undefined ? 0 : boundaryAfter(tokens, previous, start);
  const ceiling = Math.min(next === undefined ? tokens.length : startOf(next), clauseOf(tokens, end));
  const goesOn = !isAfter || !/^[.;]$/.test(tokens[end]?.text ?? '.');
  return { ...attribution, from: isAfter ? floor : start, to: goesOn ? Math.max(ceiling, end) : end };
}

/** A semicolon ends what was said before it, but within quotation marks. */
function clauseOf(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ text }, at) => at >= from && (text === ';' || QUOTE.test(text)));
  return end < 0 || tokens[end]?.text !== ';' ? tokens.length : end;
}

function startOf({ speaker, verb, isFurther }: Attribution): number {
  return isFurther ? verb : Math.min(verb, speaker.from);
}

/** "..., the mayor said", "... according to police": what they are cited for stands before. */
function isPostposed(tokens: readonly Token[], start: number, end: number, verb: number): boolean {
  if (start === 0) return false;
  const before = tokens[start - 1]?.text ?? '';
  const after = tokens[end]?.text ?? '.';
  if (tokens[verb]?.lower === 'according' || tokens[verb]?.lower === 'citing') return true;
  if (QUOTE.test(before)) return true;
  if (before !== ',') return false;
  if (/^[.,;]$/.test(after) || /^(?:on|in|at|late|early|after|as|before)$/.test(tokens[end]?.lower ?? '')) return true;
  return saysSomething(tokens, 0, start) && !saysSomething(tokens, end, clauseEnd(tokens, end));
}

/** "..., the mayor told local radio": the clause before has a verb, and the words behind have none. */
function saysSomething(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
}

function clauseEnd(tokens: readonly Token[], from: number): number {
  const end = tokens.findIndex(({ text }, at) => at >= from && /^[.,;]$/.test(text));
  return end < 0 ? tokens.length : end;
}

function boundaryAfter(tokens: readonly Token[], previous: Attribution, limit: number): number {
  for (let at = previous.verb + 1; at < limit; at += 1) {
    const { text, lower } = tokens[at] ?? { text: '', lower: '' };
    if (text === ';' || lower === 'but' || lower === 'while' || lower === 'although') return at;
  }
  return previous.verb + 1;
}
