import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { htmlPage } from '../support/documents.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { page, startWebServer, type WebServer } from '../support/web-server.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';

const PARAGRAPHS = [
  'The quay was shut at noon, the harbour master wrote, and it would stay so until the divers had come up again.',
  'The ferry had 38 dead on board, a clerk told reporters on the quay, and the ferry’s owner did not deny it later.',
  'Nobody had counted the cars, said the clerk, although the owner, the port and the insurers all had been asked to.',
  'On Sunday, the clerk added, the wreck would be towed to Vessby, where the yard was waiting for it with two cranes.',
];
const QUOTE = 'The ferry had 38 dead on board';
const REFRESHED = `source { id status statusReason snapshot { id text previous { id } changes { removed added } } snapshots { totalCount } }
  changes { removed added previousStart start }
  reviewRequests { id reason state sameSurroundings claim { id } citation { id } source { id } cause { id } }`;
const CITATION = 'anchor quote { exact start end } currentPosition { start end } snapshot { id }';

describe.each(oneDatabase)('sources that change on %s', (kind) => {
  let app: TestApp;
  let web: WebServer;
  let world: World;
  let at: string;
  let count = 0;
  beforeAll(async () => {
    web = await startWebServer();
    app = await startApi(kind, { GAINSAY_IMPORT_ALLOW: `127.0.0.1:${web.port}` });
    world = await World.create(app);
  });
  beforeEach(() => {
    count += 1;
    at = `/report-${count}`;
  });
  afterAll(async () => {
    await app.close();
    await web.close();
  });

  const show = (paragraphs: readonly string[]): void => void web.pages.set(at, page(htmlPage(paragraphs)));
  /** A source at an address, with a claim that quotes it. */
  async function quoted(quote = QUOTE): Promise<{ source: string; claim: string; citation: string }> {
    show(PARAGRAPHS);
    const input = { story: world.story, address: web.url(at) };
    const { source } = await change(app, 'sourceImport', { input });
    const { claim } = await world.claim({ quantity: String(1000 + count), source: source.id, quote });
    const { source: found } = await read(
      app,
      `{ source(id: ${JSON.stringify(source.id)}) { citations { nodes { id } } } }`,
    );
    return { source: source.id, claim: claim.id, citation: found.citations.nodes[0].id };
  }
  const refresh = (id: string): Promise<Json> => change(app, 'sourceRefresh', { id }, REFRESHED);
  const citationOf = async (id: string): Promise<Json> =>
    (await read(app, `{ node(id: ${JSON.stringify(id)}) { ... on Citation { ${CITATION} } } }`)).node;
  const requests = async (filter: object): Promise<Json[]> =>
    (
      await read(
        app,
        `query ($filter: ReviewRequestFilter) { reviewRequests(filter: $filter) { totalCount nodes { id reason state sameSurroundings note settledBy { name } claim { id } citation { id } cause { id } } } }`,
        { filter },
      )
    ).reviewRequests.nodes;

  test('a text that is the same keeps its snapshot and raises nothing', async () => {
    const { source } = await quoted();
    const payload = await refresh(source);
    expect(payload).toMatchObject({ changes: [], reviewRequests: [], source: { snapshots: { totalCount: 1 } } });
  });

  test('a change elsewhere is kept and shown, and the quote is where it was', async () => {
    const { source, citation } = await quoted();
    show(PARAGRAPHS.with(3, (PARAGRAPHS[3] ?? '').replace('two cranes', 'three cranes')));
    const payload = await refresh(source);
    expect(payload.changes).toMatchObject([{ removed: 'two', added: 'three' }]);
    expect(payload.reviewRequests).toEqual([]);
    expect(payload.source).toMatchObject({
      snapshots: { totalCount: 2 },
      snapshot: { changes: [{ removed: 'two', added: 'three' }] },
    });
    const found = await citationOf(citation);
    expect(found).toMatchObject({ anchor: 'ANCHORED', snapshot: { id: payload.source.snapshot.previous.id } });
    expect(found.currentPosition).toEqual({ start: found.quote.start, end: found.quote.end });
  });

  test.each<[string, (paragraphs: readonly string[]) => readonly string[], string, string, boolean]>([
    [
      'moved by what is put before them',
      (all) => ['An earlier version named another quay; this has been put right by us.', ...all],
      'MOVED',
      'QUOTE_MOVED',
      true,
    ],
    [
      'moved to another paragraph',
      ([a = '', b = '', c = '', d = '']) => [a, b.replace(QUOTE, 'It had dead on board'), c, `${d} ${QUOTE}, it said.`],
      'MOVED',
      'QUOTE_MOVED',
      false,
    ],
    ['doubled in like surroundings', (all) => [...all, ...all], 'AMBIGUOUS', 'QUOTE_DOUBLED', false],
    [
      'doubled elsewhere',
      (all) => [...all, `Again: ${QUOTE}, the clerk said once more, to whoever was there to hear it.`],
      'ANCHORED',
      'QUOTE_DOUBLED',
      true,
    ],
    [
      'changed in a figure',
      (all) => all.map((each) => each.replace('38 dead', '39 dead')),
      'ORPHANED',
      'QUOTE_VANISHED',
      false,
    ],
    [
      'changed into a denial',
      (all) => all.map((each) => each.replace('had 38', 'never had 38')),
      'ORPHANED',
      'QUOTE_VANISHED',
      false,
    ],
  ])('words that %s put their claim up for review', async (_name, edit, anchor, reason, sameSurroundings) => {
    const { source, claim, citation } = await quoted();
    show(edit(PARAGRAPHS));
    const payload = await refresh(source);
    expect(payload.reviewRequests).toEqual([
      {
        id: expect.any(String),
        reason,
        state: 'OPEN',
        sameSurroundings,
        claim: { id: claim },
        citation: { id: citation },
        source: { id: source },
        cause: { id: source },
      },
    ]);
    const found = await citationOf(citation);
    expect(found.anchor).toBe(anchor);
    const { text } = payload.source.snapshot;
    const place = found.currentPosition;
    expect(place && text.slice(place.start, place.end)).toBe(place && QUOTE);
    expect(place === null).toBe(['AMBIGUOUS', 'ORPHANED'].includes(anchor));
    expect(await requests({ claim, state: 'OPEN' })).toHaveLength(1);
    expect(await requests({ source, reason, state: 'OPEN' })).toHaveLength(1);
  });

  test('a text that goes back is the snapshot that it was, and what it raised lapses', async () => {
    const { source, claim, citation } = await quoted();
    const first = (await citationOf(citation)).snapshot.id;
    show(PARAGRAPHS.slice(0, 1).concat(PARAGRAPHS.slice(2)));
    await refresh(source);
    show(PARAGRAPHS);
    const payload = await refresh(source);
    expect(payload.source).toMatchObject({ snapshot: { id: first }, snapshots: { totalCount: 2 } });
    expect(payload.changes).toHaveLength(1);
    expect((await citationOf(citation)).anchor).toBe('ANCHORED');
    expect(await requests({ claim })).toMatchObject([{ reason: 'QUOTE_VANISHED', state: 'LAPSED' }]);
    // And what is quoted now is quoted from it.
    const { citation: again } = await world.cite(claim, { source, quote: 'The quay was shut at noon' });
    expect((await citationOf(again.id)).snapshot.id).toBe(first);
  });

  test('what a person has settled is not asked again until something else happens', async () => {
    const { source, claim } = await quoted();
    const moved = ['A note that was put before all of it, for the sake of those who had read it.', ...PARAGRAPHS];
    show(moved);
    const [request] = (await refresh(source)).reviewRequests;
    const note = { id: request.id, reason: 'Still says so.' };
    const { reviewRequest } = await change(
      app,
      'reviewRequestSettle',
      note,
      'reviewRequest { state note settledBy { __typename } }',
    );
    expect(reviewRequest).toMatchObject({ state: 'SETTLED', note: 'Still says so.' });
    expect((await attempt(app, 'reviewRequestSettle', note)).userErrors).toMatchObject([
      { code: 'ILLEGAL_STATE', field: ['id'] },
    ]);
    show([...moved, 'One line more, of no concern to anybody who had looked at this before, or so they say.']);
    expect((await refresh(source)).reviewRequests).toEqual([]);
    show(moved.slice(0, 2));
    expect((await refresh(source)).reviewRequests).toMatchObject([{ reason: 'QUOTE_VANISHED' }]);
    expect((await requests({ claim })).map(({ state }) => state)).toEqual(['SETTLED', 'OPEN']);
  });

  test('retracting a source puts up all that rests on it and on what derives from it; taking it back lapses that', async () => {
    const { source, claim } = await quoted();
    const reprint = await world.addSource({ title: 'Reprint', text: 'Reprinted: all is well.', derivedFrom: source });
    const copy = await world.addSource({ title: 'Copy', text: 'Copied: all is well.', derivedFrom: reprint });
    const { claim: second } = await world.claim({ quantity: String(5000 + count), source: copy, quote: 'all is well' });
    const because = { id: source, reason: 'The clerk was none.' };
    const payload = await change(app, 'sourceRetract', because, REFRESHED);
    expect(payload).toMatchObject({
      source: { status: 'RETRACTED', statusReason: 'The clerk was none.' },
      changes: null,
    });
    const raised = payload.reviewRequests.map((request: Json) => [
      request.reason,
      request.claim.id,
      request.source.id,
      request.cause.id,
    ]);
    expect(raised.sort()).toEqual(
      [
        ['SOURCE_RETRACTED', claim, source, source],
        ['ORIGIN_RETRACTED', second.id, copy, source],
      ].sort(),
    );
    for (const name of ['sourceRetract', 'sourceCorrect'] as const) {
      expect((await attempt(app, name, because)).userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: ['id'] }]);
    }
    const { source: back } = await change(app, 'sourceReinstate', because, REFRESHED);
    expect(back).toMatchObject({ status: 'ACTIVE', statusReason: null });
    expect(await requests({ claim, state: 'OPEN' })).toEqual([]);
    expect(await requests({ claim: second.id })).toMatchObject([{ state: 'LAPSED' }]);
    expect((await attempt(app, 'sourceReinstate', because)).userErrors).toMatchObject([{ code: 'ILLEGAL_STATE' }]);
  });

  test('correcting a source with its new text does both', async () => {
    const source = await world.addSource({
      title: 'Notice',
      text: 'Notice. 12 boats are missing. The harbour office.',
    });
    const { claim } = await world.claim({ quantity: String(7000 + count), source, quote: '12 boats are missing' });
    expect((await attempt(app, 'sourceRefresh', { id: source })).userErrors).toMatchObject([
      { code: 'ILLEGAL_STATE', field: ['id'] },
    ]);
    const text = 'Notice. 11 boats are missing. The harbour office.';
    const payload = await change(app, 'sourceCorrect', { id: source, reason: 'They say so.', text }, REFRESHED);
    expect(payload.source).toMatchObject({ status: 'CORRECTED', snapshot: { text }, snapshots: { totalCount: 2 } });
    expect(payload.changes).toEqual([{ removed: '12', added: '11', previousStart: 8, start: 8 }]);
    const open = await requests({ claim: claim.id, state: 'OPEN' });
    expect(open.map(({ reason }) => reason).sort()).toEqual(['QUOTE_VANISHED', 'SOURCE_CORRECTED']);
  });

  test('a retracted claim is not put up, and a citation that is removed takes its request along', async () => {
    const { source, claim } = await quoted();
    const { citation } = await world.cite(claim, { source, quote: 'Nobody had counted the cars' });
    const { claim: gone } = await world.claim({
      quantity: String(9000 + count),
      source,
      quote: 'the divers had come up',
    });
    await change(app, 'claimRetract', { id: gone.id, expectedVersion: gone.version, reason: 'No.' });
    show(['Nothing of it stands any more, says the paper, which regrets this and will say no more of it.']);
    expect((await refresh(source)).reviewRequests).toHaveLength(2);
    await change(app, 'citationRemove', { id: citation.id, reason: 'Gone.' });
    expect(await requests({ claim })).toHaveLength(1);
    expect(await requests({ claim: gone.id })).toEqual([]);
  });

  test('an address that gives nothing leaves everything as it was', async () => {
    const { source, citation } = await quoted();
    web.pages.delete(at);
    const { userErrors } = await attempt(app, 'sourceRefresh', { id: source });
    expect(userErrors).toMatchObject([{ code: 'ADDRESS_UNREACHABLE', field: ['id'] }]);
    expect((await citationOf(citation)).anchor).toBe('ANCHORED');
  });

  test('quotes that are written while the text changes are of the newest text, or refused', async () => {
    const { source, claim } = await quoted();
    const key = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
    show(PARAGRAPHS.map((each) => each.replace('the clerk', 'a clerk')));
    const claimants = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => world.agent(`${name} ${count}`)));
    const cite = (claimant: string): Promise<Json> =>
      attempt(
        app,
        'citationAdd',
        { input: { claim, citation: { source, quote: { exact: 'said the clerk' }, claimant } } },
        'citation { id }',
        { key },
      );
    const [payload, ...cited] = await Promise.all([refresh(source), ...claimants.map(cite)]);
    const newest = payload.source.snapshot.id;
    for (const { citation, userErrors } of cited) {
      if (citation === null) {
        expect(userErrors).toMatchObject([{ code: 'QUOTE_NOT_FOUND' }]);
      } else {
        const found = await citationOf(citation.id);
        expect([found.anchor, found.snapshot.id === newest]).toEqual(['ORPHANED', false]);
      }
    }
  });
});
