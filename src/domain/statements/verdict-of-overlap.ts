import { agreement, contradiction, exchanged, type Explanation, type Ruling } from './comparison.js';
import type { Overlap, Support } from './overlap.js';

/** What the hypothesis has to share with the text for one to follow, or to conflict. */
const FOLLOWS = 0.75;
const SPEAKS_OF_THE_SAME = 0.65;
const TOUCHES = 0.3;

/** The verdict on two statements that are worded differently, by how far each says what the other says. */
export function verdictOfOverlap(forward: Overlap, backward: Overlap): Ruling {
  const conflict = conflictIn(forward) ?? conflictIn(backward);
  if (conflict !== null) return conflict;
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

function follows({ supports, covered }: Overlap): boolean {
  if (covered < FOLLOWS) return false;
  return supports.every(
    ({ unit, by, degree, excludes }) =>
      !excludes &&
      (unit.kind === 'WORD' || degree >= 0.6) &&
      (by === null || by.denied === unit.denied || unit.kind !== 'WORD'),
  );
}

function conflictIn({ supports, coveredWords }: Overlap): Ruling | null {
  if (coveredWords < SPEAKS_OF_THE_SAME) return null;
  const excluding = supports.find(({ excludes }) => excludes);
  if (excluding !== undefined) return exclusion(excluding);
  const denied = supports.find(
    ({ unit, by, degree }) =>
      unit.kind === 'WORD' && unit.wordClass === 'VERB' && by !== null && degree >= 0.8 && by.denied !== unit.denied,
  );
  if (denied === undefined) return null;
  return contradiction('POLARITY', 'TENSION', 0.6, () => `One affirms and the other denies "${denied.unit.text}".`);
}

function exclusion({ unit, by }: Support): Ruling {
  const kind = unit.kind === 'FIGURE' ? 'QUANTITY' : unit.kind === 'TIME' ? 'TIME' : 'CATEGORY';
  const reason: Explanation = () =>
    `They speak of the same, but "${by?.text ?? ''}" and "${unit.text}" cannot both be so.`;
  return contradiction(kind, 'POSSIBLE', 0.5, reason);
}
