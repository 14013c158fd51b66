/** Forms that no rule gives, by the word as it stands in a dictionary. */
const IRREGULAR: Readonly<Record<string, readonly string[]>> = {
  arise: ['arose', 'arisen'],
  be: ['is', 'are', 'was', 'were', 'been', 'being', "'s", "'re"],
  bear: ['bore', 'borne'],
  become: ['became'],
  begin: ['began', 'begun', 'beginning'],
  bleed: ['bled'],
  blow: ['blew', 'blown'],
  break: ['broke', 'broken'],
  bring: ['brought'],
  build: ['built'],
  burn: ['burnt'],
  burst: ['burst'],
  buy: ['bought'],
  cast: ['cast'],
  catch: ['caught'],
  child: ['children'],
  choose: ['chose', 'chosen'],
  come: ['came'],
  cut: ['cut', 'cutting'],
  die: ['dying'],
  dive: ['dove'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  drown: ['drowned'],
  fall: ['fell', 'fallen'],
  feel: ['felt'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  forbid: ['forbade', 'forbidden'],
  freeze: ['froze', 'frozen'],
  get: ['got', 'gotten', 'getting'],
  give: ['gave', 'given'],
  go: ['went', 'gone', 'goes'],
  grow: ['grew', 'grown'],
  have: ['has', 'had', 'having'],
  hit: ['hit', 'hitting'],
  hold: ['held'],
  hurt: ['hurt'],
  keep: ['kept'],
  kidnap: ['kidnapped', 'kidnapping'],
  know: ['knew', 'known'],
  lay: ['laid'],
  lead: ['led'],
  leaf: ['leaves'],
  leave: ['left'],
  life: ['lives'],
  light: ['lit'],
  lose: ['lost'],
  make: ['made'],
  man: ['men'],
  meet: ['met'],
  mistake: ['mistook', 'mistaken'],
  overtake: ['overtook', 'overtaken'],
  pay: ['paid'],
  person: ['people', 'persons'],
  put: ['put', 'putting'],
  ride: ['rode', 'ridden'],
  ring: ['rang', 'rung'],
  rise: ['rose', 'risen'],
  run: ['ran', 'running'],
  say: ['said'],
  see: ['saw', 'seen'],
  seek: ['sought'],
  sell: ['sold'],
  send: ['sent'],
  set: ['set', 'setting'],
  shake: ['shook', 'shaken'],
  shed: ['shed', 'shedding'],
  shoot: ['shot'],
  shut: ['shut', 'shutting'],
  sink: ['sank', 'sunk'],
  slay: ['slew', 'slain'],
  slide: ['slid'],
  speak: ['spoke', 'spoken'],
  split: ['split', 'splitting'],
  spread: ['spread'],
  spring: ['sprang', 'sprung'],
  stand: ['stood'],
  steal: ['stole', 'stolen'],
  strike: ['struck', 'stricken'],
  sweep: ['swept'],
  swim: ['swam', 'swum'],
  take: ['took', 'taken'],
  tear: ['tore', 'torn'],
  tell: ['told'],
  think: ['thought'],
  throw: ['threw', 'thrown'],
  undergo: ['underwent', 'undergone'],
  wake: ['woke', 'woken'],
  win: ['won', 'winning'],
  withdraw: ['withdrew', 'withdrawn'],
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
