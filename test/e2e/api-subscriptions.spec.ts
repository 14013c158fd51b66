import { on, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { Changes } from '../../src/platform/events/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { change, read, type Json } from './support/api-client.js';
import { insertKey, publishOne, startApi } from './support/api-database.js';
import { propose } from './support/api-proposals.js';
import { World } from './support/api-world.js';
import { importLines, ndjson, sha256Of } from './support/bulk-client.js';
import { suggestTwo } from './support/api-suggestions.js';
import { countingStatements, Subscriber, until, type Events } from './support/subscriber.js';

const CLAIMS = 'subscription ($story: ID) { claimChanged(story: $story) { id statement version status } }';
const CONTRADICTIONS = `subscription ($story: ID) {
  contradictionChanged(story: $story) { id kind status version members { id } } }`;
const QUEUE = `subscription ($story: ID, $kinds: [ReviewKind!], $assignee: ID) {
  reviewQueueChanged(story: $story, kinds: $kinds, assignee: $assignee) {
    id item { kind lease { holder { ... on User { id } } } object { ... on Claim { version } } } } }`;
const PROGRESS = `subscription ($id: ID!) { importProgressed(id: $id) {
  finished import { id lines added failed finishedAt errors { totalCount } } } }`;

describe.each(testDatabases)('subscriptions on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let changes: Changes;
  const clients: Subscriber[] = [];

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    changes = app.get(Changes);
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await until(() => changes.followers === 0);
  });
  afterAll(() => app.close());

  const connect = (key?: string | null): Subscriber => {
    const client = new Subscriber(app, key);
    clients.push(client);
    return client;
  };
  /** Subscribes, and waits until changes are listened for. */
  const follow = async (
    query: string,
    variables: Record<string, unknown> = {},
    client = connect(),
  ): Promise<Events> => {
    const before = changes.followers;
    const events = client.subscribe(query, variables);
    await until(() => changes.followers > before);
    return events;
  };

  test('a claim is told when it is written, changed and retracted, of the story that was asked for or of all', async () => {
    const story = await world.another();
    const events = await follow(CLAIMS, { story: story.story });
    const all = await follow(CLAIMS);
    const elsewhere = await world.claim({ quantity: '3' });
    expect((await all.next()).data.claimChanged.id).toBe(elsewhere.claim.id);
    const { claim } = await story.claim({ quantity: '4' });
    expect(await events.next()).toEqual({
      data: { claimChanged: { id: claim.id, statement: claim.statement, version: 1, status: claim.status } },
    });
    await change(app, 'claimRetract', { id: claim.id, expectedVersion: 1, reason: 'It was misread.' });
    expect((await events.next()).data.claimChanged).toMatchObject({ id: claim.id, version: 2, status: 'RETRACTED' });
    expect((await all.next()).data.claimChanged.id).toBe(claim.id);
  });

  test('anybody may follow claims and contradictions, by a key in the request as well', async () => {
    await follow(CLAIMS, {}, connect(null));
    const key = await insertKey(app.database, { role: 'EDITOR' });
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { authorization: `Bearer ${key}` },
    });
    const messages = on(socket, 'message');
    await once(socket, 'open');
    const said = async (): Promise<Json> => JSON.parse(String((await messages.next()).value[0]));
    socket.send('{"type":"connection_init"}');
    expect(await said()).toEqual({ type: 'connection_ack' });
    socket.send('{"type":"ping"}');
    expect(await said()).toEqual({ type: 'pong' });
    const id = Buffer.alloc(17, 1).toString('base64url');
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: PROGRESS, variables: { id } } }));
    expect((await said()).payload.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    socket.close();
  });

  test('a contradiction is told when it is found, decided, and without ground', async () => {
    const story = await world.another();
    const events = await follow(CONTRADICTIONS, { story: story.story });
    const { claim: one } = await story.claim({ quantity: '10' });
    const { claim: other, contradictions } = await story.claim({ quantity: '20' });
    const { id } = contradictions[0];
    const found = (await events.next()).data.contradictionChanged;
    expect(found).toMatchObject({ id, kind: 'QUANTITY', status: 'OPEN', version: 1 });
    expect(found.members.map((member: Json) => member.id).sort()).toEqual([one.id, other.id].sort());
    await change(app, 'contradictionDismiss', { id, expectedVersion: 1, reason: 'They count different days.' });
    expect((await events.next()).data.contradictionChanged).toMatchObject({ id, status: 'DISMISSED', version: 2 });
    await change(app, 'contradictionReopen', { id, expectedVersion: 2, reason: 'They do not.' });
    expect((await events.next()).data.contradictionChanged).toMatchObject({ id, status: 'OPEN', version: 3 });
    await change(app, 'claimRetract', { id: one.id, expectedVersion: 1, reason: 'It was misread.' });
    expect((await events.next()).data.contradictionChanged).toMatchObject({ id, status: 'LAPSED' });
  });

  test('what is refused or rolled back is not told', async () => {
    const story = await world.another();
    const events = await follow(CLAIMS, { story: story.story });
    const input = { ...story.inputOf({ quantity: '5' }), citations: [story.citationOf({ quote: 'Nobody says so.' })] };
    const { body } = await app.graphql(
      'mutation ($input: ClaimCreateInput!) { claimCreate(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(body.data.claimCreate.userErrors).toHaveLength(1);
    const { claim } = await story.claim({ quantity: '6' });
    expect((await events.next()).data.claimChanged.id).toBe(claim.id);
  });

  /** The first of the changes of the queue that come for which something holds. */
  const inQueue = async (events: Events, holds: (told: Json) => boolean): Promise<Json> => {
    for (;;) {
      const told = (await events.next()).data.reviewQueueChanged;
      if (holds(told)) return told;
    }
  };

  test('an item of the review queue is told when it comes, is handed out and given back, changes and leaves', async () => {
    const story = await world.another();
    const events = await follow(QUEUE, { story: story.story });
    const { claim } = await story.claim({ quantity: '10' });
    await change(app, 'claimSubmit', { id: claim.id, expectedVersion: 1 });
    // Nothing is told of a claim that waits for nobody.
    expect((await events.next()).data.reviewQueueChanged).toEqual({
      id: claim.id,
      item: { kind: 'SUBMITTED_CLAIM', lease: null, object: { version: 2 } },
    });
    await story.cite(claim.id);
    await inQueue(events, ({ item }) => item.object.version === 3);
    const { contradictions } = await story.claim({ quantity: '20' });
    const { id } = contradictions[0];
    await inQueue(events, (told) => told.id === id && told.item.kind === 'CONTRADICTION');
    await change(app, 'reviewRenew', { id });
    const { viewer } = await read(app, '{ viewer { actor { ... on User { id } } } }');
    await inQueue(events, (told) => told.id === id && told.item.lease?.holder.id === viewer.actor.id);
    await change(app, 'reviewRelease', { id });
    await inQueue(events, (told) => told.id === id && told.item.lease === null);
    await change(app, 'contradictionDismiss', { ...(await story.at(id)), reason: 'They count different days.' });
    await inQueue(events, (told) => told.id === id && told.item === null);
    await change(app, 'claimWithdraw', await story.at(claim.id));
    await inQueue(events, (told) => told.id === claim.id && told.item === null);
    const [, suggestion] = await suggestTwo(story);
    await inQueue(events, (told) => told.id === suggestion && told.item.kind === 'SUGGESTION');
    await change(app, 'suggestionReject', { id: suggestion, reason: 'It is misread.' });
    await inQueue(events, (told) => told.id === suggestion && told.item === null);
    await publishOne(app.database, claim.id);
    const proposal = await propose(story, app, claim.id, 'Ten, by the list.');
    await inQueue(events, (told) => told.id === proposal.id && told.item.kind === 'PROPOSAL');
    await change(app, 'claimProposalWithdraw', { id: proposal.id });
    await inQueue(events, (told) => told.id === proposal.id && told.item === null);
    await change(app, 'sourceRetract', { id: story.source, reason: 'Made up.' });
    await inQueue(events, ({ item }) => item?.kind === 'SOURCE_CHANGE');
  });

  test('of the review queue only that part is told which is followed', async () => {
    const story = await world.another();
    const { viewer } = await read(app, '{ viewer { actor { ... on User { id } } } }');
    const conflicts = await follow(QUEUE, { story: story.story, kinds: ['CONTRADICTION'] });
    const own = await follow(QUEUE, { assignee: viewer.actor.id });
    const { claim } = await story.claim({ quantity: '10' });
    await change(app, 'claimSubmit', { id: claim.id, expectedVersion: 1 });
    const { id } = (await story.claim({ quantity: '20' })).contradictions[0];
    expect((await conflicts.next()).data.reviewQueueChanged).toMatchObject({ id, item: { kind: 'CONTRADICTION' } });
    await change(app, 'contradictionAssign', { id, assignee: viewer.actor.id });
    await inQueue(own, (told) => told.id === id && told.item !== null);
    await change(app, 'contradictionAssign', { id, assignee: null });
    await inQueue(own, (told) => told.id === id && told.item === null);
    // Suggestions are nobody's to work on.
    const [suggestion] = await suggestTwo(story);
    await change(app, 'claimAssign', { id: claim.id, assignee: viewer.actor.id });
    await inQueue(own, (told) => {
      expect(told.id).not.toBe(suggestion);
      return told.id === claim.id && told.item !== null;
    });
  });

  test('many changes at once take as many SQL statements as one', async () => {
    const story = await world.another();
    const query = `subscription ($story: ID) { claimChanged(story: $story) {
      id subject { label } property { key } citations(first: 2) { nodes { source { title } } } contradictions { totalCount } } }`;
    const events = await follow(query, { story: story.story });
    const counted = countingStatements(app.database);
    await story.claim({ property: 'cause', concept: 'bird strike' });
    await events.next();
    const one = counted.sinceLast();
    const claims = Array.from({ length: 40 }, (_, i) => story.inputOf({ quantity: String(100 + i) }));
    const { body } = await app.graphql(
      'mutation ($input: ClaimImportInput!) { claimImport(input: $input) { userErrors { message } } }',
      { input: { claims } },
    );
    expect(body.data.claimImport.userErrors).toEqual([]);
    await events.take(40);
    expect({ one, many: counted.sinceLast() }).toEqual({ one: 2, many: one });
    counted.stop();
  });

  test('an import is followed from its first line to its last', async () => {
    const lines = [
      { type: 'story', slug: `followed-${kind}`, title: 'Followed' },
      ...Array.from({ length: 599 }, (_, i) => ({
        type: 'subject',
        story: `followed-${kind}`,
        kind: 'EVENT',
        label: `Event ${i}`,
      })),
      { type: 'subject', story: 'nowhere', kind: 'EVENT', label: 'Nothing' },
    ];
    const content = new TextEncoder().encode(ndjson(...lines));
    const part = (i: number): Uint8Array => content.subarray((i * content.length) / 3, ((i + 1) * content.length) / 3);
    let sending!: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => (sending = controller) });
    const done = importLines(app, stream, { sha256: sha256Of(content) });
    sending.enqueue(part(0));
    sending.enqueue(part(1));
    let id: string | undefined;
    for (let tried = 0; id === undefined && tried < 500; tried += 1) {
      await delay(20);
      const { bulkImports } = await read(app, '{ bulkImports(first: 1) { nodes { id lines finishedAt } } }');
      const [newest] = bulkImports.nodes;
      if (newest?.finishedAt === null && newest.lines > 0) id = newest.id;
    }
    const events = connect().subscribe(PROGRESS, { id });
    const seen = [(await events.next()).data.importProgressed];
    expect(seen[0]).toMatchObject({ finished: false, import: { id, failed: 0, finishedAt: null } });
    sending.enqueue(part(2));
    sending.close();
    for (let event = await events.next(); event !== null; event = await events.next()) {
      seen.push(event.data.importProgressed);
    }
    expect(seen.at(-1)).toMatchObject({
      finished: true,
      import: { id, lines: 601, added: 600, failed: 1, errors: { totalCount: 1 } },
    });
    expect(seen.slice(0, -1).every(({ finished }) => finished === false)).toBe(true);
    const counts = seen.map((progress) => progress.import.lines);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect((await done).body).toMatchObject({ lines: 601 });

    const afterwards = connect().subscribe(PROGRESS, { id });
    expect((await afterwards.next()).data.importProgressed).toMatchObject({ finished: true });
    expect(await afterwards.next()).toBeNull();
  });

  test.each<[string, string, Record<string, unknown>, 'READER' | 'CONTRIBUTOR' | null, string]>([
    ['progress without a key', PROGRESS, { id: 'x' }, null, 'UNAUTHENTICATED'],
    ['progress with a key of too low a role', PROGRESS, { id: 'x' }, 'READER', 'FORBIDDEN'],
    ['claims of no story', CLAIMS, { story: 'x' }, null, 'BAD_USER_INPUT'],
    ['the queue with a key of too low a role', QUEUE, {}, 'READER', 'FORBIDDEN'],
    ['the queue of no story', QUEUE, { story: 'x' }, 'CONTRIBUTOR', 'BAD_USER_INPUT'],
    ['the queue of nobody', QUEUE, { assignee: 'x' }, 'CONTRIBUTOR', 'BAD_USER_INPUT'],
    ['contradictions of no story', CONTRADICTIONS, { story: 'x' }, 'READER', 'BAD_USER_INPUT'],
  ])('%s are refused', async (_name, query, variables, role, code) => {
    const key = role && (await insertKey(app.database, { role }));
    const events = connect(key).subscribe(query, variables);
    expect((await events.next()).errors).toMatchObject([{ extensions: { code } }]);
    expect(await events.next()).toBeNull();
  });

  test('an import that there is not, and a story that is gone, are refused', async () => {
    const events = connect().subscribe(PROGRESS, { id: Buffer.alloc(17, 1).toString('base64url') });
    expect((await events.next()).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a key that is not good closes the connection; one that is revoked cannot subscribe any more', async () => {
    const stranger = connect('gainsay_unknown');
    const refused = stranger.subscribe(CLAIMS);
    expect(await stranger.closed).toMatchObject({ code: 4401, reason: 'This API key is unknown, expired or revoked.' });
    await expect(refused.next()).rejects.toMatchObject({ code: 4401 });

    const key = await insertKey(app.database, { role: 'EDITOR' });
    const client = connect(key);
    await follow(CLAIMS, {}, client);
    await app.database.prisma.apiKey.updateMany({ where: { role: 'EDITOR' }, data: { revokedAt: new Date() } });
    await expect(client.subscribe(CLAIMS).next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('a subscriber is looked at again after a minute: a key that was revoked meanwhile is sent nothing more', async () => {
    const key = await insertKey(app.database, { role: 'CONTRIBUTOR' });
    const revoked = await follow(CLAIMS, {}, connect(key));
    const good = await follow(CLAIMS);
    await app.database.prisma.apiKey.updateMany({ where: { role: 'CONTRIBUTOR' }, data: { revokedAt: new Date() } });
    const { now } = Date;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now() + 61_000);
    const { claim } = await world.claim({ quantity: '77' });
    await expect(revoked.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await good.next()).data.claimChanged.id).toBe(claim.id);
    clock.mockRestore();
  });

  test('leaving frees what was held, at once and without another event', async () => {
    const client = connect();
    const several = [await follow(CLAIMS, {}, client), await follow(CONTRADICTIONS, {}, client)];
    await several[0]!.return();
    await until(() => changes.followers === 1);
    await client.close();
    await until(() => changes.followers === 0);
  });
});
