const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs and nouns, by lemma, of which the first are for what they are said of, bring it about, keep or get it ... */
export const FOR = set(
  'support back endorse accept approve adopt introduce get receive win obtain cause allow permit welcome favour favor ' +
    'promote defend sponsor sign ratify establish protect praise agree',
);
/** ... and the others are against it, end it, turn it down or lose it. */
export const AGAINST = set(
  'oppose reject decline refuse combat fight replace abolish scrap cancel ban expel expulsion dismiss block veto withdraw ' +
    'lose end repeal revoke criticise criticize condemn forbid prohibit prevent resist abandon drop protest boycott ' +
    'opposition rejection refusal ban criticism condemnation against',
);
