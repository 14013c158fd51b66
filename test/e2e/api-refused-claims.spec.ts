import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import type { Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { expectRefusal, prepareScene, TWICE, type Scene } from './support/api-refusals.js';
import { REFUSED_QUOTES } from './support/api-refused-quotes.js';
import { REFUSED_REFERENCES } from './support/api-refused-references.js';
import { REFUSED_VALUES } from './support/api-refused-values.js';
import { inCitation } from './support/api-spoilt-claim.js';

describe.each(oneDatabase)('a claim is refused on %s', (kind) => {
  let app: TestApp;
  let scene: Scene;
  beforeAll(async () => {
    app = await startApi(kind);
    scene = await prepareScene(app);
  });
  afterAll(() => app.close());

  test.each([...REFUSED_QUOTES, ...REFUSED_VALUES, ...REFUSED_REFERENCES])(
    'for $mutation: $what: $code at $field',
    (refusal) => expectRefusal(app, scene, refusal),
  );

  test('with every problem of its citations at once', async () => {
    const input = scene.world.inputOf({ quantity: '41', quote: 'Nowhere.' });
    input.citations.push(scene.world.citationOf(), scene.world.citationOf({ quote: 'Not here either.' }));
    const { userErrors } = await scene.world.attemptClaim(input);
    expect(userErrors.map(({ field }: Json) => field.join('.'))).toEqual([
      inCitation('quote.exact'),
      'input.citations.2.quote.exact',
    ]);
  });

  test.each([
    ['straight quotation marks for typographic ones', '"no answer"', '“no answer”'],
    ['a hyphen for a dash', 'came - none', 'came — none'],
    ['a line break and spaces for a space', ' came\n  — none. ', 'came — none.'],
    ['a no-break space', 'Then\u00a0“no', 'Then “no'],
  ])('but not for %s', async (_what, exact, stored) => {
    const [world, source] = [await scene.world.another(), scene.source];
    const target = await world.addSource({ text: TWICE });
    expect(source).not.toBe(target);
    const { claim: made } = await world.claim({ quantity: '41', source: target, quote: exact });
    const query =
      'query ($id: ID!) { claim(id: $id) { citations { nodes { quote { exact prefix suffix start end } } } } }';
    const { body } = await app.graphql(query, { id: made.id });
    const [{ quote }] = body.data.claim.citations.nodes;
    const start = TWICE.indexOf(stored);
    expect(quote).toEqual({
      exact: stored,
      start,
      end: start + stored.length,
      prefix: TWICE.slice(Math.max(0, start - 32), start),
      suffix: TWICE.slice(start + stored.length, start + stored.length + 32),
    });
  });

  test.each([
    ['the words before it', { prefix: 'none. ' }],
    ['the words after it', { suffix: ' 😀' }],
    ['its offset', { start: 0 }],
  ])('but not for a quote that occurs twice where %s single it out', async (_what, more) => {
    const world = await scene.world.another();
    const source = await world.addSource({ text: TWICE });
    const input = world.inputOf({ quantity: '41', source });
    Object.assign(input.citations[0].quote, { exact: 'The tower called twice.', ...more });
    expect((await world.attemptClaim(input)).userErrors).toEqual([]);
  });
});
