const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs by which an amount changes hands or is used up, by lemma: what stands beside them adds or takes away. */
export const CHANGING = set(
  'give take lose find buy sell spend eat add pick receive get borrow return break put use cut drink share join leave ' +
    'donate throw bring place remove gain earn save pay collect grow plant catch order bake make drop fill divide split ' +
    'steal hire fire build send lend own hold contain need have start run drive walk travel jog play read score win',
);

/** Words by which a sentence says that its figure is what others come to, or that a figure stands for each of many. */
export const SUMMING = set(
  'total altogether left combine combined now need net remain remaining still average difference',
);
export const SHARING = set('each per every apiece equal equally');
