import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { broaderProblems } from '../../domain/values/broader-problems.js';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { ConceptCreateInput, ConceptListArgs, ConceptSchemeCreateInput } from './graphql/vocabulary.inputs.js';
import type { ConceptSchemeType, ConceptType, PropertyType } from './graphql/vocabulary.types.js';
import { toConcept, toPropertyType, toScheme } from './vocabulary.mapper.js';
import { requireDivisions } from './require-divisions.js';
import { VocabularyChangeService, type Changed } from './vocabulary-change.service.js';
import { VocabularyChangesRepository } from './vocabulary-changes.repository.js';
import { VocabularyStore, type VocabularySnapshot } from './vocabulary-store.js';
import { LIST_ORDER, VocabularyRepository, type RelatedConceptRow, type SchemeRow } from './vocabulary.repository.js';
import type { PropertyRow } from './property.shape.js';

/** Concept schemes and their concepts; and the lists of all that the vocabulary has. */
@Injectable()
export class VocabularyService {
  constructor(
    private readonly database: Database,
    private readonly repository: VocabularyRepository,
    private readonly changes: VocabularyChangesRepository,
    private readonly store: VocabularyStore,
    private readonly vocabulary: VocabularyChangeService,
    private readonly audit: AuditRepository,
  ) {}

  /** The vocabulary as it is now; a change may make it old at once. */
  current(): Promise<VocabularySnapshot> {
    return this.store.current(this.database);
  }

  async listSchemes(args: PageArgs): Promise<ConnectionOf<ConceptSchemeType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.listSchemes(page);
    return toConnection(
      rows.map(toScheme),
      page,
      (node) => [node.localId],
      () => this.repository.countSchemes(),
    );
  }

  async listConcepts(args: ConceptListArgs): Promise<ConnectionOf<ConceptType>> {
    const filter = { schemeKey: args.scheme ?? null, words: args.query ?? null };
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.listConcepts(filter, page);
    return toConnection(
      rows.map(toConcept),
      page,
      (node) => [node.localId],
      () => this.repository.countConcepts(filter),
    );
  }

  async listProperties(args: PageArgs): Promise<ConnectionOf<PropertyType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.listProperties(page);
    return toConnection(
      rows.map(toPropertyType),
      page,
      (node) => [node.localId],
      () => this.repository.countProperties(),
    );
  }

  /** @throws UserErrors ALREADY_EXISTS where the key is taken */
  async createScheme(input: ConceptSchemeCreateInput, viewer: ActingViewer): Promise<SchemeRow> {
    const act = { action: 'conceptSchemeCreate', objectType: 'ConceptScheme', viewer } as const;
    const { row } = await this.vocabulary.make(act, async (tx, vocabulary, now) => {
      if ([...vocabulary.schemes.values()].some((scheme) => scheme.key === input.key)) {
        throw userError(UserErrorCode.ALREADY_EXISTS, 'Another scheme has this key.', ['input', 'key']);
      }
      const after: SchemeRow = {
        id: uuidv7(),
        key: input.key,
        label: input.label,
        siblingsExclusive: input.siblingsExclusive ?? false,
        topConceptsComplete: false,
        version: 1,
      };
      await this.repository.insertScheme(tx, after, now);
      return { before: null, after, touches: [] };
    });
    return row;
  }

  /** @throws UserErrors where the scheme or a related concept is not there, or the vocabulary would contradict itself */
  async createConcept(input: ConceptCreateInput, viewer: ActingViewer): Promise<Changed<RelatedConceptRow>> {
    const act = { action: 'conceptCreate', objectType: 'Concept', viewer } as const;
    return this.vocabulary.make(act, async (tx, vocabulary, now) => {
      const after = newConcept(input, vocabulary);
      const concepts = [...vocabulary.concepts.values(), after];
      const divided = requireDivisions(vocabulary, concepts, [...vocabulary.schemes.values()]);
      await this.repository.insertConcept(tx, after, now);
      await this.changes.relateConcept(tx, after.id, after.broader, after.disjointWith);
      await this.changes.raiseVersions(tx, after.disjointWith);
      return { before: null, after, touches: divided };
    });
  }

  /**
   * Adds a concept while the transaction has taken the vocabulary for a change. Nothing is examined again for it: what is
   * new has not been claimed yet.
   * @returns its id, and the vocabulary with it
   */
  async addConcept(
    tx: Transaction,
    vocabulary: VocabularySnapshot,
    input: ConceptCreateInput,
    { viewer, action }: { viewer: ActingViewer; action: string },
  ): Promise<{ id: string; vocabulary: VocabularySnapshot }> {
    const now = new Date();
    const after = newConcept(input, vocabulary);
    await this.repository.insertConcept(tx, after, now);
    await this.changes.relateConcept(tx, after.id, after.broader, after.disjointWith);
    const record = { action, objectType: 'Concept', objectId: after.id, storyId: null, after: { ...after } } as const;
    await this.audit.append(tx, { viewer, ...record }, now);
    return { id: after.id, vocabulary: await this.takeForChange(tx) };
  }

  /** The vocabulary as the transaction sees it now. */
  read(tx: Transaction): Promise<VocabularySnapshot> {
    return this.store.read(tx);
  }

  /** The vocabulary as it is and stays until the transaction ends. */
  holdStill(tx: Transaction): Promise<VocabularySnapshot> {
    return this.store.holdStill(tx);
  }

  /** The vocabulary while nobody else writes by it, until the transaction ends: for changes of what explanations name. */
  takeForChange(tx: Transaction): Promise<VocabularySnapshot> {
    return this.store.takeForChange(tx);
  }
}

