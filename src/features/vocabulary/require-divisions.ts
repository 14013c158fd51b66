import { divisionProblems, touchedByDivisions } from '../../domain/values/changed-divisions.js';
import type { TouchedConcepts } from '../../domain/values/touched-concepts.js';
import { UserErrorCode, UserErrors } from '../../graphql/errors/index.js';
import type { VocabularySnapshot } from './vocabulary-store.js';
import type { RelatedConceptRow, SchemeRow } from './vocabulary.repository.js';

/**
 * Makes sure that what is declared a complete division is one after a change of concepts or schemes.
 * @returns what the change touches because divisions are others than before
 * @throws UserErrors INCONSISTENT_VOCABULARY
 */
export function requireDivisions(
  before: VocabularySnapshot,
  concepts: readonly RelatedConceptRow[],
  schemes: readonly SchemeRow[],
): readonly TouchedConcepts[] {
  const problems = divisionProblems(concepts, schemes);
  if (problems.length > 0) {
    throw new UserErrors(
      problems.map(({ message }) => ({ code: UserErrorCode.INCONSISTENT_VOCABULARY, message, field: ['input'] })),
    );
  }
  return touchedByDivisions(before.graph.divisions, concepts, schemes);
}
