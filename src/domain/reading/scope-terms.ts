import type { Figure } from './figure.js';
import type { Scene, ConceptMention } from './scene.js';
import type { ReadableProperty } from './recognition.js';
import { byDimension, type SuggestedScopeTerm } from './suggestion.js';

/**
 * What narrows a figure: concepts of the property's dimensions in the noun phrase that it counts, and in the words
 * `said` of the counted ("seriously injured"). Two concepts of one dimension ("passengers and crew") are the whole.
 */
export function scopeOf(
  scene: Scene,
  property: ReadableProperty,
  figure: Figure,
  said: readonly [from: number, to: number],
): readonly SuggestedScopeTerm[] {
  const terms: SuggestedScopeTerm[] = [];
  for (const { key, schemeKey } of property.scopeDimensions) {
    if (property.recognition.scopedBy?.[key] !== undefined) continue;
    const all = scene.conceptsOf(schemeKey);
    const inPhrase = all.filter(({ from, to }) => isWithin(from, to, [figure.nounFrom, phraseEndOf(figure)]));
    const mentions = inPhrase.length > 0 ? inPhrase : all.filter(({ from, to }) => isWithin(from, to, said));
    const term = termOf(scene, property, figure, key, mentions);
    if (term !== null) terms.push(term);
  }
  return terms.sort(byDimension);
}

/** Of "38 of the 67 passengers", the passengers are what the 38 are too. */
function phraseEndOf(figure: Figure): number {
  return figure.whole?.to ?? figure.to;
}

function isWithin(from: number, to: number, [start, end]: readonly [number, number]): boolean {
  return from >= start && to <= end;
}

function termOf(
  scene: Scene,
  property: ReadableProperty,
  figure: Figure,
  dimension: string,
  mentions: readonly ConceptMention[],
): SuggestedScopeTerm | null {
  const ids = new Set(mentions.map(({ entry }) => entry.conceptId));
  const narrowest = [...ids].filter((id) => ![...ids].some((other) => other !== id && isAbove(scene, id, other)));
  const [conceptId, ...others] = narrowest;
  if (conceptId === undefined || others.length > 0) return null;
  if (mentions.every((mention) => isWhole(scene, tellersOf(scene, property, figure), mention))) return null;
  return { dimension, concept: { kind: 'CONCEPT', conceptId } };
}

function isAbove({ vocabulary }: Scene, broader: string, narrower: string): boolean {
  return vocabulary.ancestors(narrower).has(broader);
}

/** Of "38 of the 67 passengers on board", what is said of the 67 tells who the passengers are. */
function tellersOf({ triggers }: Scene, property: ReadableProperty, { whole }: Figure): readonly string[] {
  const ofWhole = triggers.filter(({ from, entry }) => entry.role === 'described' && from === whole?.to);
  return [property.key, ...ofWhole.map(({ entry }) => entry.property.key)];
}

/** A noun by which people mean everybody, unless another of its kind is counted in the same sentence. */
function isWhole(scene: Scene, tellers: readonly string[], mention: ConceptMention): boolean {
  const { tokens, vocabulary, figures } = scene;
  const isNamed = tellers.some(
    (key) => (vocabulary.wholeNouns.get(key)?.longestAt(tokens, mention.from) ?? null) !== null,
  );
  if (!isNamed) return false;
  const rivals = scene
    .conceptsOf(mention.entry.schemeKey)
    .filter(({ entry }) => entry.conceptId !== mention.entry.conceptId);
  return !rivals.some(({ from }) => figures.some((figure) => from >= figure.nounFrom && from < figure.to));
}
