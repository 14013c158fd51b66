import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWordnet } from '../../features/statements/wordnet-files.js';
import { compareStatements, NO_THESAURUS, type Relation, type Thesaurus, type Verdict } from './index.js';

let thesaurus: Thesaurus;
beforeAll(async () => {
  thesaurus = await readWordnet();
});

function compare(a: string, b: string, publishedAt: string | null = null): Verdict {
  return compareStatements(a, b, { publishedAt }, thesaurus).verdict;
}

const EXCHANGED: Readonly<Record<Relation, Relation>> = {
  EQUIVALENT: 'EQUIVALENT',
  REFINES: 'GENERALISES',
  GENERALISES: 'REFINES',
  COMPATIBLE: 'COMPATIBLE',
  CONTRADICTS: 'CONTRADICTS',
  UNRELATED: 'UNRELATED',
};

describe('figures', () => {
  test.each<[name: string, a: string, b: string, relation: Relation]>([
    ['the same', 'The ferry carried 40 cars.', 'The ferry carried forty cars.', 'EQUIVALENT'],
    ['two figures', 'The ferry carried 40 cars.', 'The ferry carried 52 cars.', 'CONTRADICTS'],
    ['within a bound', 'The ferry carried 40 cars.', 'The ferry carried at least 30 cars.', 'REFINES'],
    ['the bound first', 'The ferry carried at least 30 cars.', 'The ferry carried 40 cars.', 'GENERALISES'],
    ['outside a bound', 'The ferry carried 40 cars.', 'The ferry carried fewer than 30 cars.', 'CONTRADICTS'],
    ['on an open bound', 'The ferry carried 40 cars.', 'The ferry carried more than 40 cars.', 'CONTRADICTS'],
    ['nearly and the figure', 'The ferry carried nearly 40 cars.', 'The ferry carried 40 cars.', 'COMPATIBLE'],
    ['two hedged ranges', 'The ferry carried 20 to 40 cars.', 'The ferry carried 30 to 50 cars.', 'COMPATIBLE'],
    ['other units', 'The pipeline is 2 km long.', 'The pipeline is 2000 metres long.', 'EQUIVALENT'],
    ['a share and a percentage', 'Half of the mills shut.', '50 percent of the mills shut.', 'EQUIVALENT'],
    ['ages', 'The 34-year-old sailor swam ashore.', 'The 43-year-old sailor swam ashore.', 'CONTRADICTS'],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

describe('dates, words and denials', () => {
  test.each<[name: string, a: string, b: string, relation: Relation]>([
    ['day and month', 'The dam broke on 3 May 1999.', 'The dam broke in May 1999.', 'REFINES'],
    ['another day', 'The dam broke on 3 May 1999.', 'The dam broke on 4 May 1999.', 'CONTRADICTS'],
    ['no year', 'The dam broke on 3 May.', 'The dam broke on 3 May 1999.', 'EQUIVALENT'],
    ['a denial', 'The dam broke.', 'The dam did not break.', 'CONTRADICTS'],
    ['a denied opposite', 'The bridge is safe.', 'The bridge is not unsafe.', 'EQUIVALENT'],
    ['an opposite', 'The valve was open.', 'The valve was closed.', 'CONTRADICTS'],
    ['a synonym', 'A large boat sank.', 'A big boat sank.', 'EQUIVALENT'],
    ['a kind', 'A violin was stolen.', 'An instrument was stolen.', 'REFINES'],
    ['another of a kind', 'A violin was stolen.', 'A cello was stolen.', 'CONTRADICTS'],
    ['more said', 'A boat sank in the harbour.', 'A boat sank.', 'REFINES'],
    ['other ordinals', 'She won the first race.', 'She won the 3rd race.', 'CONTRADICTS'],
    ['nothing shared', 'She won the first race.', 'Prices of copper rose.', 'UNRELATED'],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });

  test('weekdays count from the publication', () => {
    const [a, b] = ['The dam broke on Monday.', 'The dam broke on 6 May 2024.'];
    expect(compare(a, b, '2024-05-08').relation).toBe('EQUIVALENT');
  });
});

describe('other words for the same', () => {
  test.each<[name: string, a: string, b: string, relation: Relation]>([
    [
      'who says it matters little',
      'The harbour master said 40 cars were aboard the burning ferry.',
      'Forty cars were aboard the burning ferry, according to a spokesman for the coast guard.',
      'EQUIVALENT',
    ],
    [
      'a surname for a name',
      'After a stormy meeting in the old town hall Okafor resigned as head of the port.',
      'Grace Okafor resigned as head of the port.',
      'REFINES',
    ],
    [
      'what was left out with its denial',
      'The harbour pilots went on strike yesterday, but not the crews of the tugs.',
      'The harbour pilots went on strike yesterday.',
      'REFINES',
    ],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

describe('reckoning', () => {
  test.each<[name: string, a: string, b: string, relation: Relation]>([
    ['what is left', 'Lena had 12 plums and she ate 5 of them', 'Lena has 7 plums left', 'REFINES'],
    ['not what is left', 'Lena had 12 plums and she ate 5 of them', 'Lena has 8 plums left', 'CONTRADICTS'],
    ['both together', 'Lena has 12 plums and Otto has 5', 'They have a total of 17 plums', 'REFINES'],
    ['equal shares', 'Lena put 12 plums into 4 equal bags', 'Each of the bags holds 3 plums', 'REFINES'],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

test('a contradiction says in what, how surely and why', () => {
  expect(compare('The ferry carried 40 cars.', 'The ferry carried 52 cars.')).toEqual({
    relation: 'CONTRADICTS',
    kind: 'QUANTITY',
    strength: 'CONFLICT',
    confidence: expect.any(Number),
    explanation: 'Otherwise alike, but the first says "40" and the second "52": they cannot both be so.',
  });
});

describe('laws', () => {
  const words = fc.constantFrom(
    ...'the ferry carried 40 at least more than not no cars people killed in May 1999 sank was never , . all some'.split(
      ' ',
    ),
  );
  const sentence = fc.array(words, { maxLength: 14 }).map((each) => each.join(' '));
  const text = fc.oneof(sentence, fc.string({ unit: 'binary', maxLength: 60 }));

  test('exchanging the statements exchanges the relation and nothing else', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [forward, backward] = [compare(a, b), compare(b, a)];
        expect(backward.relation).toBe(EXCHANGED[forward.relation]);
        expect([backward.kind, backward.strength]).toEqual([forward.kind, forward.strength]);
        expect(backward.confidence).toBe(forward.confidence);
      }),
    );
  });

  test('a statement never contradicts itself, and the same pair gives the same verdict', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compare(a, a).relation).toMatch(/EQUIVALENT|UNRELATED/);
        expect(compare(a, b)).toEqual(compare(a, b));
      }),
    );
  });

  test('only a contradiction has a kind and a strength, and confidence is a share', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { relation, kind, strength, confidence } = compareStatements(
          a,
          b,
          { publishedAt: null },
          NO_THESAURUS,
        ).verdict;
        expect([kind !== null, strength !== null]).toEqual([relation === 'CONTRADICTS', relation === 'CONTRADICTS']);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
    );
  });
});
