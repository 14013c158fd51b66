import { agreement, exchanged, type Ruling } from './comparison.js';
import { isDenied } from './conflict.js';
import type { Overlap } from './overlap.js';

/** What the hypothesis has to share with the text for it to follow. */
const FOLLOWS = 0.7;
const FOLLOWS_BY_FIGURES = 0.6;
const FOLLOWS_BY_WORDS = 0.75;
const TOUCHES = 0.3;
/** A figure has to count the same, or perhaps the same, and lie within what the hypothesis says. */
const SAME_COUNTED = 0.9;

/** The verdict on two statements that are worded differently, by how far each says what the other says. */
export function verdictOfOverlap(forward: Overlap, backward: Overlap): Ruling {
  const [refines, generalises] = [follows(forward), follows(backward)];
  if (refines && generalises)
    return agreement(
      'EQUIVALENT',
      Math.min(forward.covered, backward.covered),
      () => 'Both say the same in other words.',
    );
  if (refines) return refinement(forward);
  if (generalises) return exchanged(refinement(backward));
  const covered = Math.max(forward.covered, backward.covered);
  if (covered < TOUCHES) return agreement('UNRELATED', 1 - covered, () => 'They share too little to be compared.');
  return agreement('COMPATIBLE', 0.5, () => 'They speak of the same things; neither follows from the other.');
}

function refinement({ covered }: Overlap): Ruling {
  return agreement('REFINES', covered, ({ a, b }) => `The ${a} says what the ${b} says.`);
}

function follows({ supports, covered, coveredWords }: Overlap): boolean {
  const hasFigures = supports.some(({ unit }) => unit.kind !== 'WORD');
  if (covered < FOLLOWS || coveredWords < (hasFigures ? FOLLOWS_BY_FIGURES : FOLLOWS_BY_WORDS)) return false;
  return supports.every(
    (support) =>
      !support.excludes &&
      (support.unit.kind === 'WORD' ? !isDenied(support) : support.degree >= SAME_COUNTED || support.unit.weight < 0.5),
  );
}
