import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { LOG, World } from './support/api-world.js';

/** The log with a sentence of no other text after each of its own. */
function textOf(n: number): string {
  return LOG.replace(/Entry (\d+) of the log\./g, (entry, i) =>
    [entry, ...Array.from({ length: 16 }, (_, word) => `w${n}x${i}y${word}`)].join(' '),
  );
}

const POSITION = `claim { statement } corroboration { citations sources publishers independentOrigins }
  claimants { name } firstSeen lastSeen`;

describe.each(testDatabases)('positions on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  /** A source with a text that no other has. */
  let texts = 0;
  const ownText = (input: object = {}): Promise<string> => world.addSource({ text: textOf((texts += 1)), ...input });

  async function positions(asOf: string | null = null): Promise<Json[]> {
    const query = `query ($id: ID!, $asOf: DateTime) { story(id: $id) { questions(asOf: $asOf) { nodes { positions(asOf: $asOf) { ${POSITION} } } } } }`;
    const { story } = await read(app, query, { id: world.story, asOf });
    return story.questions.nodes.flatMap((question: Json) => question.positions);
  }
  const only = async (): Promise<Json> => {
    const [position, ...others] = await positions();
    expect(others).toEqual([]);
    return position;
  };

  test.each<[what: string, counts: object, cite: (w: World) => Promise<[object, object]>]>([
    [
      'two sources with nothing in common',
      { sources: 2, publishers: 0, independentOrigins: 2 },
      async () => [{ source: await ownText() }, { source: await ownText() }],
    ],
    [
      'one source twice',
      { sources: 1, publishers: 0, independentOrigins: 1 },
      async (w) => [{ source: w.source }, { source: w.source }],
    ],
    [
      'a source and its reprint',
      { sources: 2, publishers: 0, independentOrigins: 1 },
      async () => {
        const source = await ownText();
        return [{ source }, { source: await ownText({ derivedFrom: source }) }];
      },
    ],
    [
      'a source and the reprint of its reprint',
      { sources: 2, publishers: 0, independentOrigins: 1 },
      async () => {
        const source = await ownText();
        const reprint = await ownText({ derivedFrom: source });
        return [{ source }, { source: await ownText({ derivedFrom: reprint }) }];
      },
    ],
    [
      'two reprints of one source',
      { sources: 2, publishers: 0, independentOrigins: 1 },
      async () => {
        const derivedFrom = await ownText();
        return [{ source: await ownText({ derivedFrom }) }, { source: await ownText({ derivedFrom }) }];
      },
    ],
    [
      'two sources of one publisher',
      { sources: 2, publishers: 1, independentOrigins: 1 },
      async (w) => {
        const publisher = await w.agent('A paper');
        return [{ source: await ownText({ publisher }) }, { source: await ownText({ publisher }) }];
      },
    ],
    [
      'two papers of one house',
      { sources: 2, publishers: 1, independentOrigins: 1 },
      async (w) => {
        const partOf = await w.agent('A house');
        const [one, two] = [await w.agent('One', { partOf }), await w.agent('Two', { partOf })];
        return [{ source: await ownText({ publisher: one }) }, { source: await ownText({ publisher: two }) }];
      },
    ],
    [
      'two papers of two houses',
      { sources: 2, publishers: 2, independentOrigins: 2 },
      async (w) => [
        { source: await ownText({ publisher: await w.agent('One') }) },
        { source: await ownText({ publisher: await w.agent('Two') }) },
      ],
    ],
    [
      'two sources that quote one ministry',
      { sources: 2, publishers: 0, independentOrigins: 1 },
      async (w) => {
        const claimant = await w.agent('The ministry');
        return [
          { source: await ownText(), claimant },
          { source: await ownText(), claimant },
        ];
      },
    ],
    [
      'two sources that quote two ministries',
      { sources: 2, publishers: 0, independentOrigins: 2 },
      async (w) => [
        { source: await ownText(), claimant: await w.agent('One ministry') },
        { source: await ownText(), claimant: await w.agent('Another') },
      ],
    ],
    [
      'two sources with one text',
      { sources: 2, publishers: 0, independentOrigins: 1 },
      async (w) => [{ source: await w.addSource() }, { source: await w.addSource() }],
    ],
  ])('%s', async (_what, counts, cite) => {
    const [one, two] = await cite(world);
    const { claim } = await world.claim({ quantity: '38', ...one });
    await world.cite(claim.id, two);
    expect((await only()).corroboration).toEqual({ citations: 2, ...counts });
    const query =
      'query ($id: ID!) { claim(id: $id) { corroboration { citations sources publishers independentOrigins } } }';
    expect((await read(app, query, { id: claim.id })).claim.corroboration).toEqual({ citations: 2, ...counts });
  });

  test('stand in order of independent origins, then sources, then citations, then age', async () => {
    const claimant = await world.agent('The ministry');
    const answer = async (quantity: string, citations: object[]): Promise<void> => {
      for (const words of citations) await world.claim({ quantity, ...words });
    };
    await answer('1', [{}]);
    await answer('2', [{}]);
    await answer('3', [{}, {}]);
    await answer('4', [
      { source: await ownText(), claimant },
      { source: await ownText(), claimant },
    ]);
    await answer('5', [{ source: await ownText() }, { source: await ownText() }]);
    expect((await positions()).map(({ claim }) => claim.statement)).toEqual(
      ['5', '4', '3', '1', '2'].map((figure) => `The crash: ${figure} killed`),
    );
  });

  test('name who is quoted and publishers that speak for themselves, each once, and when it was said', async () => {
    const [paper, ministry] = [await world.agent('A paper'), await world.agent('The ministry')];
    const source = await ownText({ publisher: paper, publishedAt: '2024-12-27T10:00:00Z' });
    await world.claim({ quantity: '38', source });
    await world.claim({ quantity: '38', source, claimant: ministry, saidOn: '2024-12-26' });
    await world.claim({ quantity: '38', source, claimant: ministry, saidOn: '2024-12-25' });
    await world.claim({ quantity: '38', source: await ownText() });
    expect(await only()).toMatchObject({ firstSeen: '2024-12-25T00:00:00.000Z', lastSeen: '2024-12-27T10:00:00.000Z' });
    expect((await only()).claimants.map(({ name }: Json) => name).sort()).toEqual(['A paper', 'The ministry']);
  });

  test('leave out what was withdrawn, and keep what is deprecated', async () => {
    const { claim } = await world.claim({ quantity: '38' });
    const { claim: other } = await world.claim({ quantity: '40' });
    await world.rank(other.id, 'DEPRECATED');
    expect(await positions()).toHaveLength(2);
    await world.retract(claim.id);
    expect((await positions()).map((position) => position.claim.statement)).toEqual(['The crash: 40 killed']);
  });

  test('as of a moment rest on what had been published by then', async () => {
    const [early, late] = [
      await ownText({ publishedAt: '2024-12-25T12:00:00Z' }),
      await ownText({ publishedAt: '2025-01-10T00:00:00+05:00' }),
    ];
    await world.claim({ property: 'aboard', quantity: '67', source: early });
    await world.claim({ property: 'aboard', quantity: '67', source: late });
    await world.claim({ property: 'aboard', quantity: '72', source: late });
    await world.claim({ property: 'aboard', quantity: '80' });
    const at = async (asOf: string): Promise<[figure: string, citations: number][]> =>
      (await positions(asOf)).map(({ claim, corroboration }) => [
        claim.statement.replace(/\D/g, ''),
        corroboration.citations,
      ]);
    expect(await at('2024-12-25T11:59:59Z')).toEqual([]);
    expect(await at('2024-12-25T12:00:00Z')).toEqual([['67', 1]]);
    expect(await at('2025-01-09T18:59:59.999Z')).toEqual([['67', 1]]);
    expect(await at('2025-01-09T19:00:00Z')).toEqual([
      ['67', 2],
      ['72', 1],
    ]);

    const disputed = async (asOf: string | null): Promise<[yes: number, no: number]> => {
      const query = `query ($id: ID!, $asOf: DateTime) { story(id: $id) {
        yes: questions(disputed: true, asOf: $asOf) { totalCount nodes { id } } no: questions(disputed: false, asOf: $asOf) { totalCount nodes { id } } } }`;
      const { story } = await read(app, query, { id: world.story, asOf });
      expect([story.yes.nodes.length, story.no.nodes.length]).toEqual([story.yes.totalCount, story.no.totalCount]);
      return [story.yes.totalCount, story.no.totalCount];
    };
    expect(await disputed('2024-12-25T11:59:59Z')).toEqual([0, 0]);
    expect(await disputed('2024-12-26T00:00:00Z')).toEqual([0, 1]);
    expect(await disputed('2025-01-10T00:00:00Z')).toEqual([1, 0]);
    expect(await disputed(null)).toEqual([1, 0]);
  });

  test('a subject’s questions are those of the story that ask about it', async () => {
    const subject = await world.addSubject('The landing');
    await world.claim({ quantity: '38' });
    await world.claim({ subject, quantity: '1' });
    await world.claim({ subject, quantity: '2' });
    await world.claim({ subject, property: 'jammed', boolean: true });
    const query = `query ($id: ID!) { node(id: $id) { ... on Subject { questions { property { key } } disputed: questions(disputed: true) { property { key } } } } }`;
    expect((await read(app, query, { id: subject })).node).toEqual({
      questions: [{ property: { key: 'fatalities' } }, { property: { key: 'jammed' } }],
      disputed: [{ property: { key: 'fatalities' } }],
    });
  });
});
