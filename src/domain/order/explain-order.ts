import type { Property } from '../claim/claim.js';
import type { Answer } from '../claim/question.js';
import { lowerInitial } from '../claim/statement.js';
import { listText, mentions } from '../contradiction/explain.js';
import type { Vocabulary } from '../values/vocabulary.js';

/**
 * Two times in the wrong order, as a sentence without its full stop: "departure: 26 December 2024 (ICDS) and rescue:
 * 25 December 2024 (Euronews): departure comes before crash and crash before rescue, so the first cannot be after the
 * second". A property that nobody gives is named by its key.
 */
export function explainOrder(
  first: Answer,
  second: Answer,
  chain: readonly string[],
  properties: ReadonlyMap<string, Property>,
  vocabulary: Vocabulary,
): string {
  const labels = chain.map((key) => lowerInitial(properties.get(key)?.label ?? key));
  const steps = labels
    .slice(1)
    .map((later, index) => `${labels[index] ?? ''} ${index === 0 ? 'comes before' : 'before'} ${later}`);
  const said = listText(mentions([first, second], vocabulary));
  return `${said}: ${listText(steps)}, so the first cannot be after the second`;
}
