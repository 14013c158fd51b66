import { Injectable } from '@nestjs/common';
import {
  AdvisoryLock,
  byId,
  containing,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import { PROPERTY_SHAPE, type PropertyRow } from './property.shape.js';

export interface SchemeRow {
  id: string;
  key: string;
  label: string;
  siblingsExclusive: boolean;
  topConceptsComplete: boolean;
  version: number;
}

export interface ConceptRow {
  id: string;
  schemeId: string;
  prefLabel: string;
  altLabels: string[];
  exactMatch: string[];
  exclusiveGroup: string | null;
  narrowerComplete: boolean;
  version: number;
}

/** A concept with its relations, as the vocabulary in memory holds it. */
export interface RelatedConceptRow extends ConceptRow {
  broader: string[];
  /** Declared on either side. */
  disjointWith: string[];
}

/** How all lists of the vocabulary are ordered: as their rows were made. */
const inListOrder = (id: Prisma.Sql) => byId(id, false);
/** That order, for cursors. */
export const LIST_ORDER = inListOrder(Prisma.sql`id`);

const CONCEPT = Prisma.sql`c.id, c.scheme_id AS "schemeId", c.pref_label AS "prefLabel", c.alt_labels AS "altLabels",
  c.exact_match AS "exactMatch", c.exclusive_group AS "exclusiveGroup", c.narrower_complete AS "narrowerComplete", c.version`;

const SCHEME = Prisma.sql`s.id, s.key, s.label, s.siblings_exclusive AS "siblingsExclusive",
  s.top_concepts_complete AS "topConceptsComplete", s.version`;

/** The statements of the vocabulary: concept schemes, concepts, properties. */
@Injectable()
export class VocabularyRepository {
  constructor(private readonly database: Database) {}

  /** Holds the vocabulary still until the transaction ends; any number of transactions can. */
  async holdStill(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock_shared(${AdvisoryLock.VOCABULARY}::bigint)`);
  }

  /** Waits until no transaction holds the vocabulary still, and keeps others from doing so until this one ends. */
  async takeForChange(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock(${AdvisoryLock.VOCABULARY}::bigint)`);
    await tx.query(Prisma.sql`UPDATE vocabulary_state SET version = version + 1 WHERE id = 1`);
  }

  async version(reader: Reader): Promise<number> {
    const [state] = await reader.query<{ version: number }>(
      Prisma.sql`SELECT version FROM vocabulary_state WHERE id = 1`,
    );
    if (!state) throw new Error('The vocabulary_state table has lost its row.');
    return state.version;
  }

  async readAll(
    tx: Transaction,
  ): Promise<{ schemes: SchemeRow[]; concepts: RelatedConceptRow[]; properties: PropertyRow[] }> {
    const schemes = await tx.query<SchemeRow>(Prisma.sql`SELECT ${SCHEME} FROM concept_scheme s ORDER BY s.id`);
    const concepts = await tx.query<RelatedConceptRow>(Prisma.sql`
      SELECT ${CONCEPT},
        ARRAY(SELECT broader_id::text FROM concept_broader b WHERE b.narrower_id = c.id ORDER BY 1) AS broader,
        ARRAY(SELECT second_id::text FROM concept_disjoint d WHERE d.first_id = c.id
              UNION ALL SELECT first_id::text FROM concept_disjoint d WHERE d.second_id = c.id ORDER BY 1) AS "disjointWith"
      FROM concept c ORDER BY c.id`);
    const properties = await tx.query<PropertyRow>(
      Prisma.sql`SELECT ${PROPERTY_SHAPE.select(null)} FROM property p ORDER BY p.id`,
    );
    return { schemes, concepts, properties };
  }

  findSchemesByIds(ids: readonly string[]): Promise<SchemeRow[]> {
    return this.database.query<SchemeRow>(Prisma.sql`
      SELECT ${SCHEME} FROM concept_scheme s WHERE s.id = ANY(${ids}::uuid[])`);
  }

  listSchemes(page: KeysetPage): Promise<SchemeRow[]> {
    const { where, orderBy, limit } = keyset(inListOrder(Prisma.sql`s.id`), page);
    return this.database.query<SchemeRow>(Prisma.sql`
      SELECT ${SCHEME} FROM concept_scheme s
      WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async countSchemes(): Promise<number> {
    return this.database.prisma.conceptScheme.count();
  }

  findConceptsByIds(ids: readonly string[]): Promise<ConceptRow[]> {
    return this.database.query<ConceptRow>(
      Prisma.sql`SELECT ${CONCEPT} FROM concept c WHERE c.id = ANY(${ids}::uuid[])`,
    );
  }

  findBroaderOf(ids: readonly string[]): Promise<(ConceptRow & { of: string })[]> {
    return this.database.query(Prisma.sql`SELECT r.narrower_id AS of, ${CONCEPT}
      FROM concept_broader r JOIN concept c ON c.id = r.broader_id WHERE r.narrower_id = ANY(${ids}::uuid[]) ORDER BY c.id`);
  }

  findNarrowerOf(ids: readonly string[]): Promise<(ConceptRow & { of: string })[]> {
    return this.database.query(Prisma.sql`SELECT r.broader_id AS of, ${CONCEPT}
      FROM concept_broader r JOIN concept c ON c.id = r.narrower_id WHERE r.broader_id = ANY(${ids}::uuid[]) ORDER BY c.id`);
  }

  findDisjointWith(ids: readonly string[]): Promise<(ConceptRow & { of: string })[]> {
    return this.database.query(Prisma.sql`
      SELECT r.of, ${CONCEPT} FROM (
        SELECT first_id AS of, second_id AS other FROM concept_disjoint WHERE first_id = ANY(${ids}::uuid[])
        UNION ALL SELECT second_id, first_id FROM concept_disjoint WHERE second_id = ANY(${ids}::uuid[])
      ) r JOIN concept c ON c.id = r.other ORDER BY c.id`);
  }

  /** Concepts whose preferred label or one of whose other labels contains the words, by id. */
  listConcepts(filter: ConceptFilter, page: KeysetPage): Promise<ConceptRow[]> {
    const { where, orderBy, limit } = keyset(inListOrder(Prisma.sql`c.id`), page);
    return this.database.query<ConceptRow>(Prisma.sql`
      SELECT ${CONCEPT} FROM concept c WHERE ${conceptCondition(filter)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async countConcepts(filter: ConceptFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM concept c WHERE ${conceptCondition(filter)}`,
    );
    return row?.count ?? 0;
  }

  findPropertiesByIds(ids: readonly string[]): Promise<PropertyRow[]> {
    return this.database.query<PropertyRow>(
      Prisma.sql`SELECT ${PROPERTY_SHAPE.select(null)} FROM property p WHERE p.id = ANY(${ids}::uuid[])`,
    );
  }

  listProperties(page: KeysetPage): Promise<PropertyRow[]> {
    const { where, orderBy, limit } = keyset(inListOrder(Prisma.sql`p.id`), page);
    return this.database.query<PropertyRow>(Prisma.sql`
      SELECT ${PROPERTY_SHAPE.select(null)} FROM property p WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async countProperties(): Promise<number> {
    return this.database.prisma.property.count();
  }

  async insertScheme(tx: Transaction, row: SchemeRow, createdAt: Date): Promise<void> {
    await tx.conceptScheme.create({ data: { ...row, createdAt } });
  }

  async insertConcept(
    tx: Transaction,
    { id, schemeId, prefLabel, altLabels, exactMatch, exclusiveGroup, narrowerComplete, version }: ConceptRow,
    createdAt: Date,
  ): Promise<void> {
    const names = { prefLabel, altLabels, exactMatch };
    const data = { id, schemeId, ...names, exclusiveGroup, narrowerComplete, version, createdAt };
    await tx.concept.create({ data });
  }

  async insertProperty(tx: Transaction, row: PropertyRow, createdAt: Date): Promise<void> {
    const { dimensions, ...property } = row;
    await tx.property.create({ data: { ...property, createdAt } });
    await tx.propertyDimension.createMany({ data: dimensions.map((each) => ({ ...each, propertyId: row.id })) });
  }
}

export interface ConceptFilter {
  schemeKey: string | null;
  words: string | null;
}

function conceptCondition(filter: ConceptFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.schemeKey !== null) {
    conditions.push(Prisma.sql`c.scheme_id = (SELECT id FROM concept_scheme WHERE key = ${filter.schemeKey})`);
  }
  if (filter.words !== null) {
    conditions.push(Prisma.sql`names(c.pref_label, c.alt_labels) ILIKE ${containing(filter.words)}`);
  }
  return Prisma.join(conditions, ' AND ');
}
