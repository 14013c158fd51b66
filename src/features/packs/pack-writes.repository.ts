import { Injectable } from '@nestjs/common';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import { isSameRow, type PackPlan, type Planned, type Term, type TermKind, type TermRows } from './pack-plan.js';
import type { PackRow } from './packs.repository.js';

/**
 * Writes a plan, in a transaction that has taken the vocabulary for change. Each kind of row is one statement, however
 * many there are; rows travel as JSON.
 */
@Injectable()
export class PackWritesRepository {
  async savePack(tx: Transaction, pack: PackRow): Promise<void> {
    const { recognition, ...rest } = pack;
    const data = { ...rest, recognition: recognition as Prisma.InputJsonObject };
    await tx.vocabularyPack.upsert({ where: { id: pack.id }, create: data, update: data });
  }

  async apply(tx: Transaction, packId: string, plan: PackPlan, now: Date): Promise<void> {
    const { planned, dropped } = plan;
    await tx.query(Prisma.sql`DELETE FROM pack_term WHERE pack_id = ${packId}::uuid`);
    // What ties properties goes first and comes last, so that it never names what is not there.
    const ties = [...idsOf(dropped.IDENTITY), ...changedOf(planned.IDENTITY).map(({ after }) => after.id)];
    await tx.query(Prisma.sql`DELETE FROM identity_part WHERE identity_id = ANY(${ties}::uuid[])`);
    await tx.query(Prisma.sql`DELETE FROM identity WHERE id = ANY(${idsOf(dropped.IDENTITY)}::uuid[])`);
    const orders = [...idsOf(dropped.ORDER), ...changedOf(planned.ORDER).map(({ after }) => after.id)];
    await tx.query(Prisma.sql`DELETE FROM property_order WHERE id = ANY(${orders}::uuid[])`);
    await this.saveSchemes(tx, changedOf(planned.SCHEME), now);
    await this.saveConcepts(tx, changedOf(planned.CONCEPT), idsOf(dropped.CONCEPT), now);
    await this.saveProperties(tx, changedOf(planned.PROPERTY), idsOf(dropped.PROPERTY), now);
    await tx.query(Prisma.sql`DELETE FROM concept_scheme WHERE id = ANY(${idsOf(dropped.SCHEME)}::uuid[])`);
    await this.saveTies(tx, planned, now);
    await this.saveTerms(tx, packId, plan.terms);
  }

  private async saveSchemes(tx: Transaction, entries: readonly Planned<TermRows['SCHEME']>[], now: Date) {
    await tx.query(Prisma.sql`
      INSERT INTO concept_scheme (id, key, label, siblings_exclusive, top_concepts_complete, open, created_at)
      SELECT id, key, label, "siblingsExclusive", "topConceptsComplete", open, ${now}::timestamptz
      FROM json_to_recordset(${rowsOf(entries)}::json) AS r (id uuid, key text, label text, "siblingsExclusive" boolean,
        "topConceptsComplete" boolean, open boolean)
      ON CONFLICT (id) DO UPDATE SET label = excluded.label, siblings_exclusive = excluded.siblings_exclusive,
        top_concepts_complete = excluded.top_concepts_complete, open = excluded.open,
        version = concept_scheme.version + 1`);
  }

  private async saveConcepts(
    tx: Transaction,
    entries: readonly Planned<TermRows['CONCEPT']>[],
    gone: readonly string[],
    now: Date,
  ) {
    const touched = [...gone, ...entries.map(({ after }) => after.id)];
    await tx.query(Prisma.sql`DELETE FROM concept_broader WHERE narrower_id = ANY(${touched}::uuid[])`);
    await tx.query(Prisma.sql`
      DELETE FROM concept_disjoint WHERE first_id = ANY(${touched}::uuid[]) OR second_id = ANY(${touched}::uuid[])`);
    await tx.query(Prisma.sql`DELETE FROM concept WHERE id = ANY(${gone}::uuid[])`);
    // Concepts may have come to bear each other's labels, which are unique at every moment.
    const renamed = entries.filter(({ before, after }) => before && before.prefLabel !== after.prefLabel);
    await tx.query(Prisma.sql`
      UPDATE concept SET pref_label = id::text WHERE id = ANY(${renamed.map(({ after }) => after.id)}::uuid[])`);
    await tx.query(Prisma.sql`
      INSERT INTO concept (id, scheme_id, pref_label, alt_labels, exact_match, exclusive_group, narrower_complete,
        created_at)
      SELECT id, "schemeId", "prefLabel", "altLabels", "exactMatch", "exclusiveGroup", "narrowerComplete", ${now}::timestamptz
      FROM json_to_recordset(${rowsOf(entries)}::json) AS r (id uuid, "schemeId" uuid, "prefLabel" text,
        "altLabels" text[], "exactMatch" text[], "exclusiveGroup" text, "narrowerComplete" boolean)
      ON CONFLICT (id) DO UPDATE SET pref_label = excluded.pref_label, alt_labels = excluded.alt_labels,
        exact_match = excluded.exact_match, exclusive_group = excluded.exclusive_group,
        narrower_complete = excluded.narrower_complete, version = concept.version + 1`);
    const broader = entries.flatMap(({ after }) =>
      after.broader.map((each) => ({ narrower: after.id, broader: each })),
    );
    await tx.query(Prisma.sql`
      INSERT INTO concept_broader (narrower_id, broader_id)
      SELECT narrower, broader FROM json_to_recordset(${JSON.stringify(broader)}::json) AS r (narrower uuid, broader uuid)`);
    const disjoint = entries.flatMap(({ after: { id, disjointWith } }) =>
      disjointWith.map((other) => (other < id ? { first: other, second: id } : { first: id, second: other })),
    );
    await tx.query(Prisma.sql`
      INSERT INTO concept_disjoint (first_id, second_id)
      SELECT DISTINCT first, second FROM json_to_recordset(${JSON.stringify(disjoint)}::json) AS r (first uuid, second uuid)`);
  }

