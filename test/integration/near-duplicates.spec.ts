import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { carriedTexts, type TextMatch } from '../../src/domain/corroboration/carried-texts.js';
import { relateTexts } from '../../src/domain/corroboration/same-text.js';
import { sketchOf } from '../../src/domain/corroboration/text-sketch.js';
import {
  ARCHIVE,
  ARTICLES,
  CHINESE,
  INDEPENDENT,
  LOCAL,
  REPRINTS,
  WIRE,
} from '../../src/domain/corroboration/texts.spec-kit.js';
import { idsOf } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const [inArticle] = Object.values(ARTICLES);
/** Copies, copies of copies, articles that carry texts and copies of those articles, and texts that stand apart. */
const POOL = [
  ...Object.values(REPRINTS).map((reprint) => reprint(WIRE)),
  ...Object.values(REPRINTS)
    .slice(0, 4)
    .map((reprint) => reprint(CHINESE)),
  inArticle!(WIRE),
  `${inArticle!(WIRE)} Read more tomorrow.`,
  inArticle!(CHINESE),
  `${WIRE} ${CHINESE}`,
  ...Object.values(INDEPENDENT),
  'Fire on the Halmar: 41 injured',
  'Fire on the Halmar: 43 injured',
  'FIRE ON THE HALMAR - 43 INJURED',
  '!!!',
];

interface Carried {
  readonly sourceId: string;
  readonly textId: string;
  readonly whole: boolean;
}

describe.each(oneDatabase)('near-duplicate texts on %s', (kind) => {
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

  const add = async (text: string): Promise<string> => idsOf('Source', await world.addSource({ text }))!.id;

  function stored(): Promise<Carried[]> {
    return app.database.query<Carried>(Prisma.sql`
      SELECT source_id AS "sourceId", text_id AS "textId", whole FROM carried_text
      WHERE story_id = ${idsOf('Story', world.story)!.id}::uuid ORDER BY 1, 2`);
  }

  /** What comparing every pair of texts says of who carries what. */
  function expected(texts: readonly (readonly [id: string, text: string])[]): Carried[] {
    const sketches = texts.map(([id, text]) => [id, sketchOf(text)] as const);
    const matches = sketches.flatMap(([firstId, one], i) =>
      sketches.slice(i + 1).flatMap(([secondId, other]): TextMatch[] => {
        const relation = relateTexts(one, other);
        return relation ? [{ firstId, secondId, relation }] : [];
      }),
    );
    return carriedTexts(matches).sort((a, b) => (`${a.sourceId} ${a.textId}` < `${b.sourceId} ${b.textId}` ? -1 : 1));
  }

  test.each<[order: string, texts: readonly string[]]>([
    ['as they stand', POOL],
    ['backwards', [...POOL].reverse()],
    ['by length', [...POOL].sort((a, b) => a.length - b.length)],
  ])('are what comparing every pair says, in whichever order they come: %s', async (_order, texts) => {
    const added: [string, string][] = [];
    for (const text of texts) added.push([await add(text), text]);
    const carried = await stored();
    expect(carried).toEqual(expected(added));
    expect(carried.filter(({ whole }) => whole).length).toBeGreaterThan(10);
    expect(carried.filter(({ whole }) => !whole).length).toBeGreaterThan(2);
  });

  test('one text that resembles two that stood apart makes them one', async () => {
    const ends = [WIRE, INDEPENDENT.NATIONAL];
    const [one, two, bridge] = [
      `${ends[0]} ${LOCAL} ${ARCHIVE}`,
      `${LOCAL} ${ARCHIVE} ${ends[1]}`,
      `${ends[0]} ${LOCAL} ${ARCHIVE} ${ends[1]}`,
    ];
    const [a, b] = [await add(one), await add(two)];
    expect(await stored()).toEqual([]);
    const c = await add(bridge);
    const carried = expected([
      [a, one],
      [b, two],
      [c, bridge],
    ]);
    expect(carried.filter(({ whole }) => whole)).toHaveLength(2);
    expect(await stored()).toEqual(carried);
  });

  test('copies written at the same instant all find each other', async () => {
    const texts = Array.from({ length: 16 }, (_, i) => `Edition ${i}. ${WIRE}`);
    const ids = await Promise.all(texts.map(add));
    expect(await stored()).toEqual(expected(ids.map((id, i) => [id, texts[i]!])));
    expect(await stored()).toHaveLength(15);
  });

  test('a hundred copies and more are one text, and a story keeps to itself', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 110; i += 1) ids.push(await add(`Edition ${i}. ${WIRE}`));
    expect(new Set((await stored()).map(({ textId }) => textId))).toEqual(new Set([ids.sort()[0]]));
    expect(await stored()).toHaveLength(109);
    world = await first.another();
    await add(WIRE);
    expect(await stored()).toEqual([]);
  });
});
