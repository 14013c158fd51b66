/** A subject by all its names. */
export interface NamedSubject {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

/**
 * Which of a story's subjects a text means: the one that is called so, else the only one of which a name has all the
 * words ("the crash" is "Crash of flight 8243"), else the only one there is, else the only event. Null where that is
 * none, or several.
 * @param called as the text calls it; null where it does not
 */
export function subjectMeant(subjects: readonly NamedSubject[], called: string | null): NamedSubject | null {
  const words = wordsOf(called ?? '');
  const namesOf = ({ label, aliases }: NamedSubject) => [label, ...aliases].map(wordsOf);
  const isCalled = (subject: NamedSubject) => namesOf(subject).some((name) => name.join(' ') === words.join(' '));
  const hasWords = (subject: NamedSubject) =>
    words.length > 0 && namesOf(subject).some((name) => words.every((word) => name.includes(word)));
  return (
    onlyOne(subjects.filter(isCalled)) ??
    onlyOne(subjects.filter(hasWords)) ??
    onlyOne(subjects) ??
    onlyOne(subjects.filter(({ kind }) => kind === 'EVENT'))
  );
}

function onlyOne<T>(candidates: readonly T[]): T | null {
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function wordsOf(name: string): string[] {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !['the', 'a', 'an', 's'].includes(word));
}
