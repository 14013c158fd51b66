import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  aboard,
  crew,
  fatalities,
  fates,
  passengers,
  question,
  roles,
  survivors,
} from '../arithmetic/arithmetic.spec-kit.js';
import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import {
  cause,
  claim,
  figure,
  is,
  jammed,
  NO,
  property,
  time,
  toll,
  vocabulary,
  YES,
} from '../contradiction/scenario.spec-kit.js';
import type { Finding } from '../contradiction/contradiction.js';
import type { Value } from '../values/value.js';
import { examineSubject } from './examine-subject.js';
import type { Ties } from './ties.js';

const departure = property('TIME', { key: 'departure', label: 'departure' });
const crash = property('TIME', { key: 'crash', label: 'crash' });
const later = { ...toll, key: 'injured' } as const satisfies Property;
const ties: Ties = {
  identities: [fates, roles],
  orders: [{ id: 'flight', earlier: 'departure', later: 'crash' }],
  properties: [aboard, fatalities, survivors, passengers, crew, departure, crash],
};

interface Said {
  readonly about: Property;
  readonly claim: Claim;
}

function questionsOf(list: readonly Said[]): readonly Question[] {
  return [...new Set(list.map(({ about }) => about))].map((about) =>
    question(about, ...list.filter((said) => said.about === about).map((said) => said.claim)),
  );
}

function examine(list: readonly Said[]): readonly Finding[] {
  return examineSubject(questionsOf(list), ties, vocabulary).findings;
}

function membersOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ members }) => members.join(' '));
}

const scopes = fc.constantFrom('', '', 'nationality: Azerbaijani', 'nationality: Russian', 'role: crew');
const dates = fc.constantFrom('2024-12-25', '2024-12-26', '2024-12', null);
const figures = fc.tuple(
  fc.constantFrom<Property>(aboard, fatalities, survivors, passengers, crew, later),
  fc.integer({ min: 0, max: 6 }).map((amount) => figure(String(amount))),
);
const causes = fc.tuple(fc.constant(cause), fc.constantFrom('fog', 'missile', 'accident', 'bird-strike').map(is));
const moments = fc.tuple(
  fc.constantFrom(departure, crash),
  fc.constantFrom('2024-12-24', '2024-12-25', '2024-12-25T06:28Z', '2024-12').map(time),
);
const yesOrNo = fc.tuple(fc.constant(jammed), fc.constantFrom(YES, NO));
const subjects = fc
  .array(
    fc.record({
      what: fc.oneof({ weight: 3, arbitrary: figures }, causes, moments, yesOrNo),
      scope: scopes,
      on: dates,
      hedged: fc.boolean(),
      denied: fc.nat({ max: 4 }).map((roll) => roll === 0),
    }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(({ what: [about, value], on, ...rest }, index): Said => {
      const said = { ...rest, id: `c${index}`, ...(on === null ? {} : { on }) };
      return { about, claim: claim(value, said) };
    }),
  );

test('the order of arrival does not matter, to the letter', () => {
  const shuffled = subjects.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, reordered]) => {
      expect(examine(reordered)).toEqual(examine(list));
    }),
  );
});

test('recomputing from copies of the claims gives the same, to the letter', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const before = examine(list);
      const copies = list.map(({ about, claim: said }) => ({ about, claim: structuredClone(said) }));
      expect(examine(copies)).toEqual(before);
      expect(examine(list)).toEqual(before);
    }),
  );
});

test('in whichever batches claims come, what is found among those of one batch is found for good, and nothing else', () => {
  const batched = subjects.chain((list) => fc.tuple(fc.constant(list), fc.subarray([...list])));
  fc.assert(
    fc.property(batched, ([list, batch]) => {
      const ids = new Set(batch.map((said) => said.claim.id));
      const among = examine(list).filter(({ members }) => members.every((id) => ids.has(id)));
      expect(examine(batch)).toEqual(among);
    }),
  );
});

