import { readFileSync } from 'node:fs';
import type { ReadableVocabulary } from '../../src/domain/reading/index.js';
import { expandPack } from '../../src/features/packs/expanded-pack.js';
import { readPackText } from '../../src/features/packs/pack-text.js';

/** A pack as the reader takes it; concepts are named by their labels, which gold answers name too. */
export function vocabularyOf(path: string): ReadableVocabulary {
  const read = readPackText(readFileSync(path, 'utf8'));
  if ('problems' in read) throw new Error(`${path}: ${JSON.stringify(read.problems)}`);
  const { pack, problems } = expandPack(read.text.pack);
  if (problems.length > 0) throw new Error(`${path}: ${JSON.stringify(problems)}`);
  const labels = new Map(pack.concepts.map(({ scheme, key, label }) => [`${scheme}/${key}`, label]));
  return {
    nouns: pack.recognition.nouns ?? {},
    events: pack.recognition.events ?? [],
    schemes: pack.schemes.map(({ key, open }) => ({
      key,
      open,
      concepts: pack.concepts
        .filter(({ scheme }) => scheme === key)
        .map(({ label, altLabels, broader }) => ({
          id: label,
          label,
          altLabels,
          broader: broader.map((above) => labels.get(`${key}/${above}`) ?? above),
        })),
    })),
    properties: pack.properties.map((property) => ({
      key: property.key,
      label: property.label,
      datatype: property.datatype,
      unit: property.unit,
      phrase: property.phrase,
      schemeKey: property.scheme,
      scopeDimensions: property.dimensions.map(({ dimension, scheme }) => ({ key: dimension, schemeKey: scheme })),
      recognition: property.recognition ?? {},
    })),
  };
}
