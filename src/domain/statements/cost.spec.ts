import { beforeAll, describe, expect, test } from '@jest/globals';
import { readWordnet } from '../../features/statements/wordnet-files.js';
import { rulingOn } from './compare-statements.js';
import { compareStatements, type Thesaurus } from './index.js';
import { readStatement } from './read-statement.js';
import type { Statement, Unit } from './statement.js';

let thesaurus: Thesaurus;
beforeAll(async () => {
  thesaurus = await readWordnet();
});

/** Characters of the longest statement that the API takes. */
const LONGEST = 5_000;
const SENTENCES = [
  'The harbour master said 40 cars were aboard the ferry on 3 May 1999.',
  'Nobody rejected the plan to build a second quay for smaller boats.',
  'Two pilots and three guards were hurt near Port Osk, but no passenger was.',
  'Prices of copper fell while the price of tin rose by at least 12 percent.',
];

function textOf(length: number, from: number): string {
  const sentences: string[] = [];
  for (let at = from; sentences.join(' ').length < length; at += 1) sentences.push(SENTENCES[at % 4] ?? '');
  return sentences.join(' ').slice(0, length);
}

/** How often a unit was looked at, or a pair of words looked up, while two statements were compared. */
function workOf(a: Statement, b: Statement): number {
  let work = 0;
  const watched = (unit: Unit): Unit =>
    new Proxy(unit, {
      get: (target, name, receiver): unknown => {
        work += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  const counting: Thesaurus = {
    relate: (...words) => {
      work += 1;
      return thesaurus.relate(...words);
    },
    knows: (...word) => thesaurus.knows(...word),
  };
  const statements = [a, b].map((statement) => ({ ...statement, units: statement.units.map(watched) }));
  const [first, second] = statements;
  if (first !== undefined && second !== undefined) rulingOn(first, second, counting);
  return work;
}

describe('the work of comparing', () => {
  test.each([
    ['both long', 1, 1],
    ['the first long', 1, 0],
    ['the second long', 0, 1],
  ])('grows with the length and not with its square: %s', (_, first, second) => {
    const work = (length: number): number =>
      workOf(
        readStatement(textOf(first === 1 ? length : 300, 0), null),
        readStatement(textOf(second === 1 ? length : 300, 1), null),
      );
    const [short, long] = [work(10_000), work(40_000)];
    expect(short).toBeGreaterThan(0);
    expect(long / short).toBeLessThan(5);
  });
});

describe('the longest statement that the API takes is answered', () => {
  test.each<[name: string, text: string]>([
    ['prose', textOf(LONGEST, 0)],
    ['one sentence without an end', 'the crew did not accept the offer and '.repeat(LONGEST).slice(0, LONGEST)],
    ['figures alone', '17 '.repeat(LONGEST).slice(0, LONGEST)],
    ['dates alone', '3 May 1999, '.repeat(LONGEST).slice(0, LONGEST)],
    ['denials alone', 'not never no '.repeat(LONGEST).slice(0, LONGEST)],
    ['for and against', 'support reject accept oppose '.repeat(LONGEST).slice(0, LONGEST)],
    ['names alone', 'Osk Lund Veer '.repeat(LONGEST).slice(0, LONGEST)],
    ['one word', 'x'.repeat(LONGEST)],
    ['speakers alone', 'the mayor said, '.repeat(LONGEST).slice(0, LONGEST)],
    ['brackets', '(-LRB- ['.repeat(LONGEST).slice(0, LONGEST)],
    ['no letters', '\u0000\uD800 \u{1F6A2}'.repeat(LONGEST).slice(0, LONGEST)],
  ])('%s', (_, text) => {
    const other = textOf(LONGEST, 2);
    const { relation } = compareStatements(text, other, { publishedAt: '2024-05-08' }, thesaurus).verdict;
    expect(compareStatements(other, text, { publishedAt: '2024-05-08' }, thesaurus).verdict.relation).toBe(
      { REFINES: 'GENERALISES', GENERALISES: 'REFINES' }[relation as string] ?? relation,
    );
  });
});
