/** One word or mark. Offsets are those of the text that is read, in UTF-16 code units. */
export interface Token {
  readonly text: string;
  /** Lower case, with straight apostrophes. */
  readonly lower: string;
  /** As it stands in a dictionary, in lower case: "child" for "Children", "not" for "n't". */
  readonly lemma: string;
  /** Part of speech (Universal Dependencies tags: NOUN, VERB, ADP ...). */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
  /** A hyphen or dash without spaces stood before it ("6.4-magnitude"): the mark itself is no token. */
  readonly joined: boolean;
}

export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** Which paragraph it is of, counted from 0. */
  readonly paragraph: number;
}

/** The sentence's words between two token positions (end exclusive), as the text has them but for its line breaks. */
export function wordsBetween(text: string, { tokens }: Sentence, from: number, to: number): string {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end).replace(/\s+/g, ' ');
}
