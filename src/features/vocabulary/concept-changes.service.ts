import { Injectable } from '@nestjs/common';
import { emptyConcepts } from '../../domain/values/empty-concepts.js';
import { touchedByConcept, touchedByScheme } from '../../domain/values/touched-concepts.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ReexaminationsService, type ReexaminationType } from '../reexaminations/index.js';
import type { ConceptSchemeUpdateInput, ConceptUpdateInput } from './graphql/vocabulary-changes.inputs.js';
import { VocabularyChangesRepository } from './vocabulary-changes.repository.js';
import { VocabularyStore, type VocabularySnapshot } from './vocabulary-store.js';
import type { RelatedConceptRow, SchemeRow } from './vocabulary.repository.js';
import { requireConcept, requireConcepts, requirePlace } from './vocabulary.service.js';

/** Something of the vocabulary after its change, and the re-examination that the change asked for, if any. */
export interface Changed<Row> {
  readonly row: Row;
  readonly reexamination: ReexaminationType | null;
}

/** Changes of concepts and schemes that are there. What a change touches is examined again afterwards. */
@Injectable()
export class ConceptChangesService {
  constructor(
    private readonly database: Database,
    private readonly changes: VocabularyChangesRepository,
    private readonly store: VocabularyStore,
    private readonly reexaminations: ReexaminationsService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where a concept is not there, or the vocabulary would contradict itself */
  async updateConcept(
    id: string,
    input: ConceptUpdateInput,
    viewer: ActingViewer,
  ): Promise<Changed<RelatedConceptRow>> {
    const action = 'conceptUpdate';
    const changed = await this.database.transaction(async (tx) => {
      const vocabulary = await this.store.takeForChange(tx);
      const before = requireConcept(vocabulary, id, ['id']);
      const row = changedConcept(before, input, vocabulary);
      requirePlace(row, vocabulary);
      const concepts = withConcept(row, vocabulary);
      requireMeaning(concepts, [...vocabulary.schemes.values()]);
      const now = new Date();
      await this.changes.updateConcept(tx, row);
      const what = { objectType: 'Concept', objectId: row.id } as const;
      const touches = touchedByConcept(before, row, concepts);
      const reexamination = await this.reexaminations.request(tx, { cause: action, ...what, touches }, now);
      const record = { viewer, action, ...what, storyId: null, before: { ...before }, after: { ...row } };
      await this.audit.append(tx, record, now);
      return { row, reexamination };
    });
    this.reexaminations.announce();
    return changed;
  }

  /** @throws UserErrors where the scheme is not there, or some concept could denote nothing any more */
  async updateScheme(id: string, input: ConceptSchemeUpdateInput, viewer: ActingViewer): Promise<Changed<SchemeRow>> {
    const action = 'conceptSchemeUpdate';
    const changed = await this.database.transaction(async (tx) => {
      const vocabulary = await this.store.takeForChange(tx);
      const before = vocabulary.schemes.get(requireIds('ConceptScheme', id, ['id']).id);
      if (!before) throw notFound('ConceptScheme', ['id']);
      const row: SchemeRow = {
        ...before,
        label: input.label ?? before.label,
        siblingsExclusive: input.siblingsExclusive ?? before.siblingsExclusive,
      };
      const concepts = [...vocabulary.concepts.values()];
      requireMeaning(
        concepts,
        [...vocabulary.schemes.values()].map((scheme) => (scheme.id === row.id ? row : scheme)),
      );
      const now = new Date();
      await this.changes.updateScheme(tx, row);
      const what = { objectType: 'ConceptScheme', objectId: row.id } as const;
      const same = row.siblingsExclusive === before.siblingsExclusive;
      const touches = same ? [] : [touchedByScheme(row.id, concepts)];
      const reexamination = await this.reexaminations.request(tx, { cause: action, ...what, touches }, now);
      const record = { viewer, action, ...what, storyId: null, before: { ...before }, after: { ...row } };
      await this.audit.append(tx, record, now);
      return { row, reexamination };
    });
    this.reexaminations.announce();
    return changed;
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
    broader: broader ? requireConcepts(vocabulary, broader, 'broader') : before.broader,
    disjointWith: disjointWith ? requireConcepts(vocabulary, disjointWith, 'disjointWith') : before.disjointWith,
  };
  if (row.disjointWith.includes(row.id)) {
    const message = 'A concept has everything in common with itself.';
    throw userError(UserErrorCode.INCONSISTENT_VOCABULARY, message, ['input', 'disjointWith']);
  }
  return row;
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
    problems.map((message) => ({ code: UserErrorCode.INCONSISTENT_VOCABULARY, message, field: ['input'] })),
  );
}
