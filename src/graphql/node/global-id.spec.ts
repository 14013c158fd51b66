import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeId, encodeId } from './global-id.js';
import { NODE_TYPES, type NodeType } from './node-type.js';

const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const STORY = '01890a5d-ac96-774b-bcce-b302099a0001';
const types = Object.keys(NODE_TYPES) as NodeType[];

describe('global ids', () => {
  test.each(types)('%s: what was encoded is decoded', (type) => {
    const decoded = decodeId(encodeId(type, { id: ID, storyId: STORY }));
    expect(decoded).toEqual({ type, id: ID, ...(NODE_TYPES[type].scoped ? { storyId: STORY } : {}) });
  });

  test('each tag is used once', () => {
    expect(new Set(Object.values(NODE_TYPES).map(({ tag }) => tag)).size).toBe(types.length);
  });

  test('the form is pinned: clients keep ids', () => {
    expect(encodeId('Story', { id: ID })).toBe('AQGJCl2slndLvM6zAgmagFc');
    expect(encodeId('Claim', { id: ID, storyId: STORY })).toBe('BwGJCl2slndLvM6zAgmaAAEBiQpdrJZ3S7zOswIJmoBX');
  });

  test.each([
    ['nothing', ''],
    ['padding', `${encodeId('Story', { id: ID })}=`],
    ['another alphabet', encodeId('Claim', { id: ID, storyId: STORY }).replace('AAEB', 'AAE+')],
    ['white space before', ` ${encodeId('Story', { id: ID })}`],
    ['loose last bits', `${encodeId('Story', { id: ID }).slice(0, -1)}d`],
    [
      'one byte too few',
      Buffer.from(encodeId('Story', { id: ID }), 'base64url')
        .subarray(0, -1)
        .toString('base64url'),
    ],
    ['a story-scoped tag on a story-free length', `Bw${encodeId('Story', { id: ID }).slice(2)}`],
    ['an unused tag', Buffer.alloc(17, 0xff).toString('base64url')],
    ['tag zero', Buffer.alloc(17).toString('base64url')],
    ['a bare UUID', ID],
  ])('refuses %s', (_name, globalId) => {
    expect(decodeId(globalId)).toBeNull();
  });

  test('whatever is accepted encodes to the same string', () => {
    const strings = fc.oneof(
      fc.string(),
      fc.uint8Array({ minLength: 15, maxLength: 35 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
      fc
        .tuple(fc.integer({ min: 0, max: 20 }), fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean())
        .map(([tag, bytes, long]) => Buffer.from([tag, ...bytes.slice(0, long ? 32 : 16)]).toString('base64url')),
    );
    fc.assert(
      fc.property(strings, (globalId) => {
        const decoded = decodeId(globalId);
        if (decoded !== null) expect(encodeId(decoded.type, decoded)).toBe(globalId);
      }),
    );
  });

  test.each([
    ['an upper-case UUID', ID.toUpperCase()],
    ['a short UUID', ID.slice(1)],
  ])('does not encode %s', (_name, id) => {
    expect(() => encodeId('Story', { id })).toThrow(RangeError);
  });
});
