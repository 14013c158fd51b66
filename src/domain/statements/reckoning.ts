import Big from 'big.js';
import { CHANGING, SHARING, SUMMING } from './english/reckoning-words.js';
import type { OpenFigure } from './open-figure.js';
import { relateCounted } from './relate-figures.js';
import type { Statement, Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';

/** Whether the one figure of a statement comes out of the figures of another, and how. */
export interface Reckoning {
  readonly figure: OpenFigure;
  /** "8 + 2 = 10"; null where no way of reckoning gives it. */
  readonly sum: string | null;
}

interface Term {
  readonly value: number;
  readonly text: string;
}

/** With more figures nearly any number could be reached. */
const MOST_TERMS = 5;
/** In longer texts "total" and "each" are said of other things. */
const LONGEST_STORY = 45;
/** Written figures are rounded: "1.33" for four thirds. */
const TOLERANCE = 1e-6;

/**
 * Reckons a statement's only figure from those of a story about the same things: sums and differences of some of them,
 * products, quotients, and one such step after another. Null where there is nothing to reckon: no figure or several,
 * hedged figures, shares, dates, a figure that is stated as it is, or a text in which nothing changes or is summed up.
 */
export function reckoningOf(story: Statement, result: Statement, thesaurus: Thesaurus): Reckoning | null {
  const wanted = figuresOf(result);
  const given = figuresOf(story);
  const [figure] = wanted;
  if (figure === undefined || wanted.length !== 1 || given.length === 0 || given.length > MOST_TERMS) return null;
  if (hasDates(story) || hasDates(result) || ![...given, figure].every(isPlain)) return null;
  const isSummed = says(result, SUMMING) || says(story, SHARING) || says(result, SHARING);
  if (!isSummed && !(story.units.some(isChange) && sharesThings(story, result))) return null;
  if (isSummed && story.units.length > LONGEST_STORY) return null;
  const terms = given.map(({ value }): Term => ({ value: Number(value.amount), text: shown(value.amount) }));
  const target = Number(figure.value.amount);
  const written = figure.value.amount ?? '';
  const places = written.includes('.') ? written.length - written.indexOf('.') - 1 : 0;
  if (terms.some(({ value }) => value === target)) return null;
  const reach = Math.max(TOLERANCE * Math.abs(target), places > 1 ? 0.6 * 10 ** -places : 0);
  const way = waysOf(terms).find(({ value }) => Math.abs(value - target) <= reach);
  // A figure that counts what the story has no figure of may come from anywhere.
  if (way === undefined && given.every((each) => relateCounted(each, figure, thesaurus) === 'OTHER')) return null;
  return { figure, sum: way === undefined ? null : `${way.text} = ${shown(figure.value.amount)}` };
}

function figuresOf({ units }: Statement): readonly OpenFigure[] {
  return units.filter((unit): unit is Unit & OpenFigure => unit.kind === 'FIGURE');
}

function hasDates({ units }: Statement): boolean {
  return units.some(({ kind }) => kind === 'TIME');
}

function isPlain({ value }: OpenFigure): boolean {
  return value.amount !== null && value.lower === value.upper && value.unit !== '%';
}

function says({ units }: Statement, words: ReadonlySet<string>): boolean {
  const isSaid = (unit: Unit): boolean =>
    unit.kind === 'WORD' ? words.has(unit.lemma) : unit.text.split(' ').some((word) => words.has(word));
  return units.some(isSaid);
}

function isChange(unit: Unit): boolean {
  return unit.kind === 'WORD' && unit.wordClass === 'VERB' && CHANGING.has(unit.lemma);
}

/** What the result counts or who it names has to be in the story. */
function sharesThings(story: Statement, result: Statement): boolean {
  const known = new Set(story.units.flatMap((unit) => (unit.kind === 'WORD' ? [unit.lemma] : [])));
  const things = result.units.flatMap((unit) => (unit.kind === 'WORD' && unit.weight >= 0.8 ? [unit] : []));
  const shared = things.filter(({ lemma }) => known.has(lemma)).length;
  return things.length === 0 || shared * 2 >= things.length;
}

function waysOf(terms: readonly Term[]): readonly Term[] {
  const single = pairwise(terms, terms);
  const sums = signedSums(terms);
  const further = single.flatMap((way) => terms.flatMap((term) => (uses(way, term) ? [] : combined(way, term))));
  return [...sums, ...single, ...further];
}

function uses(way: Term, term: Term): boolean {
  return way.text.split(' ').includes(term.text);
}

function pairwise(first: readonly Term[], second: readonly Term[]): readonly Term[] {
  return first.flatMap((a, i) => second.flatMap((b, j) => (i === j ? [] : combined(a, b))));
}

function combined(a: Term, b: Term): readonly Term[] {
  const ways: Term[] = [
    { value: a.value + b.value, text: `${a.text} + ${b.text}` },
    { value: a.value - b.value, text: `${a.text} - ${b.text}` },
    { value: a.value * b.value, text: `${a.text} × ${b.text}` },
  ];
  if (b.value !== 0) ways.push({ value: a.value / b.value, text: `${a.text} / ${b.text}` });
  return ways;
}

/** Each figure added, taken away or left out, the first of the used ones added. */
function signedSums(terms: readonly Term[]): readonly Term[] {
  let sums: Term[] = [];
  for (const term of terms) {
    sums = [...sums, ...sums.flatMap((sum) => combined(sum, term).slice(0, 2)), { value: term.value, text: term.text }];
  }
  return sums;
}

function shown(amount: string | null): string {
  return amount === null ? '' : new Big(amount).toFixed();
}
