import type { Telling } from './finding.js';
import { isWholeOf, type Figure } from './figure.js';
import { namedConcepts } from './names.js';
import type { ReadableProperty } from './recognition.js';
import type { Scene } from './scene.js';
import type { SuggestedScopeTerm } from './suggestion.js';

/** The word in `scopedBy` for whoever the sentence speaks of: "Lopez won 54% of the vote". */
const SUBJECT = 'subject';
const REACH = 14;

/**
 * Whether a figure is not what the subject has, where a property counts that: the 650 of "won 411 of the 650 seats", the
 * 630 of "lost by 630 votes".
 */
export function isOfOthers({ tokens, figures }: Scene, { recognition }: ReadableProperty, figure: Figure): boolean {
  const isOfSubject = Object.values(recognition.scopedBy ?? {}).some((words) => words.includes(SUBJECT));
  return isOfSubject && (isWholeOf(figures, figure) || tokens[figure.from - 1]?.lower === 'by');
}

/**
 * Narrowings that a property takes from the subject of what is said: the name before the telling words. Where several
 * dimensions take it, one that the vocabulary lists the name in comes first, then one whose class of nouns (named like
 * the dimension) is in the name, then for a name without article the first.
 */
export function subjectScope(
  scene: Scene,
  property: ReadableProperty,
  telling: Telling,
): readonly SuggestedScopeTerm[] {
  const { scopedBy } = property.recognition;
  if (scopedBy === undefined) return [];
  const dimensions = property.scopeDimensions.filter(({ key }) => scopedBy[key]?.includes(SUBJECT) === true);
  const candidates = dimensions.flatMap(({ key, schemeKey }) => {
    const name = namedConcepts(scene, schemeKey).findLast(
      ({ to, from }) => to <= telling.from && telling.from - to <= REACH && !isOther(scene, from, to, telling),
    );
    return name === undefined ? [] : [{ dimension: key, name }];
  });
  const chosen =
    candidates.find(({ name }) => name.value.kind === 'CONCEPT') ??
    candidates.find(({ dimension, name }) => scene.classesEndingAt(name.to).includes(dimension)) ??
    candidates.find(({ dimension, name }) => isPlain(scene, name.from) !== hasClass(scene, dimension)) ??
    candidates[0];
  return chosen === undefined ? [] : [{ dimension: chosen.dimension, concept: chosen.name.value }];
}

/** A name that is in the genitive, or after a preposition or a verb, is not the subject. */
function isOther({ tokens }: Scene, from: number, to: number, telling: Telling): boolean {
  if (tokens[to]?.lower === "'s") return true;
  const before = tokens[from - 1]?.lower === 'the' ? tokens[from - 2] : tokens[from - 1];
  if (before?.pos === 'VERB') return true;
  const isFinite = tokens.slice(to, telling.from).filter(({ pos }) => pos === 'VERB').length;
  return (before?.pos === 'ADP' && before.lower !== 'for' && before.lower !== 'with') || isFinite > 1;
}

function isPlain({ tokens }: Scene, from: number): boolean {
  return tokens[from - 1]?.lower !== 'the';
}

function hasClass({ vocabulary }: Scene, dimension: string): boolean {
  return vocabulary.nounClasses.has(dimension);
}
