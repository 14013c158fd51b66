import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read } from './support/api-client.js';
import { startApi } from './support/api-database.js';

const QUERY = `query ($a: String!, $b: String!, $context: CompareContext) {
  compareStatements(a: $a, b: $b, context: $context) {
    relation kind strength confidence explanation
    a { text polarity certainty claimantName times figures { text counted value { lowerBound upperBound text } } }
    b { text polarity times }
  }
}`;

describe.each(testDatabases)('comparing statements, on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  test('says how they relate, why, and what was read of either', async () => {
    const a = 'The harbour master said at least 40 cars were aboard on 3 May 1999.';
    const b = 'The harbour master said 12 cars were aboard on 3 May 1999.';
    const { compareStatements } = await read(app, QUERY, { a, b });
    expect(compareStatements).toEqual({
      relation: 'CONTRADICTS',
      kind: 'QUANTITY',
      strength: 'CONFLICT',
      confidence: expect.any(Number),
      explanation: expect.stringContaining('"at least 40" and the second "12"'),
      a: [
        {
          text: a,
          polarity: 'AFFIRMED',
          certainty: 'CERTAIN',
          claimantName: 'The harbour master',
          times: ['1999-05-03'],
          figures: [
            {
              text: 'at least 40',
              counted: 'car',
              value: { lowerBound: '40', upperBound: null, text: 'at least 40' },
            },
          ],
        },
      ],
      b: [{ text: b, polarity: 'AFFIRMED', times: ['1999-05-03'] }],
    });
  });

  test('anybody may ask, and weekdays count from the publication', async () => {
    const variables = {
      a: 'The dam broke on Monday.',
      b: 'The dam broke on 6 May 2024.',
      context: { publishedAt: '2024-05-08T09:00:00Z' },
    };
    const { compareStatements } = await read(app, QUERY, variables, { key: null });
    expect(compareStatements).toMatchObject({ relation: 'EQUIVALENT', kind: null, strength: null });
  });

  test.each([
    ['an empty statement', { a: '', b: 'A boat sank.' }, /a must not be empty/],
    ['a statement of spaces', { a: 'A boat sank.', b: '  ' }, /b must be text/],
    ['a statement that is too long', { a: 'A boat sank.', b: 'a '.repeat(2_501) }, /b must be shorter/],
    ['no moment', { a: 'A', b: 'B', context: { publishedAt: 'yesterday' } }, /publishedAt|RFC 3339|date/i],
  ])('is refused for %s', async (_, variables, says) => {
    const { body } = await app.graphql(QUERY, variables, { key: null });
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(says),
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      }),
    ]);
  });
});
