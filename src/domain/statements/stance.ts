import { AGAINST, FOR } from './english/stances.js';
import type { StatementWord, Unit } from './statement.js';

/** Two words that are said of one thing, one for it and one against it. */
export interface Opposition {
  readonly a: string;
  readonly b: string;
}

type WordUnit = Unit & StatementWord;
/** How far behind a verb what it is said of may stand. */
const REACH = 7;

/** One statement is for what the other is against: "accepted the prize", "declined the prize". Null where none is. */
export function oppositionIn(text: readonly Unit[], hypothesis: readonly Unit[]): Opposition | null {
  const said = new Set(text.map(({ key }) => key));
  for (const [at, unit] of hypothesis.entries()) {
    if (!isWord(unit) || said.has(unit.key) || unit.denied) continue;
    const others = FOR.has(unit.key) ? AGAINST : AGAINST.has(unit.key) ? FOR : null;
    if (others === null) continue;
    const objects = objectsOf(hypothesis, at);
    for (const [place, candidate] of text.entries()) {
      if (!isWord(candidate) || candidate.denied || !others.has(candidate.key)) continue;
      const shared = objectsOf(text, place).filter((key) => objects.includes(key));
      if (shared.length > 0) return { a: candidate.text, b: unit.text };
    }
  }
  return null;
}

/** What stands behind a verb, and has weight. */
function objectsOf(units: readonly Unit[], at: number): readonly string[] {
  return units.slice(at + 1, at + 1 + REACH).flatMap((unit) => (unit.weight >= 0.8 ? [unit.key] : []));
}

function isWord(unit: Unit): unit is WordUnit {
  return unit.kind === 'WORD' && (unit.wordClass !== null || unit.key === 'against');
}
