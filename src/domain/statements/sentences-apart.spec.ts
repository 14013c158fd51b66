import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ContradictionKind, Strength } from '../contradiction/contradiction.js';
import { readWordnet } from '../../features/statements/wordnet-files.js';
import { compareStatements, type Relation, type Thesaurus, type Verdict } from './index.js';

/** Statements that are worded differently: what they say of the same, what they say against each other. */
let thesaurus: Thesaurus;
beforeAll(async () => {
  thesaurus = await readWordnet();
});

function compare(a: string, b: string): Verdict {
  return compareStatements(a, b, { publishedAt: null }, thesaurus).verdict;
}

type Case = [name: string, a: string, b: string, relation: Relation];
type Conflict = [name: string, a: string, b: string, kind: ContradictionKind, strength: Strength];

describe('figures that agree', () => {
  test.each<Case>([
    [
      'a hedge more or less on the same figure',
      'Along the northern coast an estimated 3,400 barns were flooded on Sunday, officials said.',
      '3,400 barns were flooded on Sunday',
      'REFINES',
    ],
    [
      'deaths and the dead',
      'At least 19 deaths were confirmed in the flooded valley, the governor of the region said.',
      'At least 19 people confirmed dead',
      'REFINES',
    ],
    [
      'a sum of two neighbours',
      'Three divers and four sailors were rescued from the wreck and brought ashore on Sunday night.',
      'Seven people were rescued from the wreck',
      'REFINES',
    ],
    [
      'a share with a hedge',
      'Nearly three in ten Norwegians told the survey that they would vote for the new harbour.',
      'Nearly 30 percent would vote for the new harbour',
      'EQUIVALENT',
    ],
    [
      'the age of whoever is named',
      'Ines Vidal swam from the island to the mainland on Monday without a guide or a boat beside her.',
      'Ines Vidal, 41, swam from the island to the mainland',
      'REFINES',
    ],
    [
      'one and the rest are not the same',
      'Another nine climbers were still missing on the northern slope, the rescue service said.',
      'Nine climbers were still missing on the northern slope',
      'COMPATIBLE',
    ],
    [
      'one of several counts nothing',
      'Two of the largest shipyards of the coast closed, and one was sold to a rival.',
      'One of the largest shipyards of the coast closed.',
      'REFINES',
    ],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

describe('words that agree', () => {
  test.each<Case>([
    [
      'the speaker before a colon',
      'The tunnel will open in the spring after years of delay.',
      'Minister: tunnel will open in the spring after years of delay',
      'EQUIVALENT',
    ],
    [
      'who sells and who buys',
      'The brewery was sold to a rival from Antwerp for an undisclosed price, the owners announced.',
      'A rival from Antwerp bought the brewery',
      'REFINES',
    ],
    [
      'what stopped and what is no longer done',
      'The yard will stop building wooden ferries next year, its director told the newspaper.',
      'The yard will not build wooden ferries',
      'REFINES',
    ],
    [
      'whoever is killed died',
      'The collapse of the old quay killed Marta Lund, a crane driver from the next town.',
      'Marta Lund died in the collapse of the old quay',
      'REFINES',
    ],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

describe('one against the other', () => {
  test.each<Conflict>([
    [
      'in favour of it, and fighting it',
      'For thirty years the islanders of Osk have fought the bridge that the state wants to build.',
      'The islanders of Osk support the bridge',
      'POLARITY',
      'POSSIBLE',
    ],
    [
      'for and against one thing',
      'After a long debate on Friday the council of Arlen rejected the new tram line.',
      'Council of Arlen supports the new tram line',
      'POLARITY',
      'CONFLICT',
    ],
    [
      'accepted and turned down',
      'Otto Brandt declined the medal that the academy had offered him, his publisher said.',
      'Otto Brandt received the medal',
      'POLARITY',
      'CONFLICT',
    ],
    [
      'there is none of it',
      'Travellers may enter the island without a visa if they leave it again within a month.',
      'Travellers need a visa to enter the island',
      'POLARITY',
      'TENSION',
    ],
    [
      'failed to do it',
      'The tug failed to reach the drifting barge before nightfall, the coast guard reported.',
      'The tug reached the drifting barge',
      'POLARITY',
      'CONFLICT',
    ],
    [
      'another name in the same place',
      'The trawler was built in Gdansk by a small yard for a company that no longer exists.',
      'The trawler was built in Bergen',
      'CATEGORY',
      'POSSIBLE',
    ],
    [
      'another day of the same event',
      'The lighthouse of Osk, which is the oldest of the island, was lit on 3 May 1899.',
      'The lighthouse of Osk was lit in 1902',
      'TIME',
      'CONFLICT',
    ],
    [
      'another figure of the same things',
      'The old ferry from Osk carried 40 cars and a crew of nine through the storm that night.',
      'Through the storm the ferry from Osk carried 52 cars',
      'QUANTITY',
      'POSSIBLE',
    ],
  ])('%s', (_, a, b, kind, strength) => {
    expect(compare(a, b)).toMatchObject({ relation: 'CONTRADICTS', kind, strength });
  });
});

describe('no contradiction', () => {
  test.each<Case>([
    [
      'dates of different events',
      'Jonas Veer was born in Osk on 4 June 1931. He studied law there, and he died in Osk on 9 May 2002.',
      'Jonas Veer studied law. He was elected mayor of Osk in 1974.',
      'COMPATIBLE',
    ],
    [
      'two events, each with its date and figure',
      'In 2008 the regatta of Osk drew 40 boats from abroad.',
      'The regatta of Osk drew 75 boats in 2011, most of them from the neighbouring ports.',
      'COMPATIBLE',
    ],
    [
      'a failure that denies nothing',
      'A failure of the pumps closed the old lock of Arlen twice in spring.',
      'The old lock was closed by a failure of the pumps',
      'REFINES',
    ],
    [
      'a figure that both say, and one beside it',
      'The union has 27 branches at home. Six branches in other countries advise it.',
      'The union has 27 branches at home.',
      'REFINES',
    ],
  ])('%s', (_, a, b, relation) => {
    expect(compare(a, b).relation).toBe(relation);
  });
});

describe('how sure a contradiction is', () => {
  test.each<[name: string, a: string, b: string, strength: Strength]>([
    ['two plain figures', 'The ferry carried 40 cars.', 'The ferry carried 52 cars.', 'CONFLICT'],
    ['one may be so', 'The ferry may have carried 40 cars.', 'The ferry may have carried 52 cars.', 'TENSION'],
    ['one is hedged', 'The ferry possibly carried 40 cars.', 'The ferry carried 52 cars.', 'TENSION'],
    ['in words that nobody knows', 'Tu feri zamar 40 vozul.', 'Tu feri zamar 52 vozul.', 'POSSIBLE'],
  ])('%s', (_, a, b, strength) => {
    expect(compare(a, b).strength).toBe(strength);
  });

  test('and why it is not surer', () => {
    expect(compare('The ferry possibly carried 40 cars.', 'The ferry possibly carried 52 cars.').explanation).toMatch(
      /"40" and the second "52".*hedged/,
    );
  });
});
