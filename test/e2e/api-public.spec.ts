import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { encodeId, type NodeType } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { Changes } from '../../src/platform/events/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, publishEverything, startApi } from './support/api-database.js';
import { TestMatrix } from './support/api-matrix.js';
import { propose } from './support/api-proposals.js';
import { World } from './support/api-world.js';
import { randomSelection, SELECTION_VARIABLES } from './support/random-selection.js';
import { exportLines } from './support/bulk-client.js';
import { Subscriber, until } from './support/subscriber.js';

const schema = buildSchema(await readFile('schema.graphql', 'utf8'));

/** Ways to what is read most: each with a random selection of what comes back, as often as said. */
const WAYS: readonly [field: string, type: string, times: number][] = [
  ['story(id: $story)', 'Story', 60],
  ['node(id: $subject) { ... on Subject', 'Subject', 30],
  ['node(id: $source) { ... on Source', 'Source', 30],
  ['agent(id: $agent)', 'Agent', 15],
  ['claim(id: $claim)', 'Claim', 40],
  ['question(id: $question)', 'Question', 40],
  ['contradiction(id: $contradiction)', 'Contradiction', 30],
];

const CLAIM = `{ totalCount nodes { id statement citations { totalCount nodes { id quote { exact } } } corroboration { citations independentOrigins }
  contradictions { totalCount nodes { id } } revisions { nodes { id changes { field } } } } }`;
const PAST = '(asOf: "2999-01-01T00:00:00Z")';
/** Fields that need arguments, and lists that a random selection seldom meets. */
const FIXED: readonly string[] = [
  `claims ${CLAIM}`,
  `claims(filter: { story: $story, property: "fatalities" }, orderBy: { field: UPDATED_AT, direction: DESC }) ${CLAIM}`,
  `claims(filter: { status: DRAFT }) ${CLAIM}`,
  `claims(filter: { story: $story, status: DRAFT }, last: 5) ${CLAIM}`,
  'contradictions { totalCount nodes { id status explanation members { id statement } revisions { nodes { id } } } }',
  'contradictions(filter: { story: $story, status: OPEN }) { totalCount nodes { id } }',
  'claims { nodes { id proposals { totalCount nodes { id } } } }',
  'claim(id: $claim) { version updatedAt proposals { totalCount nodes { id stale rivals { id } author { name } } } revisions { totalCount } reviewActs { act } }',
  'reviewRequests { totalCount nodes { id } }',
  'search(query: "carried fatalities tower", story: $story) { totalCount nodes { __typename ... on Claim { id } ... on Source { id } ... on Subject { id } } }',
  'search(query: "SECRET") { totalCount nodes { __typename } }',
  'stories { totalCount nodes { id claims { totalCount } contradictions { totalCount } questions { totalCount } sources { nodes { citations { totalCount } } } } }',
  'story(id: $story) { disputed: questions(disputed: true) { totalCount nodes { id disputed } } calm: questions(disputed: false) { totalCount nodes { id } } }',
  `story(id: $story) { questions${PAST} { totalCount nodes { id positions${PAST} { claim { id } } } } contradictionsAsOf${PAST} { totalCount nodes { explanation } } }`,
  'story(id: $story) { questions { nodes { id condensation { __typename } derivedPositions { explanation } voices: stances { totalCount nodes { __typename } } competingHypotheses { agreement evidence { totalCount } hypotheses { totalCount } } } } }',
  'agent(id: $agent) { stances(story: $story) { totalCount nodes { citation { id } previous { id } } } }',
];

/** The variables of the documents, those of random selections among them. */
const VARIABLES = [
  ...['story', 'subject', 'source', 'agent', 'claim', 'question', 'contradiction'].map((name) => `$${name}: ID!`),
  ...SELECTION_VARIABLES.split(', '),
];

function documentOf(body: string): string {
  const used = VARIABLES.filter((variable) => new RegExp(`\\${variable.split(':')[0]}\\b`).test(body));
  return `query ${used.length > 0 ? `(${used.join(', ')})` : ''} { ${body} }`;
}

