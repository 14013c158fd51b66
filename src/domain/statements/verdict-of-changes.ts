import { changesOf, type Change } from './change.js';
import { agreement, contradiction, type Explanation, type Names, type Ruling } from './comparison.js';
import type { Alignment } from './differences.js';
import type { Thesaurus } from './thesaurus.js';

/** Below this likeness two statements are no versions of one sentence. */
const LEAST_LIKENESS = 0.6;
/** From here on, a word that stands for another in the same place is meant to say something else. */
const VERSION = 0.8;
/** From here on, one is a copy of the other in which something was exchanged, perhaps wherever it stood. */
const COPY = 0.9;
/** Words that can stand for others in the same place. */
const MOST_EXCHANGED = 3;

/**
 * The verdict on two statements that are worded alike, by what their differences do; null where they are not alike
 * enough for that.
 */
export function verdictOfChanges(alignment: Alignment, thesaurus: Thesaurus): Ruling | null {
  const { differences, likeness, isOneExchange } = alignment;
  if (likeness < LEAST_LIKENESS && !isOneExchange) return null;
  const isOnly = differences.length === 1;
  const changes = differences.flatMap((difference) => changesOf(difference, isOnly, thesaurus));
  const of = (...effects: readonly Change['effect'][]): readonly Change[] =>
    changes.filter(({ effect }) => effects.includes(effect));
  const flips = of('FLIPPED');
  const [flip] = flips;
  if (flip !== undefined && flips.length % 2 === 1) {
    return contradiction(
      'POLARITY',
      'CONFLICT',
      0.8,
      (names) => `Otherwise alike, but ${against(flip, names)}: one denies the other.`,
    );
  }
  const exclusions = of('DISJOINT');
  const [disjoint] = exclusions;
  const isOtherEvent = ['QUANTITY', 'TIME'].every((kind) => exclusions.some((each) => each.kind === kind));
  if (isOtherEvent && likeness < COPY) {
    return agreement('COMPATIBLE', 0.6, () => 'Worded alike, but another figure on another date is of another event.');
  }
  if (disjoint !== undefined) {
    const strength = disjoint.kind === 'CATEGORY' ? 'TENSION' : 'CONFLICT';
    return contradiction(
      disjoint.kind,
      strength,
      0.85,
      (names) => `Otherwise alike, but ${against(disjoint, names)}: they cannot both be so.`,
    );
  }
  const [apart, ...others] = of('APART');
  if (apart !== undefined) {
    const isPlain = others.length === 0 && (isOneExchange || ((isOnly || likeness >= VERSION) && isShort(apart)));
    if (!isPlain && likeness < COPY) return null;
    const reason: Explanation = (names) =>
      `Otherwise alike, but ${against(apart, names)}: a reader has to say whether both can be so.`;
    return contradiction(apart.kind, 'POSSIBLE', 0.55, reason);
  }
  const [narrower, broader] = [of('NARROWER'), of('BROADER')];
  if (of('OVERLAPPING').length > 0 || (narrower.some(isMeasured) && broader.some(isMeasured))) {
    return agreement('COMPATIBLE', 0.6, () => 'Worded alike; neither follows from the other.');
  }
  // Words that only one of them has decide by how much they weigh, which is another question.
  if (broader.some((each) => !isMeasured(each))) return null;
  if (narrower.length > 0 && broader.length > 0) return null;
  const [more] = narrower;
  if (more !== undefined) {
    return agreement(
      'REFINES',
      0.8,
      (names) => `The ${names.a} says all that the ${names.b} says, and more: ${against(more, names)}.`,
    );
  }
  const [less] = broader;
  if (less !== undefined) {
    return agreement(
      'GENERALISES',
      0.8,
      (names) => `The ${names.b} says all that the ${names.a} says, and more: ${against(less, names)}.`,
    );
  }
  return agreement('EQUIVALENT', 0.9, () => 'Both say the same.');
}

function against({ a, b }: Change, names: Names): string {
  if (a === '') return `only the ${names.b} says "${b}"`;
  if (b === '') return `only the ${names.a} says "${a}"`;
  return names.a === 'first'
    ? `the first says "${a}" and the second "${b}"`
    : `the first says "${b}" and the second "${a}"`;
}

/** A figure or date, whose set says exactly how much more is said. */
function isMeasured({ kind }: Change): boolean {
  return kind === 'QUANTITY' || kind === 'TIME';
}

function isShort({ a, b }: Change): boolean {
  return [a, b].every((words) => words.split(' ').length <= MOST_EXCHANGED);
}
