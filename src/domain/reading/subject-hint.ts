import type { Scene } from './scene.js';
import { wordsBetween } from './sentence.js';

/** The first event that a sentence names, with the words before it that belong to its name: "Saturday's earthquake". */
export function subjectHintOf({ text, sentence, tokens, events }: Scene): string | null {
  const event = events.find(({ from }) => tokens[from]?.pos === 'NOUN' || tokens[from]?.pos === 'PROPN');
  if (event === undefined) return null;
  let { from } = event;
  while (from > 0 && belongs(tokens[from - 1])) from -= 1;
  return wordsBetween(text, sentence, from, event.to);
}

function belongs(token: { readonly pos: string; readonly lower: string } | undefined): boolean {
  return token !== undefined && (/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos) || token.lower === "'s");
}
