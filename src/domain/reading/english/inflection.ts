/** Forms that no rule gives, by the word as it stands in a dictionary. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  be: ['is', 'are', 'was', 'were', 'been', 'being', "'s", "'re"],
  bear: ['bore', 'borne'],
  become: ['became'],
  begin: ['began', 'begun', 'beginning'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  burn: ['burnt'],
  burst: ['burst'],
  cast: ['cast'],
  catch: ['caught'],
  child: ['children'],
  come: ['came'],
  cut: ['cut', 'cutting'],
  die: ['dying'],
  do: ['did', 'done'],
  drown: ['drowned'],
  fall: ['fell', 'fallen'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  get: ['got', 'gotten', 'getting'],
  give: ['gave', 'given'],
  go: ['went', 'gone', 'goes'],
  have: ['has', 'had', 'having'],
  hit: ['hit', 'hitting'],
  hold: ['held'],
  hurt: ['hurt'],
  keep: ['kept'],
  kidnap: ['kidnapped', 'kidnapping'],
  lay: ['laid'],
  leaf: ['leaves'],
  leave: ['left'],
  life: ['lives'],
  lose: ['lost'],
  make: ['made'],
  man: ['men'],
  person: ['people', 'persons'],
  put: ['put', 'putting'],
  ride: ['rode', 'ridden'],
  run: ['ran', 'running'],
  say: ['said'],
  see: ['saw', 'seen'],
  send: ['sent'],
  set: ['set', 'setting'],
  shake: ['shook', 'shaken'],
  shoot: ['shot'],
  shut: ['shut', 'shutting'],
  sink: ['sank', 'sunk'],
  spread: ['spread'],
  stand: ['stood'],
  strike: ['struck', 'stricken'],
  sweep: ['swept'],
  swim: ['swam', 'swum'],
  take: ['took', 'taken'],
  tear: ['tore', 'torn'],
  tell: ['told'],
  throw: ['threw', 'thrown'],
  win: ['won', 'winning'],
  woman: ['women'],
  write: ['wrote', 'written'],
};

const ENDS_IN_SIBILANT = /(?:s|x|z|ch|sh)$/;
const CONSONANT_AND_Y = /[^aeiou]y$/;
const SHORT_AND_CLOSED = /^[^aeiou]*[aeiou][bdgklmnprt]$/;
const NOUNS_IN_MAN = /^(\w+)(wo)?man$/;

/**
 * Every form that an English word can have as a verb or as a noun: "kill" gives kill, kills, killed, killing. Forms
 * that nobody uses ("deathed") may be among them: they match nothing.
 */
export function formsOf(word: string): readonly string[] {
  const forms = new Set([word, ...(IRREGULAR[word] ?? []), plural(word), past(word), participle(word)]);
  const asDoubled = doubled(word);
  if (asDoubled !== null) for (const form of asDoubled) forms.add(form);
  return [...forms];
}

function plural(word: string): string {
  if (NOUNS_IN_MAN.test(word)) return word.replace(/man$/, 'men');
  if (ENDS_IN_SIBILANT.test(word)) return `${word}es`;
  return CONSONANT_AND_Y.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

function past(word: string): string {
  if (word.endsWith('e')) return `${word}d`;
  return CONSONANT_AND_Y.test(word) ? `${word.slice(0, -1)}ied` : `${word}ed`;
}

function participle(word: string): string {
  if (word.endsWith('ie')) return `${word.slice(0, -2)}ying`;
  return word.endsWith('e') && !word.endsWith('ee') ? `${word.slice(0, -1)}ing` : `${word}ing`;
}

/** "rip" is ripped; "cancel" is cancelled or canceled. */
function doubled(word: string): readonly string[] | null {
  if (!SHORT_AND_CLOSED.test(word) && !/[^aeiou][aeiou][lpt]$/.test(word)) return null;
  const last = word.at(-1) ?? '';
  return [`${word}${last}ed`, `${word}${last}ing`];
}
