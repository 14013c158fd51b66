import type {
  PackRecognition,
  ReadableScheme,
  ReadableVocabulary,
  Recognition,
  Wording,
} from '../../domain/reading/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';

/** What a pack has texts read by. */
interface DeclaringPack {
  readonly recognition: PackRecognition;
  /** Ids. */
  readonly properties: readonly string[];
  /** Ids. */
  readonly schemes: readonly string[];
}

interface Known {
  readonly vocabulary: VocabularySnapshot;
  /** Ids of the schemes that are open. */
  readonly open: ReadonlySet<string>;
  /** By id of the property. */
  readonly recognition: ReadonlyMap<string, Recognition>;
}

/** The vocabulary of some packs in the form in which texts are read by it; what several of them say is put together. */
export function readableVocabulary(
  packs: readonly DeclaringPack[],
  { vocabulary, open, recognition }: Known,
): ReadableVocabulary {
  const keyOf = (schemeId: string): string => vocabulary.schemes.get(schemeId)?.key ?? schemeId;
  const nouns = new Map<string, Set<Wording>>();
  for (const { recognition: of } of packs) {
    for (const [key, wordings] of Object.entries(of.nouns ?? {})) {
      nouns.set(key, new Set([...(nouns.get(key) ?? []), ...wordings]));
    }
  }
  const concepts = new Map<string, ReadableScheme['concepts'][number][]>();
  for (const { id, schemeId, prefLabel: label, altLabels, broader } of vocabulary.concepts.values()) {
    const list = concepts.get(schemeId) ?? [];
    list.push({ id, label, altLabels, broader });
    concepts.set(schemeId, list);
  }
  const properties = [...new Set(packs.flatMap((pack) => pack.properties))].flatMap((id) => {
    const row = vocabulary.propertiesById.get(id);
    return row ? [row] : [];
  });
  const schemeIds = new Set([
    ...packs.flatMap((pack) => pack.schemes),
    ...properties.flatMap((row) => [
      ...(row.schemeId === null ? [] : [row.schemeId]),
      ...row.dimensions.map((each) => each.schemeId),
    ]),
  ]);
  return {
    properties: properties.map(({ id, key, label, datatype, unit, phrase, schemeId, dimensions }) => ({
      key,
      label,
      datatype,
      unit,
      phrase,
      schemeKey: schemeId === null ? null : keyOf(schemeId),
      scopeDimensions: dimensions.map((each) => ({ key: each.dimension, schemeKey: keyOf(each.schemeId) })),
      recognition: recognition.get(id) ?? {},
    })),
    schemes: [...schemeIds].map((id) => ({ key: keyOf(id), concepts: concepts.get(id) ?? [], open: open.has(id) })),
    nouns: Object.fromEntries([...nouns].map(([key, wordings]) => [key, [...wordings]])),
    events: [...new Set(packs.flatMap((pack) => pack.recognition.events ?? []))],
  };
}
