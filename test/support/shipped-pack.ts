import { readFileSync } from 'node:fs';
import { expandPack, type ExpandedPack } from '../../src/features/packs/expanded-pack.js';
import { readPackText } from '../../src/features/packs/pack-text.js';

/** A pack of `packs/`, with everything that it means written out. */
export function shippedPack(name: string): ExpandedPack {
  const read = readPackText(readFileSync(`packs/${name}.yaml`, 'utf8'));
  if (!('text' in read)) throw new Error(JSON.stringify(read.problems));
  return expandPack(read.text.pack).pack;
}
