import model from 'wink-eng-lite-web-model';
import winkNLP, { type WinkMethods } from 'wink-nlp';
import type { Sentence, Token } from './sentence.js';
import { unwrapped } from './unwrap.js';

let reader: WinkMethods | undefined;
const HYPHEN = /^[-\u2010-\u2014\u2212]$/;
const QUOTE = /^["\u201C\u201D\u201E\u00AB\u00BB]$/;
/** "4.17am" would end a sentence. */
const CLOCK_WITH_POINT = /\b(\d{1,2})\.(\d{2})(?=\s?[ap]\.?m\b)/g;
/** Abbreviations after figures, in which wink-nlp sees no end of a sentence. */
const ABBREVIATION = /^(?:h|m|km|cm|mm|ft|kg|a\.m|p\.m)\.$/;
/** A paragraph longer than this is cut at white space: nobody writes one, and its parts are read alike. */
const MAX_PARAGRAPH = 20_000;
/** So is a sentence: what it says stands within fewer words. */
const MAX_WORDS = 300;

/**
 * The sentences of a text with their words, by wink-nlp. A line break ends a sentence, as it ends a heading or a
 * paragraph in plain text, unless the lines are those of a page whose paragraphs were broken to its width.
 */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const { index, 0: line } of unwrapped(text).matchAll(/[^\n\r\u2028\u2029]+/g)) {
    if (line.trim() === '') continue;
    for (let from = 0; from < line.length; from += MAX_PARAGRAPH) {
      readLine(line.slice(from, from + MAX_PARAGRAPH), index + from, paragraph, sentences);
    }
    paragraph += 1;
  }
  return sentences;
}

function readLine(line: string, offset: number, paragraph: number, sentences: Sentence[]): void {
  const clocked = line.replace(CLOCK_WITH_POINT, '$1:$2');
  // Made with the first text that is read: its model takes long to unpack.
  const nlp = (reader ??= winkNLP(model, ['sbd', 'pos']));
  const { its } = nlp;
  const document = nlp.readDoc(clocked);
  const collection = document.tokens();
  /* eslint-disable @typescript-eslint/unbound-method -- wink names what it gives out by these functions */
  const values = collection.out(its.value) as unknown as readonly string[];
  const tags = collection.out(its.pos) as unknown as readonly string[];
  const lemmas = collection.out(its.lemma as typeof its.value) as unknown as readonly string[];
  const spans = document.sentences().out(its.span) as unknown as readonly (readonly [number, number])[];
  /* eslint-enable @typescript-eslint/unbound-method */
  let cursor = 0;
  for (const [first, last] of spans) {
    let tokens: Token[] = [];
    let isJoined = false;
    for (let index = first; index <= last; index += 1) {
      const value = values[index] ?? '';
      const at = clocked.indexOf(value, cursor);
      if (value === '' || at < 0) continue;
      const isTight = at === cursor && at > 0;
      cursor = at + value.length;
      if (HYPHEN.test(value) && isTight && /[\p{L}\p{N}%]/u.test(line.charAt(cursor))) {
        isJoined = tokens.length > 0;
        continue;
      }
      if (tokens.length >= MAX_WORDS || isNewSentence(tokens.at(-1), value)) {
        addSentence(tokens, paragraph, sentences);
        tokens = [];
      }
      const lower = value.toLowerCase().replace(/[\u2018\u2019]/g, "'");
      const start = offset + at;
      const pos = isOfName(tokens.at(-1), value, tags[index]) ? 'PROPN' : (tags[index] ?? 'X');
      const lemma = lemmas[index] ?? lower;
      tokens.push({ text: value, lower, lemma, pos, start, end: offset + cursor, joined: isJoined });
      isJoined = false;
    }
    addSentence(tokens, paragraph, sentences);
  }
}

/** After "165 km/h." and "at 4 p.m." a capital begins a sentence, unless it is a day or zone. */
function isNewSentence(before: Token | undefined, value: string): boolean {
  if (before === undefined || !ABBREVIATION.test(before.lower)) return false;
  return /^[\p{Lu}"\u201C]/u.test(value) && !/^(?:\p{Lu}{2,}|\p{Lu}\p{Ll}+day)$/u.test(value);
}

/** "the Red Cross": with a capital behind a name, it is no verb. */
function isOfName(before: Token | undefined, value: string, tag: string | undefined): boolean {
  return tag === 'VERB' && before?.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(value);
}

/** A closing quotation mark that was left at the start of the next sentence goes back to its own. */
function addSentence(tokens: Token[], paragraph: number, sentences: Sentence[]): void {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return;
  const before = sentences.at(-1);
  const isOrphan = tokens.length === 1 && QUOTE.test(first.text);
  if (isOrphan && before?.paragraph === paragraph) {
    sentences[sentences.length - 1] = { ...before, tokens: [...before.tokens, first], end: first.end };
    return;
  }
  sentences.push({ tokens, start: first.start, end: last.end, paragraph });
}
