import { Injectable } from '@nestjs/common';
import { emptyConcepts } from '../../domain/values/empty-concepts.js';
import { touchedByConcept, touchedByScheme } from '../../domain/values/touched-concepts.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { ConceptSchemeUpdateInput, ConceptUpdateInput } from './graphql/vocabulary-changes.inputs.js';
import { VocabularyChangesRepository } from './vocabulary-changes.repository.js';
import { VocabularyChangeService, type Changed } from './vocabulary-change.service.js';
import type { VocabularySnapshot } from './vocabulary-store.js';
import type { RelatedConceptRow, SchemeRow } from './vocabulary.repository.js';
import { requireDivisions } from './require-divisions.js';
import { requireConcept, requireConcepts, requirePlace } from './vocabulary.service.js';

/** Changes of concepts and schemes that are there. What a change touches is examined again afterwards. */
@Injectable()
export class ConceptChangesService {
  constructor(
    private readonly repository: VocabularyChangesRepository,
    private readonly vocabulary: VocabularyChangeService,
  ) {}

  /** @throws UserErrors where a concept is not there, it has changed meanwhile, or the vocabulary would contradict itself */
  async updateConcept(
    id: string,
    expectedVersion: number,
    input: ConceptUpdateInput,
    viewer: ActingViewer,
  ): Promise<Changed<RelatedConceptRow>> {
    const act = { action: 'conceptUpdate', objectType: 'Concept', viewer } as const;
    return this.vocabulary.make(act, async (tx, vocabulary) => {
      const before = requireConcept(vocabulary, id, ['id']);
      await this.vocabulary.requireVersion(tx, act, before, expectedVersion);
      const row = changedConcept(before, input, vocabulary);
      requirePlace(row, vocabulary);
      const concepts = withConcept(row, vocabulary);
      const schemes = [...vocabulary.schemes.values()];
      requireMeaning(concepts, schemes);
      const divided = requireDivisions(vocabulary, concepts, schemes);
      await this.repository.updateConcept(tx, row);
      await this.repository.raiseVersions(tx, oneSided(before.disjointWith, row.disjointWith));
      return { before, after: row, touches: [...touchedByConcept(before, row, concepts), ...divided] };
    });
  }

  /** @throws UserErrors where the scheme is not there or has changed meanwhile, or some concept could denote nothing any more */
  async updateScheme(
    id: string,
    expectedVersion: number,
    input: ConceptSchemeUpdateInput,
    viewer: ActingViewer,
  ): Promise<Changed<SchemeRow>> {
    const act = { action: 'conceptSchemeUpdate', objectType: 'ConceptScheme', viewer } as const;
    return this.vocabulary.make(act, async (tx, vocabulary) => {
      const before = vocabulary.schemes.get(requireIds('ConceptScheme', id, ['id']).id);
      if (!before) throw notFound('ConceptScheme', ['id']);
      await this.vocabulary.requireVersion(tx, act, before, expectedVersion);
      const row: SchemeRow = {
        ...before,
        label: input.label ?? before.label,
        siblingsExclusive: input.siblingsExclusive ?? before.siblingsExclusive,
        topConceptsComplete: input.topConceptsComplete ?? before.topConceptsComplete,
        version: before.version + 1,
      };
      const concepts = [...vocabulary.concepts.values()];
      const schemes = [...vocabulary.schemes.values()].map((scheme) => (scheme.id === row.id ? row : scheme));
      requireMeaning(concepts, schemes);
      const divided = requireDivisions(vocabulary, concepts, schemes);
      await this.repository.updateScheme(tx, row);
      const same = row.siblingsExclusive === before.siblingsExclusive;
      return { before, after: row, touches: same ? divided : [touchedByScheme(row.id, concepts)] };
    });
  }
}

function changedConcept(
  before: RelatedConceptRow,
  input: ConceptUpdateInput,
  vocabulary: VocabularySnapshot,
): RelatedConceptRow {
  const { broader, disjointWith } = input;
  const row: RelatedConceptRow = {
    ...before,
    prefLabel: input.prefLabel ?? before.prefLabel,
    altLabels: input.altLabels ?? before.altLabels,
    exactMatch: input.exactMatch ?? before.exactMatch,
    exclusiveGroup: input.exclusiveGroup === undefined ? before.exclusiveGroup : input.exclusiveGroup,
    narrowerComplete: input.narrowerComplete ?? before.narrowerComplete,
    broader: broader ? requireConcepts(vocabulary, broader, 'broader') : before.broader,
    disjointWith: disjointWith ? requireConcepts(vocabulary, disjointWith, 'disjointWith') : before.disjointWith,
    version: before.version + 1,
  };
  if (row.disjointWith.includes(row.id)) {
    const message = 'A concept has everything in common with itself.';
    throw userError(UserErrorCode.INCONSISTENT_VOCABULARY, message, ['input', 'disjointWith']);
  }
  return row;
}

/** What is in one of two lists only. */
function oneSided(one: readonly string[], other: readonly string[]): string[] {
  return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
}

/** All concepts once this one stands in place of the one that has its id; disjointness holds both ways. */
function withConcept(row: RelatedConceptRow, vocabulary: VocabularySnapshot): RelatedConceptRow[] {
  return [...vocabulary.concepts.values()].map((other) => {
    if (other.id === row.id) return row;
    const rest = other.disjointWith.filter((each) => each !== row.id);
    return { ...other, disjointWith: row.disjointWith.includes(other.id) ? [...rest, row.id] : rest };
  });
}

/** @throws UserErrors INCONSISTENT_VOCABULARY where concepts could denote nothing */
function requireMeaning(concepts: readonly RelatedConceptRow[], schemes: readonly SchemeRow[]): void {
  const problems = emptyConcepts(concepts, schemes);
  if (problems.length === 0) return;
  throw new UserErrors(
    problems.map(({ message }) => ({ code: UserErrorCode.INCONSISTENT_VOCABULARY, message, field: ['input'] })),
  );
}
