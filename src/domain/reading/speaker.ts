import { RELATIVES } from './english/words.js';
import type { Token } from './sentence.js';

/** Tokens of the sentence: a name or office, or a pronoun for whoever spoke last. */
export interface Speaker {
  readonly kind: 'NAMED' | 'PRONOUN';
  readonly from: number;
  readonly to: number;
}

export const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'him', 'her']);
export const POSSESSIVE = new Set([
  'his',
  'her',
  'their',
  'its',
  'our',
  'the',
  'a',
  'an',
  'one',
  'some',
  'several',
  'two',
]);
const NAME_WORDS = 5;
const PARTICLES = /^(?:de|da|do|dos|das|del|della|di|du|la|le|van|von|der|den|ten|bin|ibn|al|el|ul|ur|y|e)$/;

/** "the mayor", "the head of the Harbour Board": described, not named. */
export function isOffice(tokens: readonly Token[], from: number, to: number): boolean {
  const first = POSSESSIVE.has(tokens[from]?.lower ?? '') ? from + 1 : from;
  return from < to && (!isCapital(tokens[to - 1]) || !isCapital(tokens[first]));
}

/** Where the name stands of an office that ends at a token: "according to the mayor, Ana Ruiz, ..."; null where none does. */
export function nameBehind(tokens: readonly Token[], from: number, to: number): Speaker | null {
  if (tokens[to]?.text !== ',' || !isOffice(tokens, from, to)) return null;
  const length = tokens.slice(to + 1).findIndex((token) => !isCapital(token) && !PARTICLES.test(token.lower));
  const end = length < 0 ? tokens.length : to + 1 + length;
  const isClosed = /^[.,;]$/.test(tokens[end]?.text ?? '.');
  return isClosed && end - to > 2 && isPersonName(tokens, to + 1, end) ? speakerAt(tokens, to + 1, end) : null;
}

/** "Ana Ruiz", "Ana de la Ruiz". */
export function isPersonName(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to);
  const isName = words.every(
    (token, at) => isCapital(token) || (at > 0 && at < words.length - 1 && PARTICLES.test(token.lower)),
  );
  return isName && words.length > 0 && words.length <= NAME_WORDS;
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && (/^\p{Lu}/u.test(token.text) || token.joined);
}

/** What is read or looked at: finds and figures, which somebody else reports. */
const FINDS =
  /^(?:evidence|data|information|investigation|inquiry|analysis|figures|images|footage|photos|video|results|findings|tests|records|calculations|reconstruction|tally|tallies)$/;

/** "the 30 already confirmed", "its investigation showed", "which denied": these are not whom a reader could ask. */
export function canSpeak(tokens: readonly Token[], { from, to }: Speaker): boolean {
  const words = tokens.slice(from, to);
  const isFigure = words.every(({ pos }) => pos === 'NUM' || pos === 'DET');
  const last = words.at(-1)?.lower ?? '';
  return !isFigure && !FINDS.test(last) && !RELATIVES.has(last);
}

/** The words as a speaker. */
export function speakerAt(tokens: readonly Token[], from: number, to: number): Speaker {
  const only = tokens[from];
  const isPronoun = to - from === 1 && only !== undefined && PRONOUNS.has(only.lower);
  return { kind: isPronoun ? 'PRONOUN' : 'NAMED', from, to };
}
