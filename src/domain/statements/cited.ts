import { attributionsOf } from '../reading/attribution.js';
import type { Token } from '../reading/sentence.js';

/** Words before the colon of "Harbour master: ferry is safe". */
const LONGEST_LABEL = 5;
const LABEL = new Set(['NOUN', 'PROPN', 'ADJ', 'DET']);

/** Tokens of a sentence that say who says it, and that it was said. */
export function citedAt(tokens: readonly Token[]): ReadonlySet<number> {
  const never = (): boolean => false;
  const cited = new Set<number>();
  for (const { speaker, verb } of attributionsOf(tokens, never, never)) {
    cited.add(verb);
    if (speaker.kind !== 'NAMED') continue;
    for (let at = speaker.from; at < speaker.to; at += 1) cited.add(at);
  }
  for (let at = 0; at < labelEnd(tokens); at += 1) cited.add(at);
  return cited;
}

/** Headlines name their speaker before a colon. */
function labelEnd(tokens: readonly Token[]): number {
  const colon = tokens.slice(0, LONGEST_LABEL + 1).findIndex(({ text }) => text === ':');
  return colon > 0 && tokens.slice(0, colon).every(({ pos }) => LABEL.has(pos)) ? colon : 0;
}
