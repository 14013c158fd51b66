import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase, testDatabases } from '../support/test-databases.js';
import { startApi } from './support/api-database.js';
import { contradictionsIn, copyVocabulary, exportLines, importLines, ndjson, sha256Of } from './support/bulk-client.js';
import { randomStory } from './support/random-lines.js';

describe.each(testDatabases)('stories of every kind go round on %s', (kind) => {
  let first: TestApp;
  let second: TestApp;
  beforeAll(async () => {
    const vocabulary = await startApp(await openTestDatabase(kind), { GAINSAY_DEMO: '1' });
    [first, second] = [await startApi(kind), await startApi(kind)];
    for (const app of [first, second]) await copyVocabulary(vocabulary.database, app.database);
    await vocabulary.close();
  }, 120_000);
  afterAll(async () => {
    await first.close();
    await second.close();
  });

  test('what is exported and imported elsewhere is exported there as the same bytes; once more changes nothing', async () => {
    let stories = 0;
    const story = randomStory(sha256Of);
    await fc.assert(
      fc.asyncProperty(story, async (linesOf) => {
        const slug = `story-${(stories += 1)}`;
        const made = await importLines(first, ndjson(...linesOf(slug)));
        expect(made.body).toMatchObject({ failed: 0, errors: [] });
        const { text } = await exportLines(first, slug);
        const moved = await importLines(second, text);
        expect(moved.body).toMatchObject({ failed: 0, errors: [] });
        expect((await exportLines(second, slug)).text).toBe(text);
        const again = await importLines(first, text);
        expect(again.body).toMatchObject({ added: 0, failed: 0 });
        expect((await exportLines(first, slug)).text).toBe(text);
      }),
      { numRuns: 6 },
    );
    expect(await contradictionsIn(second.database)).toEqual(await contradictionsIn(first.database));
    expect(await second.recheck()).toEqual([]);
  }, 300_000);

  test('a claim with more citations than one line may have takes further lines', async () => {
    const slug = 'many-voices';
    const sentences = Array.from({ length: 120 }, (_, i) => `Voice ${i} says four.`);
    const source = { url: 'https://voices.example/' };
    const claim = {
      subject: { kind: 'EVENT', label: 'The vote' },
      property: 'fatalities',
      value: { quantity: { amount: '4' } },
    };
    const cited = sentences.map((exact) => ({ source, quote: { exact } }));
    const lines = ndjson(
      { type: 'story', slug, title: 'Voices' },
      { type: 'subject', story: slug, ...claim.subject },
      { type: 'source', story: slug, ...source, title: 'Voices', text: sentences.join(' ') },
      { type: 'claim', story: slug, ...claim, citations: cited.slice(0, 50) },
      ...cited.slice(50).map((citation) => ({ type: 'citation', story: slug, claim, ...citation })),
    );
    expect((await importLines(first, lines)).body).toMatchObject({ added: 74, failed: 0 });
    const { text } = await exportLines(first, slug);
    expect(text.trimEnd().split('\n')).toHaveLength(74);
    expect((await importLines(second, text)).body).toMatchObject({ added: 74, failed: 0 });
    expect((await exportLines(second, slug)).text).toBe(text);
  });
});