  private async saveProperties(
    tx: Transaction,
    entries: readonly Planned<TermRows['PROPERTY']>[],
    gone: readonly string[],
    now: Date,
  ) {
    const touched = [...gone, ...entries.map(({ after }) => after.id)];
    await tx.query(Prisma.sql`DELETE FROM property_dimension WHERE property_id = ANY(${touched}::uuid[])`);
    await tx.query(Prisma.sql`DELETE FROM property WHERE id = ANY(${gone}::uuid[])`);
    await tx.query(Prisma.sql`
      INSERT INTO property (id, key, label, datatype, unit, single_valued, additive, accrual, scheme_id, phrase,
        recognition, created_at)
      SELECT id, key, label, datatype, unit, "singleValued", additive, accrual, "schemeId", phrase,
        recognition, ${now}::timestamptz
      FROM json_to_recordset(${rowsOf(entries)}::json) AS r (id uuid, key text, label text, datatype datatype, unit text,
        "singleValued" boolean, additive boolean, accrual accrual, "schemeId" uuid, phrase text, recognition jsonb)
      ON CONFLICT (id) DO UPDATE SET label = excluded.label, datatype = excluded.datatype, unit = excluded.unit,
        single_valued = excluded.single_valued, additive = excluded.additive, accrual = excluded.accrual,
        scheme_id = excluded.scheme_id, phrase = excluded.phrase, recognition = excluded.recognition,
        version = property.version + 1`);
    const dimensions = entries.flatMap(({ after }) =>
      after.dimensions.map((each) => ({ ...each, property: after.id })),
    );
    await tx.query(Prisma.sql`
      INSERT INTO property_dimension (property_id, dimension, scheme_id)
      SELECT property, dimension, "schemeId"
      FROM json_to_recordset(${JSON.stringify(dimensions)}::json) AS r (property uuid, dimension text, "schemeId" uuid)`);
  }

  private async saveTies(tx: Transaction, planned: PackPlan['planned'], now: Date) {
    const identities = changedOf(planned.IDENTITY);
    await tx.query(Prisma.sql`
      INSERT INTO identity (id, key, label, whole_id, created_at)
      SELECT id, key, label, "wholeId", ${now}::timestamptz
      FROM json_to_recordset(${rowsOf(identities)}::json) AS r (id uuid, key text, label text, "wholeId" uuid)
      ON CONFLICT (id) DO UPDATE SET label = excluded.label, whole_id = excluded.whole_id,
        version = identity.version + 1`);
    const parts = identities.flatMap(({ after: { id, partIds } }) =>
      partIds.map((property, position) => ({ id, property, position })),
    );
    await tx.query(Prisma.sql`
      INSERT INTO identity_part (identity_id, property_id, position)
      SELECT id, property, position
      FROM json_to_recordset(${JSON.stringify(parts)}::json) AS r (id uuid, property uuid, position integer)`);
    await tx.query(Prisma.sql`
      INSERT INTO property_order (id, key, earlier_id, later_id, created_at)
      SELECT id, key, "earlierId", "laterId", ${now}::timestamptz
      FROM json_to_recordset(${rowsOf(changedOf(planned.ORDER))}::json)
        AS r (id uuid, key text, "earlierId" uuid, "laterId" uuid)`);
  }

  private async saveTerms(tx: Transaction, packId: string, terms: readonly Term[]) {
    const rows = terms.map(({ kind, key, id }) => ({ kind, key, [COLUMN[kind]]: id }));
    await tx.query(Prisma.sql`
      INSERT INTO pack_term (pack_id, kind, key, scheme_id, concept_id, property_id, identity_id, order_id)
      SELECT ${packId}::uuid, kind, key, scheme, concept, property, identity, "order"
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS r (kind text, key text, scheme uuid, concept uuid, property uuid, identity uuid, "order" uuid)`);
  }
}

const COLUMN: Readonly<Record<TermKind, string>> = {
  SCHEME: 'scheme',
  CONCEPT: 'concept',
  PROPERTY: 'property',
  IDENTITY: 'identity',
  ORDER: 'order',
};

function changedOf<Row>(entries: readonly Planned<Row>[]): Planned<Row>[] {
  return entries.filter(({ before, after }) => !isSameRow(before, after));
}

function rowsOf(entries: readonly Planned<unknown>[]): string {
  return JSON.stringify(entries.map(({ after }) => after));
}

function idsOf(dropped: readonly { readonly before: { readonly id: string } }[]): string[] {
  return dropped.map(({ before }) => before.id);
}
