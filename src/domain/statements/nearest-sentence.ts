import type { Statement, Unit } from './statement.js';

export type SentenceUnits = readonly Unit[];

/** Sentences that a word is looked up in: one that stands in more tells none of them apart. */
const MOST_PLACES = 12;

/** The units of a statement, sentence by sentence. */
export function unitsBySentence({ units }: Statement): readonly SentenceUnits[] {
  const sentences = new Map<number, Unit[]>();
  for (const unit of units) {
    const known = sentences.get(unit.sentence);
    if (known === undefined) sentences.set(unit.sentence, [unit]);
    else known.push(unit);
  }
  return [...sentences.values()];
}

/** Finds, of some sentences, the one that has most in common with another; the first of several, null where none has. */
export function nearestIn(sentences: readonly SentenceUnits[]): (asked: SentenceUnits) => SentenceUnits | null {
  const places = placesOf(sentences);
  return (asked) => {
    const shared = new Map<number, number>();
    for (const { key, weight } of asked) {
      for (const sentence of places.get(key) ?? []) shared.set(sentence, (shared.get(sentence) ?? 0) + weight);
    }
    let nearest: number | null = null;
    for (const [sentence, weight] of shared) {
      if (nearest === null || weight > (shared.get(nearest) ?? 0)) nearest = sentence;
    }
    return nearest === null ? null : (sentences[nearest] ?? null);
  };
}

/** In which sentences each word, figure and date stands. */
function placesOf(sentences: readonly SentenceUnits[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [sentence, units] of sentences.entries()) {
    for (const { key, weight } of units) {
      const known = places.get(key) ?? [];
      if (weight > 0 && known.length < MOST_PLACES && known.at(-1) !== sentence) places.set(key, [...known, sentence]);
    }
  }
  return places;
}
