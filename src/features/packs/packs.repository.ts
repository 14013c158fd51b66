import { Injectable } from '@nestjs/common';
import type { PackRecognition, Recognition } from '../../domain/reading/index.js';
import {
  byId,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { Term } from './pack-plan.js';
import type { Usage } from './pack-rules.js';

export interface PackRow {
  id: string;
  key: string;
  label: string;
  description: string | null;
  recognition: PackRecognition;
  digest: string;
  createdAt: Date;
  importedAt: Date;
}

const PACK = Prisma.sql`v.id, v.key, v.label, v.description, v.recognition, v.digest, v.created_at AS "createdAt",
  v.imported_at AS "importedAt"`;

/** As they were first imported. */
export const LIST_ORDER = byId(Prisma.sql`v.id`, false);

/** What is known of imported packs, and what claims hold on to. */
@Injectable()
export class PacksRepository {
  constructor(private readonly database: Database) {}

  list(page: KeysetPage): Promise<PackRow[]> {
    const { where, orderBy, limit } = keyset(LIST_ORDER, page);
    return this.database.query<PackRow>(Prisma.sql`
      SELECT ${PACK} FROM vocabulary_pack v WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(): Promise<number> {
    return this.database.prisma.vocabularyPack.count();
  }

  findByIds(ids: readonly string[]): Promise<PackRow[]> {
    return this.database.query<PackRow>(
      Prisma.sql`SELECT ${PACK} FROM vocabulary_pack v WHERE v.id = ANY(${ids}::uuid[])`,
    );
  }

  async findByKey(reader: Reader, key: string): Promise<PackRow | null> {
    const [row] = await reader.query<PackRow>(Prisma.sql`SELECT ${PACK} FROM vocabulary_pack v WHERE v.key = ${key}`);
    return row ?? null;
  }

  /** Every pack with the ids of the properties and schemes that it declares. */
  findAllDeclaring(reader: Reader): Promise<(PackRow & { properties: string[]; schemes: string[] })[]> {
    return reader.query(Prisma.sql`
      SELECT ${PACK},
        ARRAY(SELECT t.property_id::text FROM pack_term t WHERE t.pack_id = v.id AND t.property_id IS NOT NULL ORDER BY t.key) AS properties,
        ARRAY(SELECT t.scheme_id::text FROM pack_term t WHERE t.pack_id = v.id AND t.scheme_id IS NOT NULL ORDER BY t.key) AS schemes
      FROM vocabulary_pack v ORDER BY v.id`);
  }

  findTerms(tx: Transaction, packId: string): Promise<Term[]> {
    return tx.query<Term>(Prisma.sql`
      SELECT kind, key, coalesce(scheme_id, concept_id, property_id, identity_id, order_id) AS id
      FROM pack_term WHERE pack_id = ${packId}::uuid ORDER BY kind, key`);
  }

  /** Ids of what packs other than this one declare. */
  async findDeclaredElsewhere(tx: Transaction, packId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(Prisma.sql`
      SELECT DISTINCT coalesce(scheme_id, concept_id, property_id, identity_id, order_id) AS id
      FROM pack_term WHERE pack_id <> ${packId}::uuid`);
    return new Set(rows.map(({ id }) => id));
  }

  async findOpenSchemes(reader: Reader): Promise<ReadonlySet<string>> {
    const rows = await reader.query<{ id: string }>(Prisma.sql`SELECT id FROM concept_scheme WHERE open`);
    return new Set(rows.map(({ id }) => id));
  }

  /** How properties are recognised, by their ids; those of which no pack says it are left out. */
  async findRecognition(reader: Reader): Promise<ReadonlyMap<string, Recognition>> {
    const rows = await reader.query<{ id: string; recognition: Recognition }>(
      Prisma.sql`SELECT id, recognition FROM property WHERE recognition IS NOT NULL`,
    );
    return new Map(rows.map(({ id, recognition }) => [id, recognition]));
  }

  /** What claims, and what editors say of their questions, hold on to, among these properties and concepts. */
  async findUsage(tx: Transaction, properties: readonly string[], concepts: readonly string[]): Promise<Usage> {
    const used = await tx.query<{ id: string }>(Prisma.sql`
      SELECT p.id FROM property p WHERE p.id = ANY(${properties}::uuid[])
        AND EXISTS (SELECT FROM question q WHERE q.property_id = p.id)`);
    const named = await tx.query<{ id: string }>(Prisma.sql`
      SELECT c.id FROM concept c WHERE c.id = ANY(${concepts}::uuid[])
        AND (EXISTS (SELECT FROM claim WHERE concept_id = c.id) OR EXISTS (SELECT FROM claim_scope WHERE concept_id = c.id)
          OR EXISTS (SELECT FROM question_partition_part WHERE concept_id = c.id))`);
    const narrowed = await tx.query<{ id: string; dimensions: string[] }>(Prisma.sql`
      SELECT d.property_id AS id, array_agg(d.dimension) AS dimensions FROM property_dimension d
      WHERE d.property_id = ANY(${properties}::uuid[]) AND (EXISTS (
          SELECT FROM claim c JOIN claim_scope t ON t.story_id = c.story_id AND t.claim_id = c.id
          WHERE c.property_id = d.property_id AND t.dimension = d.dimension)
        OR EXISTS (
          SELECT FROM question q JOIN question_partition t ON t.story_id = q.story_id AND t.question_id = q.id
          WHERE q.property_id = d.property_id AND t.dimension = d.dimension))
      GROUP BY d.property_id`);
    return {
      properties: new Set(used.map(({ id }) => id)),
      concepts: new Set(named.map(({ id }) => id)),
      dimensions: new Map(narrowed.map(({ id, dimensions }) => [id, dimensions])),
    };
  }
}