function newConcept(input: ConceptCreateInput, vocabulary: VocabularySnapshot): RelatedConceptRow {
  const row: RelatedConceptRow = {
    id: uuidv7(),
    schemeId: requireScheme(vocabulary, input.scheme, ['input', 'scheme']),
    prefLabel: input.prefLabel,
    altLabels: input.altLabels ?? [],
    exactMatch: input.exactMatch ?? [],
    exclusiveGroup: input.exclusiveGroup ?? null,
    narrowerComplete: false,
    version: 1,
    broader: requireConcepts(vocabulary, input.broader ?? [], 'broader'),
    disjointWith: requireConcepts(vocabulary, input.disjointWith ?? [], 'disjointWith'),
  };
  requirePlace(row, vocabulary);
  return row;
}

/**
 * The concepts behind the global ids of an input's list, each once.
 * @throws UserErrors NOT_FOUND or WRONG_TYPE
 */
export function requireConcepts(vocabulary: VocabularySnapshot, ids: readonly string[], name: string): string[] {
  return [...new Set(ids.map((id, i) => requireConcept(vocabulary, id, ['input', name, String(i)]).id))];
}

/**
 * Makes sure that a concept, new or in place of the one that has its id, can stand where it says that it belongs.
 * @throws UserErrors ALREADY_EXISTS, WRONG_SCHEME or INCONSISTENT_VOCABULARY
 */
export function requirePlace(row: RelatedConceptRow, vocabulary: VocabularySnapshot): void {
  const { id, schemeId, prefLabel } = row;
  const concepts = [...vocabulary.concepts.values()];
  if (concepts.some((other) => other.id !== id && other.schemeId === schemeId && other.prefLabel === prefLabel)) {
    throw userError(UserErrorCode.ALREADY_EXISTS, 'Another concept of this scheme has this label.', [
      'input',
      'prefLabel',
    ]);
  }
  row.broader.forEach((broader, i) => {
    if (vocabulary.concepts.get(broader)?.schemeId === schemeId) return;
    throw userError(UserErrorCode.WRONG_SCHEME, 'A broader concept must be of the same scheme.', [
      'input',
      'broader',
      String(i),
    ]);
  });
  const problems = broaderProblems(row, concepts, [...vocabulary.schemes.values()]);
  if (problems.length > 0) {
    throw new UserErrors(
      problems.map(({ message, field }) => ({
        code: UserErrorCode.INCONSISTENT_VOCABULARY,
        message,
        field: ['input', ...field],
      })),
    );
  }
}

/**
 * The id of the scheme with this key.
 * @throws UserErrors NOT_FOUND
 */
export function requireScheme(vocabulary: VocabularySnapshot, key: string, field: readonly string[]): string {
  const scheme = [...vocabulary.schemes.values()].find((each) => each.key === key);
  if (!scheme) throw userError(UserErrorCode.NOT_FOUND, `There is no concept scheme with the key "${key}".`, field);
  return scheme.id;
}

/**
 * The concept behind a global id.
 * @throws UserErrors NOT_FOUND or WRONG_TYPE
 */
export function requireConcept(
  vocabulary: VocabularySnapshot,
  globalId: string,
  field: readonly string[],
): RelatedConceptRow {
  const concept = vocabulary.concepts.get(requireIds('Concept', globalId, field).id);
  if (!concept) throw notFound('Concept', field);
  return concept;
}

/**
 * The property with this key.
 * @throws UserErrors NOT_FOUND
 */
export function requireProperty(vocabulary: VocabularySnapshot, key: string, field: readonly string[]): PropertyRow {
  const property = vocabulary.propertiesByKey.get(key);
  if (!property) throw userError(UserErrorCode.NOT_FOUND, `There is no property with the key "${key}".`, field);
  return property;
}
