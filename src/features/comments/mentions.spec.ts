import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeId } from '../../graphql/node/index.js';
import { mentionedIn, mentionOf, mentionsIn, withNames } from './mentions.js';

const EDITH = encodeId('User', { id: '01890a5d-ac96-774b-bcce-b302099a8057' });
const OMAR = encodeId('User', { id: '01890a5d-ac96-774b-bcce-b302099a8058' });
const NAMES = new Map([
  [EDITH, 'Edith'],
  [OMAR, 'Omar $& Sons'],
]);

describe('mentions', () => {
  test.each<[what: string, body: string, ids: string[]]>([
    ['nobody', 'Looks right.', []],
    ['one person', `@[${EDITH}] please look`, [EDITH]],
    ['two people without a gap', `@[${EDITH}]@[${OMAR}]`, [EDITH, OMAR]],
    ['one person twice', `@[${OMAR}], really, @[${OMAR}]`, [OMAR]],
    ['somebody within a word', `see@[${EDITH}]there`, [EDITH]],
    ['somebody within brackets', `[@[${EDITH}]]`, [EDITH]],
    ['an id that was mistyped', '@[nonsense]', ['nonsense']],
    ['somebody after a sign of another mention', `@@[${EDITH}]`, [EDITH]],
  ])('%s', (_what, body, ids) => {
    expect(mentionedIn(body)).toEqual(ids);
  });

  test.each([
    ['a name', '@Edith'],
    ['a name in brackets', '@[Edith Larsen]'],
    ['an address', 'edith@desk.example'],
    ['an address of a host by number', 'edith@[192.0.2.7]'],
    ['a gap', `@ [${EDITH}]`],
    ['a gap within', `@[ ${EDITH}]`],
    ['no end', `@[${EDITH}`],
    ['nothing within', '@[]'],
    ['other brackets', `@(${EDITH})`],
    ['a sign of another width', `＠[${EDITH}]`],
    ['what is too long for an id', `@[${'a'.repeat(129)}]`],
    ['a script', '<script>alert("@")</script>'],
  ])('%s is text', (_what, body) => {
    expect(mentionsIn(body)).toEqual([]);
    expect(withNames(body, NAMES)).toBe(body);
  });

  test('stand where they say, in UTF-16 code units', () => {
    const body = `😀 @[${EDITH}] und @[${OMAR}]`;
    expect(mentionsIn(body).map(({ start, end }) => body.slice(start, end))).toEqual([
      mentionOf(EDITH),
      mentionOf(OMAR),
    ]);
  });

  test('are read as names, whatever is in them; who has none stays as written', () => {
    expect(withNames(`@[${OMAR}] and @[nonsense]`, NAMES)).toBe('@Omar $& Sons and @[nonsense]');
  });

  test('whatever is written between them, they are found again and the rest stays as it is', () => {
    const people = fc.constantFrom(EDITH, OMAR);
    // Text that cannot take part in a token: a mention needs its opening bracket.
    const text = fc.string({ unit: 'grapheme' }).map((words) => words.replaceAll('[', '('));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, people)), text, (parts, rest) => {
        const body = parts.map(([words, id]) => words + mentionOf(id)).join('') + rest;
        const found = mentionsIn(body);
        expect(found.map(({ id }) => id)).toEqual(parts.map(([, id]) => id));
        let at = 0;
        const between = found.map(({ start, end }) => {
          const words = body.slice(at, start);
          at = end;
          return words;
        });
        expect([...between, body.slice(at)]).toEqual([...parts.map(([words]) => words), rest]);
      }),
    );
  });

  test('of any text, no more is replaced than its mentions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        const none = mentionsIn(body).filter(({ id }) => NAMES.has(id)).length === 0;
        expect(withNames(body, NAMES) === body).toBe(none);
      }),
    );
  });
});
