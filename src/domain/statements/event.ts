import type { StatementWord, Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';
import { relateWords, supportOf } from './word-match.js';

const SAME = 0.8;

/** Whether two dates, each in its sentence, say when the same happened: the verbs beside them mean the same. */
export function areOfOneEvent(
  [a, sentenceOfA]: readonly [Unit, readonly Unit[]],
  [b, sentenceOfB]: readonly [Unit, readonly Unit[]],
  thesaurus: Thesaurus,
): boolean {
  const [first, second] = [verbBeside(a, sentenceOfA), verbBeside(b, sentenceOfB)];
  if (first === null || second === null) return first === second;
  return supportOf(relateWords(first, second, thesaurus)) >= SAME;
}

/** The last verb before a date, else the first after it. */
function verbBeside(time: Unit, units: readonly Unit[]): StatementWord | null {
  const at = units.findIndex(({ kind, key }) => kind === time.kind && key === time.key);
  const verbs = units.flatMap((unit, place) =>
    unit.kind === 'WORD' && unit.wordClass === 'VERB' ? [{ unit, place }] : [],
  );
  return (verbs.filter(({ place }) => place < at).at(-1) ?? verbs.find(({ place }) => place > at))?.unit ?? null;
}