describe.each(testDatabases)('what the public sees on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let reader: string;
  let ids: Record<string, string>;
  let documents: string[];
  let hidden: string[];
  let exported: string;
  const before = new Map<string, Json>();

  const ask = async (document: string, key: string | null = null): Promise<Json> =>
    (await app.graphql(document, ids, { key })).body;
  const everyId = async (): Promise<string[]> => {
    const tables: [NodeType, string][] = [
      ['Claim', 'claim'],
      ['Citation', 'citation'],
      ['Contradiction', 'contradiction'],
      ['Question', 'question'],
      ['Revision', 'revision'],
      ['ReviewRequest', 'review_request'],
      ['Partition', 'question_partition'],
      ['ClaimProposal', 'claim_proposal'],
    ];
    const found = await Promise.all(
      tables.map(async ([type, table]) => {
        const query = Prisma.sql`SELECT story_id AS "storyId", id FROM ${Prisma.raw(table)} ORDER BY id`;
        return (await app.database.query<{ storyId: string; id: string }>(query)).map((row) => encodeId(type, row));
      }),
    );
    return found.flat();
  };

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    reader = await insertKey(app.database, { role: 'READER' });
    const ministry = await world.agent('The ministry');
    const source = await world.addSource({
      title: 'The tower’s report',
      publisher: await world.agent('The tower'),
      publishedAt: '2024-12-25T10:00:00Z',
    });
    const first = await world.claim({ quantity: '38', source, claimant: ministry });
    const { contradictions } = await world.claim({ quantity: '29', source });
    await world.claim({ property: 'aboard', quantity: '67', source });
    const rescue = await world.addSubject('The rescue');
    const matrix = await TestMatrix.of(world, ['bird strike', 'missile']);
    await matrix.addEvidence('holes in the tail');
    await publishEverything(app.database);
    ids = {
      story: world.story,
      subject: world.subject,
      source,
      agent: ministry,
      claim: first.claim.id,
      question: first.claim.question.id,
      contradiction: contradictions[0].id,
    };
    const tapes = fc.sample(fc.array(fc.nat(1000), { minLength: 20, maxLength: 60 }), { seed: 20241225, numRuns: 60 });
    const random = WAYS.flatMap(([field, type, times]) =>
      tapes.slice(0, times).map((tape) => {
        const open = field.includes('{') ? ' } }' : ' }';
        return `${field} { ${randomSelection(schema, type, tape)}${open}`;
      }),
    );
    documents = [...FIXED, ...random].map(documentOf);
    for (const document of documents) before.set(document, await ask(document));
    exported = (await exportLines(app, undefined, reader)).text;
    const public_ = new Set(await everyId());

    const draft = await world.claim({ quantity: '45', source, claimant: ministry, statement: 'SECRET fatalities' });
    await world.cite(draft.claim.id, { source, claimant: ministry });
    await world.claim({ property: 'aboard', quantity: '12', source, statement: 'SECRET: 12 carried' });
    const unasked = await world.claim({ subject: rescue, quantity: '7', source, claimant: ministry });
    await world.update(unasked.claim.id, { quantity: '8', statement: 'SECRET tower' });
    await world.resolve(draft.contradictions[0].id, { outcome: 'BOTH_STAND' });
    const motive = await world.claim({ property: 'motive', text: 'SECRET evidence', source });
    await change(app, 'evidenceAdd', { input: { question: matrix.question, claim: motive.claim.id } });
    const cause = await world.claim({
      property: 'cause',
      concept: 'missile',
      polarity: 'DENIED',
      source,
      claimant: ministry,
    });
    await world.retract(cause.claim.id);
    const all = { question: unasked.claim.question.id, dimension: 'role', note: 'Nobody else.' };
    await change(app, 'partitionDeclare', {
      input: { ...all, concepts: ['crew', 'passengers'].map((label) => world.concept(label)) },
    });
    await propose(world, world.endpoint, first.claim.id, 'SECRET words for 38');
    const { id: refused } = await propose(world, world.endpoint, first.claim.id, 'SECRET and refused');
    await change(app, 'claimProposalReject', { id: refused, reason: 'SECRET reason' });
    await change(app, 'citationAdd', { input: { claim: first.claim.id, citation: world.citationOf({ source }) } });
    hidden = (await everyId()).filter((id) => !public_.has(id));
  });
  afterAll(() => app.close());

  test('the answers asked for hold something, and most are answered', () => {
    const answers = documents.map((document) => before.get(document));
    expect(answers.slice(0, FIXED.length).filter(({ errors }) => errors)).toEqual([]);
    expect(answers.filter(({ errors }) => !errors).length).toBeGreaterThan(answers.length / 2);
    const [claims, , , , contradictions] = answers.map(({ data }) => data);
    expect(claims.claims.totalCount).toBeGreaterThan(4);
    expect(claims.claims.nodes[0].revisions.nodes).not.toEqual([]);
    expect(contradictions.contradictions.totalCount).toBeGreaterThan(0);
    expect(hidden.length).toBeGreaterThan(15);
  });

  test.each(['nobody', 'a reader'])('no answer to %s tells of a draft, whatever is asked', async (who) => {
    const key = who === 'nobody' ? null : reader;
    for (const document of documents)
      expect([document, await ask(document, key)]).toEqual([document, before.get(document)]);
  });

  test('an export for a reader has what is published alone', async () => {
    expect(exported).toContain('"38"');
    expect((await exportLines(app, undefined, reader)).text).toBe(exported);
    expect((await exportLines(app)).text).toContain('SECRET');
  });

  test('who contributes sees them', async () => {
    const key = await insertKey(app.database, { role: 'CONTRIBUTOR' });
    let same = 0;
    for (const document of documents.slice(0, FIXED.length)) {
      if (JSON.stringify(await ask(document, key)) === JSON.stringify(before.get(document))) same += 1;
    }
    expect(same).toBeLessThan(FIXED.length / 3);
  });

  test('no id of a draft, nor of what hangs on it, finds anything', async () => {
    const query = `query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id }
      claim(id: $id) { id } question(id: $id) { id } contradiction(id: $id) { id } }`;
    for (const id of hidden) {
      const found = await read(app, query, { id, ids: [id] }, { key: null });
      expect({ id, found }).toEqual({
        id,
        found: { node: null, nodes: [null], claim: null, question: null, contradiction: null },
      });
      expect((await read(app, 'query ($id: ID!) { node(id: $id) { id } }', { id })).node).toEqual({ id });
    }
  });

  test('what is to be looked at again is told of published claims alone', async () => {
    await change(app, 'sourceCorrect', { id: ids.source, reason: 'It says so itself.' });
    const requests = await app.database.query<{ storyId: string; id: string; status: string }>(Prisma.sql`
      SELECT r.story_id AS "storyId", r.id, c.status::text FROM review_request r
      JOIN claim c ON c.story_id = r.story_id AND c.id = r.claim_id`);
    expect(new Set(requests.map(({ status }) => status === 'PUBLISHED')).size).toBe(2);
    for (const { status, ...row } of requests) {
      const id = encodeId('ReviewRequest', row);
      const { node } = await read(app, 'query ($id: ID!) { node(id: $id) { id } }', { id }, { key: null });
      expect([status, node !== null]).toEqual([status, status === 'PUBLISHED']);
    }
    const { reviewRequests } = await read(app, '{ reviewRequests { totalCount } }', {}, { key: null });
    expect(reviewRequests.totalCount).toBe(requests.filter(({ status }) => status === 'PUBLISHED').length);
  });

  test('subscribers hear of a claim once it is published, and of a contradiction once all its claims are', async () => {
    const story = await world.another('A followed story');
    const { followers } = app.get(Changes);
    const client = new Subscriber(app, null);
    const claims = client.subscribe(`subscription ($story: ID) { claimChanged(story: $story) { id status } }`, {
      story: story.story,
    });
    const found = client.subscribe(
      'subscription ($story: ID) { contradictionChanged(story: $story) { id members { id status } } }',
      { story: story.story },
    );
    await until(() => app.get(Changes).followers === followers + 2);
    const { claim } = await story.claim({ quantity: '1' });
    const second = await story.claim({ quantity: '2' });
    await publishEverything(app.database);
    const heard = new Set<string>();
    while (!heard.has(claim.id) || !heard.has(second.claim.id)) {
      const { claimChanged } = (await claims.next()).data;
      expect(claimChanged.status).toBe('PUBLISHED');
      heard.add(claimChanged.id);
    }
    expect((await found.next()).data.contradictionChanged.members).toHaveLength(2);
    await client.close();
  });
});
