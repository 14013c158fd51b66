import { eliminate, greatestCommonDivisor, type Row } from './eliminate.js';
import type { Identity } from './identity.js';

/** A weighted sum of properties that is zero by the identities: fatalities + survivors − passengers − crew = 0. */
export interface Equation {
  /** Property keys with their weights, none of them zero. */
  readonly weights: ReadonlyMap<string, number>;
  /** Those that it follows from, by id. */
  readonly identities: readonly Identity[];
}

/** The equations that identities give, and whether they are all of them. */
export interface Equations {
  readonly equations: readonly Equation[];
  readonly complete: boolean;
}

/**
 * Ways to choose what to eliminate, for each group of identities that hang together. Five identities over fifteen
 * properties have 1,365, and seven over twenty would have 38,760.
 */
const MAX_ELIMINATIONS = 5_000;

/**
 * The elementary equations: those that follow from the identities and name as few properties as possible, in that no
 * other one names only some of theirs. The given identities are among them unless they can be shortened.
 *
 * They are all that is needed to tell whether intervals, one for each property, admit a solution: there is none exactly
 * where, in some elementary equation, the sum of the weighted intervals misses zero. Source: R. T. Rockafellar, "The
 * elementary vectors of a subspace of R^N" (1969); Convex Analysis (1970), theorem 22.6. It is the combinatorial form
 * of Farkas' lemma, and holds for intervals with open ends too.
 *
 * Of k independent identities, each elementary equation is what is left when k − 1 properties are eliminated. Where
 * identities that hang together leave more than 5,000 ways to choose those, only the identities themselves are given.
 */
export function equationsOf(identities: readonly Identity[]): Equations {
  const groups = connected(identities).map(elementaryEquations);
  return {
    equations: groups.flatMap(({ equations }) => equations).sort(simplestFirst),
    complete: groups.every(({ complete }) => complete),
  };
}

/** Groups of identities, such that no two groups share a property. */
function connected(identities: readonly Identity[]): readonly (readonly Identity[])[] {
  return identities.reduce<readonly (readonly Identity[])[]>((groups, identity) => {
    const keys = keysOf([identity]);
    const touches = (group: readonly Identity[]): boolean => keysOf(group).some((key) => keys.includes(key));
    return [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), identity]];
  }, []);
}

function elementaryEquations(group: readonly Identity[]): Equations {
  const keys = keysOf(group);
  const columns = keys.map((_, index) => index);
  const rows = group.map((identity, index) => rowOf(identity, keys, index, group.length));
  const independent = eliminate(rows, columns).pivots.flatMap((position) => rows.slice(position, position + 1));
  const eliminated = Math.max(0, independent.length - 1);
  if (waysToChoose(keys.length, eliminated) > MAX_ELIMINATIONS) {
    return { equations: rows.map((row) => equationOf(row, keys, group)), complete: false };
  }
  const found = new Map<string, Equation>();
  for (const choice of choices(columns, eliminated)) {
    const { rest } = eliminate(independent, choice);
    const [only, ...others] = rest;
    if (only === undefined || others.length > 0) continue;
    const equation = equationOf(only, keys, group);
    const key = [...equation.weights].map(([name, weight]) => `${weight} ${name}`).join();
    if (!found.has(key)) found.set(key, equation);
  }
  return { equations: [...found.values()], complete: true };
}

/** The identity's coefficients, and after them which identity it is: elimination keeps account of both. */
function rowOf({ whole, parts }: Identity, keys: readonly string[], position: number, identities: number): Row {
  const coefficients = keys.map((key) => Number(key === whole) - Number(parts.includes(key)));
  const account = Array.from({ length: identities }, (_, index) => Number(index === position));
  return [...coefficients, ...account];
}

/** The same equation whatever multiple of it was found: its weights share no divisor, and the first is positive. */
function equationOf(row: Row, keys: readonly string[], group: readonly Identity[]): Equation {
  const terms = keys.map((key, index): [string, number] => [key, row[index] ?? 0]).filter(([, weight]) => weight !== 0);
  const sign = Math.sign(terms[0]?.[1] ?? 1);
  const divisor = sign * terms.reduce((common, [, weight]) => greatestCommonDivisor(common, weight), 0);
  return {
    weights: new Map(terms.map(([key, weight]) => [key, weight / divisor])),
    identities: group.filter((_, index) => row[keys.length + index] !== 0),
  };
}

/** In the order of the identities, which is the one that readers expect. */
function keysOf(identities: readonly Identity[]): readonly string[] {
  return [...new Set(identities.flatMap(({ whole, parts }) => [whole, ...parts]))];
}

/** Fewest identities first, then fewest properties, then by their names. */
function simplestFirst(a: Equation, b: Equation): number {
  const name = ({ identities, weights }: Equation): string =>
    JSON.stringify([identities.map(({ id }) => id), [...weights]]);
  const byIdentities = a.identities.length - b.identities.length;
  return byIdentities || a.weights.size - b.weights.size || (name(a) < name(b) ? -1 : 1);
}

/** The binomial coefficient. */
function waysToChoose(from: number, count: number): number {
  let ways = 1;
  for (let step = 1; step <= count; step += 1) ways = (ways * (from - count + step)) / step;
  return ways;
}

/** Every choice of so many items, in order. */
function choices<T>(items: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => choices(items.slice(index + 1), count - 1).map((choice) => [item, ...choice]));
}
