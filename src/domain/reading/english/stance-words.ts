const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Modals that leave open whether it is so. */
export const POSSIBLE_MODALS = set('may might');

/** Modals and conjunctions under which nothing is said to be so. */
export const UNREAL_MODALS = set('will would should must shall can wo ca');
export const CONDITIONS = set('if whether unless until lest');

/** Words beside a statement by which its author does not vouch for it. */
export const POSSIBLE = set(
  'possibly perhaps maybe feared fear fears fearing allegedly alleged suspected suspect suspects unconfirmed rumoured ' +
    'rumored rumours rumors speculated speculation potentially possible could suggested suggests suggesting suggest',
);
export const PROBABLE = set(
  'probably likely believed believe believes thought presumed presumably apparently apparent appears appeared seems ' +
    'seemed reportedly preliminary expected assumed probable unofficial',
);

/** Wordings that deny what follows them. */
export const DENYING = [
  'deny|denies|denied|denying',
  'reject|rejects|rejected|rejecting',
  'dismiss|dismisses|dismissed|dismissing',
  'refute|refutes|refuted|refuting',
  'dispute|disputes|disputed|disputing',
  'rule|rules|ruled|ruling out',
  'exclude|excludes|excluded|excluding the|a?',
  'discount|discounts|discounted|discounting',
  'no evidence|sign|signs|indication|indications|suggestion|proof of|that',
  'nothing to suggest|indicate|show that?',
  'not true that',
  'false that',
  'rather than',
  'instead of',
  'not',
  "n't",
  'never',
  'nor',
];

/** Wordings that deny what stands before them. */
export const DENIED_AFTER = [
  'be~ ruled out',
  'has|have|had been ruled out',
  'be~ denied',
  'be~ rejected',
  'be~ dismissed',
  'was|were|is|are not the? to? cause|reason|blame|factor',
  "was|were|is|are n't the? to? cause|reason|blame|factor",
  'was|were|is|are false|untrue|wrong',
  'could be? ruled out',
  'can be? ruled out',
  'had no part|role',
  'played no part|role',
];
