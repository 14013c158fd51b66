import { Prisma, type Database, type Transaction } from '../../src/platform/database/index.js';

/**
 * Copies the only subject of a database, with all that is claimed of it and stored about it, so many times: what takes
 * long over the API takes a moment so. Every id of a copy is made from the original's and the copy's number.
 */
export async function copySubject(database: Database, times: number): Promise<void> {
  const copy = (column: string): Prisma.Sql => Prisma.sql`md5(${Prisma.raw(column)}::text || n)::uuid`;
  const numbers = Prisma.sql`generate_series(1, ${times}::int) AS n`;
  await database.transaction(async (tx) => {
    await tx.query(Prisma.sql`
      INSERT INTO subject (story_id, id, kind, label, aliases, same_as, created_at)
      SELECT story_id, ${copy('id')}, kind, label || ' ' || n, aliases, same_as, created_at FROM subject, ${numbers}`);
    await tx.query(Prisma.sql`
      INSERT INTO question (story_id, id, subject_id, property_id, disputed, created_at)
      SELECT story_id, ${copy('id')}, ${copy('subject_id')}, property_id, disputed, created_at FROM question, ${numbers}`);
    const claim = await columnsOf(tx, 'claim', ['id', 'question_id', 'subject_id'], ['lead_citation_id', 'identity']);
    await tx.query(Prisma.sql`
      INSERT INTO claim (${claim.names}, identity)
      SELECT ${claim.copied}, encode(sha256(convert_to(identity || n, 'UTF8')), 'hex') FROM claim, ${numbers}`);
    await tx.query(Prisma.sql`
      INSERT INTO claim_scope (story_id, claim_id, dimension, concept_id)
      SELECT story_id, ${copy('claim_id')}, dimension, concept_id FROM claim_scope, ${numbers}`);
    const citation = await columnsOf(tx, 'citation', ['id', 'claim_id'], []);
    await tx.query(Prisma.sql`
      INSERT INTO citation (${citation.names}) SELECT ${citation.copied} FROM citation, ${numbers}`);
    await tx.query(Prisma.sql`
      UPDATE claim SET lead_citation_id = i.id FROM citation i WHERE i.claim_id = claim.id AND lead_citation_id IS NULL`);
    const contradiction = await columnsOf(tx, 'contradiction', ['id', 'question_id'], ['member_key']);
    await tx.query(Prisma.sql`
      INSERT INTO contradiction (${contradiction.names}, member_key)
      SELECT ${contradiction.copied}, (SELECT string_agg(md5(m.claim_id::text || n)::uuid::text, ' ' ORDER BY md5(m.claim_id::text || n)::uuid)
        FROM contradiction_member m WHERE m.contradiction_id = contradiction.id) FROM contradiction, ${numbers}`);
    await tx.query(Prisma.sql`
      INSERT INTO contradiction_member (story_id, contradiction_id, claim_id, upheld)
      SELECT story_id, ${copy('contradiction_id')}, ${copy('claim_id')}, upheld FROM contradiction_member, ${numbers}`);
  });
}

/** The columns of a table but those left out, as they are named and as a copy has them. */
async function columnsOf(
  tx: Transaction,
  table: string,
  ids: readonly string[],
  without: readonly string[],
): Promise<{ names: Prisma.Sql; copied: Prisma.Sql }> {
  const rows = await tx.query<{ name: string }>(Prisma.sql`
    SELECT column_name::text AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = ${table} AND NOT column_name = ANY(${without}::text[])`);
  const names = rows.map(({ name }) => name);
  const copied = names.map((name) => (ids.includes(name) ? `md5(${name}::text || n)::uuid` : name));
  return { names: Prisma.raw(names.join(', ')), copied: Prisma.raw(copied.join(', ')) };
}
