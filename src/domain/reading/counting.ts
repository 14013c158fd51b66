import { amountValue } from './amount.js';
import type { Figure } from './figure.js';
import type { ReadableProperty } from './recognition.js';
import type { Scene } from './scene.js';
import type { Finding, Telling } from './finding.js';
import { scopeOf } from './scope-terms.js';
import { subjectScope } from './subject-scope.js';
import { byDimension } from './suggestion.js';

const UNKNOWN_NOUN = 0.15;
const FAR = 0.02;

/**
 * The finding that a figure counts what a property says, or null where it cannot: another unit, or a noun of a class
 * that the property does not count.
 */
export function countOf(
  scene: Scene,
  property: ReadableProperty,
  figure: Figure,
  telling: Telling,
  options: { readonly doubt?: number; readonly anyNoun?: boolean; readonly said?: Telling } = {},
): Finding | null {
  const fit = options.anyNoun === true ? 'FITS' : nounFit(scene, property, figure);
  if (fit === 'OTHER') return null;
  const value = amountValue(figure.amount, property.unit);
  if (value === null || isForeignUnit(figure, property)) return null;
  const said = options.said ?? telling;
  const scope = [...scopeOf(scene, property, figure, [said.from, said.to]), ...subjectScope(scene, property, telling)];
  const distance = Math.max(0, telling.from - figure.to, figure.from - telling.to);
  return {
    property,
    value,
    scope: scope.sort(byDimension),
    from: figure.from,
    to: figure.whole?.to ?? figure.to,
    triggerFrom: telling.from,
    triggerTo: telling.to,
    denied: false,
    doubt: (options.doubt ?? 0) + (fit === 'UNKNOWN' ? UNKNOWN_NOUN : 0) + Math.min(distance, 10) * FAR,
  };
}

/** A bare figure has no unit; a property in a unit of measure needs one that is said. */
export function isForeignUnit({ amount }: Pick<Figure, 'amount'>, { unit, recognition }: ReadableProperty): boolean {
  const measured = recognition.units !== undefined;
  if (!measured) return amount.unit !== null && amount.unit !== unit;
  return amount.unit === null || !(recognition.units.includes(amount.unit) || amount.unit === unit);
}

type Fit = 'FITS' | 'UNKNOWN' | 'OTHER';

/** Nouns that are counted in every field and are no members of any class. */
const PERIODS =
  /^(?:year|month|week|day|hour|minute|second|time|percent|point|degree|round|place|part|reason|way|thing)s?$/;

function nounFit(scene: Scene, property: ReadableProperty, figure: Figure): Fit {
  const { of: wanted, ofOthers } = property.recognition;
  if (wanted === undefined) return 'FITS';
  const counted = figure.whole ?? figure;
  if (counted.to === counted.nounFrom) return 'FITS';
  const classes = scene.classesEndingAt(counted.to);
  if (classes.some((key) => wanted.includes(key))) return 'FITS';
  if (classes.length > 0) return 'OTHER';
  const isScoped = property.scopeDimensions.some(({ schemeKey }) =>
    scene.conceptsOf(schemeKey).some(({ from, to }) => from >= counted.nounFrom && to === counted.to),
  );
  if (isScoped) return 'FITS';
  const head = scene.tokens[counted.to - 1]?.lower ?? '';
  if (/^(?:others?|more)$/.test(head)) return 'FITS';
  return ofOthers === false || PERIODS.test(head) ? 'OTHER' : 'UNKNOWN';
}
