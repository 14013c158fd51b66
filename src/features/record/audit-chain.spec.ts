import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { faultOf, GENESIS, hashOfEntry, type ChainEntry, type ChainFault, type ChainPlace } from './audit-chain.js';

const START: ChainPlace = { seq: 0n, hash: GENESIS };

function after(before: ChainPlace, text: string): ChainEntry {
  const seq = before.seq + 1n;
  return { seq, eventId: String(seq), previous: before.hash, hash: hashOfEntry(before.hash, seq, text), text };
}
const first = after(START, '["é"]');
const second = after({ seq: 1n, hash: Buffer.from(first.hash) }, '["b"]');
const PLACE: ChainPlace = { seq: 1n, hash: Buffer.from(first.hash) };

describe('a chain of events', () => {
  test('hashes the hash before, the number and the text', () => {
    const whole = Buffer.concat([Buffer.alloc(32), Buffer.from('1 ["é"]', 'utf8')]);
    expect(Buffer.from(first.hash).toString('hex')).toBe(createHash('sha256').update(whole).digest('hex'));
  });

  test.each<[string, ChainEntry, ChainPlace, ChainFault | null]>([
    ['the first entry', first, START, null],
    ['the next entry', second, PLACE, null],
    ['an entry behind a gap', { ...second, seq: 3n }, PLACE, 'MISSING'],
    ['a chain without its first entry', second, START, 'MISSING'],
    ['an entry that follows another', { ...second, previous: GENESIS }, PLACE, 'MOVED'],
    ['an entry without its event', { ...second, text: null }, PLACE, 'EVENT_GONE'],
    ['an event that was changed', { ...second, text: '["c"]' }, PLACE, 'CHANGED'],
    ['a hash that was changed', { ...second, hash: GENESIS }, PLACE, 'CHANGED'],
    [
      'an event under another number',
      { ...after(PLACE, '["b"]'), hash: hashOfEntry(PLACE.hash, 7n, '["b"]') },
      PLACE,
      'CHANGED',
    ],
  ])('%s', (_, entry, before, expected) => {
    expect(faultOf(entry, before)).toBe(expected);
  });
});
