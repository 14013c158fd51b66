const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that deny what follows them in their clause, by lemma. */
export const NEGATORS = set('not never no none nobody nothing neither nor without cannot nowhere hardly scarcely');

/** Verbs and nouns that deny the clause or noun after them, by lemma. */
export const DENIERS = set('deny refute avoid lack prevent cease');

/** Words that deny only what a certain word ties to them: "failed to land", "the lack of rain", but "prices declined". */
export const DENIERS_BEFORE: Readonly<Record<string, ReadonlySet<string>>> = {
  fail: set('to'),
  refuse: set('to'),
  decline: set('to the a an both any'),
  unable: set('to'),
  incapable: set('of'),
  failure: set('to'),
  refusal: set('to'),
  denial: set('of that'),
  absence: set('of'),
  lack: set('of'),
  yet: set('to'),
};

/** Verbs that deny an act named after them: "stopped selling", but "stopped the car". */
export const DENIERS_OF_ACTS = set('stop quit halt');

/** Words that say how much of a kind is meant, by lemma. */
export const UNIVERSAL = set('all every each everyone everybody everything both entire whole always');
export const EXISTENTIAL = set('some several many few any someone somebody something sometimes often');
export const MAJORITY = set('most majority mostly mainly usually generally');

/** Words that tie a sentence together and say little by themselves, by lemma. */
export const FUNCTION_WORDS = set(
  'a an the this that these those and or but if then than as of to in on at by for with from into onto upon about over ' +
    'it its they them their he him his she her i me my we us our you your who whom whose which what where when how why ' +
    'be have do will would shall should can could may might must there here so such own same other another also too ' +
    "very just only even still yet already now while during since until between among through after before 's ' " +
    'out up down off again more much well per each all both some any no not never none every most many few several',
);

/** Function words of which an exchange changes what is said: each against those that cannot hold with it. */
export const OPPOSED_WORDS: Readonly<Record<string, readonly string[]>> = {
  above: ['below', 'under', 'beneath', 'underneath'],
  over: ['under', 'below', 'beneath', 'underneath'],
  before: ['after', 'since'],
  inside: ['outside'],
  in: ['outside', 'out'],
  within: ['outside', 'beyond'],
  into: ['out'],
  with: ['without'],
  up: ['down'],
  on: ['off', 'under', 'beneath'],
  to: ['from'],
  toward: ['from'],
  towards: ['from'],
  for: ['against'],
  left: ['right'],
  north: ['south'],
  east: ['west'],
  northern: ['southern'],
  eastern: ['western'],
  front: ['back', 'behind', 'rear'],
  top: ['bottom'],
  upper: ['lower'],
  near: ['far'],
  more: ['less', 'fewer'],
  first: ['last'],
  most: ['least', 'few'],
  many: ['few'],
  always: ['never', 'rarely', 'seldom'],
  often: ['never', 'rarely', 'seldom'],
  everyone: ['nobody', 'none'],
  everybody: ['nobody', 'none'],
  everything: ['nothing'],
  somebody: ['nobody'],
  someone: ['nobody'],
  all: ['none', 'no'],
  some: ['none', 'no'],
};

/** Verbs and nouns so general that they say little about what happened, by lemma. */
export const LIGHT_WORDS = set(
  'get make take go come give put say tell report announce claim state add think know see seem become remain include ' +
    'use accord people person thing man one total overall altogether official statement',
);

/** Ordinal numbers in words, from the first. */
export const ORDINALS = (
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth'
).split(' ');
