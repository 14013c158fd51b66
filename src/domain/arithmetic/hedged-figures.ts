import type { Answer } from '../claim/question.js';
import { phraseOf } from '../claim/statement.js';
import { listText } from '../contradiction/explain.js';
import type { Vocabulary } from '../values/vocabulary.js';

/** Which of these are hedged, as the end of a sentence: ", but 32 survivors is only called possible"; else nothing. */
export function hedgedText(answers: readonly Answer[], vocabulary: Vocabulary): string {
  const hedged = answers.filter(({ claim }) => claim.hedged);
  if (hedged.length === 0) return '';
  const phrases = hedged.map(({ property, claim }) => phraseOf(property, claim, vocabulary));
  return `, but ${listText(phrases)} ${hedged.length === 1 ? 'is' : 'are'} only called possible`;
}
