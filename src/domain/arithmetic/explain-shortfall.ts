import { phraseOf } from '../claim/statement.js';
import { capitalised, listText, mentions, speakerText } from '../contradiction/explain.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { totalText } from './explain-sum.js';
import { hedgedText } from './hedged-figures.js';
import type { Overrun } from './inequality.js';

/**
 * All parts of a whole and the whole that they fall short of, as one sentence that does the sum: "37 aboard, Azerbaijani
 * only (ICDS) and 16 aboard, Russian only (same source) make 53; Kazakhstan's ministry reported 67 aboard, and the
 * parts are declared complete." Null where it is no one whole that is too high.
 */
export function explainShortfall({ smaller, greater }: Overrun, reason: string, vocabulary: Vocabulary): string | null {
  const [whole, ...others] = smaller;
  if (whole === undefined || others.length > 0 || [whole, ...greater].some(({ weight }) => weight > 1)) return null;
  const said = greater.map(({ figure }) => figure);
  const { property, claim } = whole.figure;
  const speaker = speakerText(claim.attribution, said.at(-1)?.claim.attribution ?? null, 'the same source');
  const reported = `${speaker}${speaker.includes(',') ? ',' : ''} reported ${phraseOf(property, claim, vocabulary)}`;
  const sum = `${listText(mentions(said, vocabulary))} make ${totalText(greater)}`;
  return capitalised(`${sum}; ${reported}, and ${reason}${hedgedText([...said, whole.figure], vocabulary)}.`);
}