test('one more source for a claim adds no contradiction, and takes none away but sets with a pair that has hardened', () => {
  const cited = fc.tuple(subjects, fc.nat(), dates, fc.boolean());
  fc.assert(
    fc.property(cited, ([list, pick, on, hedged]) => {
      fc.pre(list.length > 0);
      const chosen = list[pick % list.length]!;
      const [old, other] = [chosen.claim, claim(chosen.claim.value, { hedged, ...(on === null ? {} : { on }) })];
      const dated = [old.firstSaid, other.firstSaid].filter((interval) => interval !== null);
      const firstSaid =
        dated.length === 0
          ? null
          : { from: Math.min(...dated.map(({ from }) => from)), to: Math.min(...dated.map(({ to }) => to)) };
      const grown = { ...chosen, claim: { ...old, hedged: old.hedged && hedged, firstSaid } };
      const before = examine(list);
      const after = examine(list.map((said) => (said === chosen ? grown : said)));
      expect(membersOf(before)).toEqual(expect.arrayContaining([...membersOf(after)]));
      const hard = after.filter(({ strength, members }) => strength === 'CONFLICT' && members.length === 2);
      const gone = before.filter(({ members }) => !membersOf(after).includes(members.join(' ')));
      for (const { members } of gone) {
        expect(hard.some((pair) => pair.members.every((id) => members.includes(id)))).toBe(true);
      }
    }),
  );
});

test('what is true contradicts nothing: claims about one world are never in conflict', () => {
  const person = fc.record({
    nationality: fc.constantFrom('Azerbaijani', 'Russian', 'Kazakh'),
    role: fc.constantFrom('pilots', 'crew', 'children', 'none'),
    died: fc.boolean(),
  });
  type Person = typeof person extends fc.Arbitrary<infer P> ? P : never;
  const isCrew = ({ role }: Person): boolean => role === 'crew' || role === 'pilots';
  const counts: readonly (readonly [Property, (one: Person) => boolean])[] = [
    [aboard, () => true],
    [fatalities, ({ died }) => died],
    [survivors, ({ died }) => !died],
    [passengers, (one) => !isCrew(one)],
    [crew, isCrew],
  ];
  const groups: readonly (readonly [string, (one: Person) => boolean])[] = [
    ['', () => true],
    ['nationality: Azerbaijani', ({ nationality }) => nationality === 'Azerbaijani'],
    ['nationality: Russian', ({ nationality }) => nationality === 'Russian'],
    ['role: crew', isCrew],
    ['role: pilots', ({ role }) => role === 'pilots'],
    ['nationality: Russian, role: crew', (one) => one.nationality === 'Russian' && isCrew(one)],
  ];
  const slack = fc.constantFrom(0, 0, 1, 2, null);
  const aCount = fc.record({
    count: fc.constantFrom(...counts),
    group: fc.constantFrom(...groups),
    below: slack,
    above: slack,
  });
  const true_ = fc.constantFrom<readonly [Property, Value, boolean]>(
    [cause, is('missile'), false],
    [cause, is('external-interference'), false],
    [cause, is('accident'), true],
    [cause, is('fog'), true],
    [jammed, YES, false],
    [jammed, NO, true],
    [departure, time('2024-12-25T03:55Z'), false],
    [departure, time('2024-12-25T07:55+04:00'), false],
    [departure, time('2024-12-25T07:55'), false],
    [departure, time('2024-12'), false],
    [crash, time('2024-12-25T06:28Z'), false],
    [crash, time('2024-12-25T11:28'), false],
    [crash, time('2024-12-25/..'), false],
    [crash, time('2024-12-24'), true],
  );
  const worlds = fc.tuple(
    fc.array(person, { maxLength: 12 }),
    fc.array(aCount, { maxLength: 8 }),
    fc.array(true_, { maxLength: 5 }),
  );
  fc.assert(
    fc.property(worlds, ([people, said, others]) => {
      const figuresSaid = said.map(({ count: [about, isCounted], group: [scope, isIn], below, above }, index): Said => {
        const exact = people.filter((one) => isCounted(one) && isIn(one)).length;
        const lowerBound = String(Math.max(0, exact - (below ?? exact)));
        const value = figure({ lowerBound, upperBound: above === null ? null : String(exact + above) });
        return { about, claim: claim(value, { id: `f${index}`, scope }) };
      });
      const rest = others.map(([about, value, denied], index): Said => {
        return { about, claim: claim(value, { id: `o${index}`, denied }) };
      });
      const conflicts = examine([...figuresSaid, ...rest]).filter(({ strength }) => strength === 'CONFLICT');
      expect(conflicts).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
