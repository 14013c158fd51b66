import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Prisma } from '../../src/platform/database/index.js';
import { read, type Json } from '../e2e/support/api-client.js';
import { fingerprint, startApi } from '../e2e/support/api-database.js';
import { createTies } from '../e2e/support/api-ties.js';
import { LOG, World, type ClaimWords } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';

const IMPORT = `mutation ($input: ClaimImportInput!) { claimImport(input: $input) {
  claimImport { claims { id alreadyExisted } raised } userErrors { code field message } } }`;

async function attemptImport(world: World, claims: readonly object[]): Promise<Json> {
  return (await read(world.endpoint, IMPORT, { input: { claims } })).claimImport;
}

async function importClaims(world: World, words: readonly ClaimWords[]): Promise<Json> {
  const payload = await attemptImport(
    world,
    words.map((each) => world.inputOf(each)),
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.claimImport;
}

/** All that a story has, without ids and how many versions it took: claims with what they carry of their citations, contradictions, questions. */
async function told(app: TestApp, world: World): Promise<Json> {
  const query = 'query ($id: ID!) { story(id: $id) { slug } }';
  const { slug } = (await read(app, query, { id: world.story })).story;
  const inStory = Prisma.sql`story_id = (SELECT id FROM story WHERE slug = ${slug})`;
  const claims = await app.database.query(Prisma.sql`
    SELECT c.statement, c.polarity::text, c.value_kind::text, c.quantity_lower::text, c.quantity_upper::text, c.identity IS NULL AS lost,
      c.status::text, c.rank::text, c.hedged, c.first_said_from, c.first_said_to, c.citation_count AS "citations",
      (SELECT i.quote_exact || ' ' || i.certainty || ' ' || coalesce(i.said_on, '') FROM citation i
        WHERE i.story_id = c.story_id AND i.id = c.lead_citation_id) AS lead,
      ARRAY(SELECT i.quote_exact || i.quote_prefix || i.quote_suffix || i.quote_start || i.certainty || coalesce(i.said_on, '')
        FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id ORDER BY 1) AS quotes,
      ARRAY(SELECT t.dimension || t.concept_id FROM claim_scope t WHERE t.story_id = c.story_id AND t.claim_id = c.id ORDER BY 1) AS scope,
      (SELECT r.changes::text FROM revision r WHERE r.story_id = c.story_id AND r.claim_id = c.id AND r.version = 1) AS first_revision,
      c.version = (SELECT count(*) FROM revision r WHERE r.story_id = c.story_id AND r.claim_id = c.id) AS each_version_told
    FROM claim c WHERE c.${inStory} ORDER BY c.statement`);
  const contradictions = await app.database.query(Prisma.sql`
    SELECT kind::text, strength::text, rule, status::text, version,
      ARRAY(SELECT c.statement FROM contradiction_member m JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
        WHERE m.story_id = x.story_id AND m.contradiction_id = x.id ORDER BY 1) AS members
    FROM contradiction x WHERE x.${inStory} AND status <> 'LAPSED' ORDER BY members, rule`);
  const questions = await app.database.query(Prisma.sql`
    SELECT p.key, q.disputed, q.search_exhausted FROM question q JOIN property p ON p.id = q.property_id
    WHERE q.${inStory} ORDER BY 1`);
  return { claims, contradictions: contradictions.map((row) => ({ ...(row as object), version: 0 })), questions };
}

const SENTENCES = LOG.split('. ').slice(0, 60);
const said = {
  quote: fc.nat({ max: SENTENCES.length - 1 }),
  certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
  saidOn: fc.constantFrom('2024-12-25', '2024-12-26', '2025-01-10'),
  polarity: fc.constantFrom('AFFIRMED' as const, 'AFFIRMED' as const, 'DENIED' as const),
};
const amounts = { quantity: fc.constantFrom('23', '29', '38', '40', '67') };
const claims = fc.uniqueArray(
  fc
    .oneof(
      fc.record({
        ...said,
        ...amounts,
        property: fc.constantFrom('fatalities', 'aboard', 'survivors', 'altitude'),
      }),
      fc.record({
        ...said,
        ...amounts,
        property: fc.constant('fatalities'),
        scope: fc.constantFrom({ role: 'crew' }, { nationality: 'Russian' }, { nationality: 'Azerbaijani' }),
      }),
      fc.record({ ...said, property: fc.constant('cause'), concept: fc.constantFrom('bird strike', 'missile') }),
    )
    .map(({ quote, ...words }) => ({ ...words, quote: `${SENTENCES[quote]}.` })),
  // One place for one quote, so that the lead citation of a claim is the same in every order.
  { minLength: 2, maxLength: 24, selector: ({ quote }) => quote },
) as fc.Arbitrary<ClaimWords[]>;

describe.each(testDatabases)('an import on %s', (kind) => {
  let app: TestApp;
  let first: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    await createTies(app);
  });
  afterAll(() => app.close());

  test('leaves what writing one by one leaves, in any order and in any batches', async () => {
    const batched = claims.chain((list) =>
      fc.record({
        list: fc.constant(list),
        shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
        cut: fc.nat({ max: list.length }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(batched, async ({ list, shuffled, cut }) => {
        const [one, many, parts] = [await first.another(), await first.another(), await first.another()];
        for (const words of list) await one.claim(words);
        await importClaims(many, shuffled);
        const batches = [shuffled.slice(cut), shuffled.slice(0, cut)].filter(({ length }) => length > 0);
        for (const batch of batches) await importClaims(parts, batch);
        const expected = await told(app, one);
        expect(await told(app, many)).toEqual(expected);
        expect(await told(app, parts)).toEqual(expected);
      }),
      { numRuns: 8, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  });

  test('makes one claim of those that say the same, and says which were there', async () => {
    const world = await first.another();
    const { claim } = await world.claim({ quantity: '38' });
    const answer = await importClaims(world, [
      { quantity: '40' },
      { quantity: '38' },
      { quantity: { amount: '40' } },
      { quantity: '40', scope: { role: 'crew' } },
    ]);
    const [fresh, known, again, narrowed] = answer.claims;
    expect([fresh.alreadyExisted, known.alreadyExisted, again.alreadyExisted, narrowed.alreadyExisted]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect([known.id, again.id]).toEqual([claim.id, fresh.id]);
    expect(answer.raised).toBe((await world.contradictions('OPEN')).length);
    const { claims: rows } = await told(app, world);
    expect(rows.map(({ citations }: Json) => citations).sort()).toEqual([1, 2, 2]);
  });

  test('records every claim, with the request and who asked', async () => {
    const world = await first.another();
    const { claims: written } = await importClaims(world, [{ quantity: '38' }, { quantity: '40' }]);
    const events = await app.database.query<Json>(Prisma.sql`
      SELECT e.action, a.name, e.object_type AS type, e.after->>'statement' AS statement, count(*) OVER () AS count
      FROM audit_event e JOIN account a ON a.id = e.actor_id WHERE e.action = 'claimImport' ORDER BY e.id DESC LIMIT 2`);
    expect(written).toHaveLength(2);
    expect(events.map(({ name, type, statement }) => [name, type, statement])).toEqual([
      ['Administrator', 'Claim', 'The crash: 40 killed'],
      ['Administrator', 'Claim', 'The crash: 38 killed'],
    ]);
  });

  test('marks decisions on claims that it cites anew', async () => {
    const world = await first.another();
    await world.claim({ quantity: '38' });
    const { contradictions } = await world.claim({ quantity: '40' });
    await world.decide('contradictionDismiss', contradictions[0].id);
    await importClaims(world, [{ quantity: '40' }]);
    const [decided] = await world.contradictions('DISMISSED');
    expect(decided.newEvidenceSince).not.toBeNull();
  });

  test('names all that cannot stand by its place, and writes nothing', async () => {
    const world = await first.another();
    const other = await first.another();
    const good = world.inputOf({ quantity: '38' });
    const claim = (change: object): object => ({ ...good, ...change });
    const before = await fingerprint(app.database);
    const { claimImport, userErrors } = await attemptImport(world, [
      good,
      claim({ property: 'nothing' }),
      claim({ value: { boolean: true } }),
      claim({ subject: other.subject }),
      claim({ citations: [good.citations[0], { ...good.citations[0], quote: { exact: 'Nobody said so.' } }] }),
      claim({ citations: [{ ...good.citations[0], source: other.source }] }),
    ]);
    expect(claimImport).toBeNull();
    expect(userErrors.map(({ code, field }: Json) => `${code} ${field.join('.')}`).sort()).toEqual([
      'NOT_FOUND input.claims.1.property',
      'QUOTE_NOT_FOUND input.claims.4.citations.1.quote.exact',
      'WRONG_DATATYPE input.claims.2.value.boolean',
      'WRONG_STORY input.claims.3.subject',
      'WRONG_STORY input.claims.5.citations.0.source',
    ]);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('refuses an empty list and one that is too long', async () => {
    const world = await first.another();
    expect((await attemptImport(world, [])).userErrors).toEqual([
      expect.objectContaining({ code: 'REQUIRED', field: ['input', 'claims'] }),
    ]);
    const input = world.inputOf({ quantity: '38' });
    expect(
      (
        await attemptImport(
          world,
          Array.from({ length: 1_001 }, () => input),
        )
      ).userErrors,
    ).toEqual([expect.objectContaining({ code: 'TOO_LONG', field: ['input', 'claims'] })]);
  });
});
