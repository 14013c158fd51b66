import type { VocabularySnapshot } from '../vocabulary/index.js';
import type { NamedConcept } from './suggested.js';

/** Finds the concepts that suggestions name, in the vocabulary as it is now; null for one that it does not have. */
export type ConceptFinder = (named: NamedConcept) => string | null;

/** What was read by an older vocabulary may name a concept that has been added or removed since: then its name counts. */
export function conceptFinder({ concepts, schemes }: VocabularySnapshot): ConceptFinder {
  const keyOf = (schemeId: string): string => schemes.get(schemeId)?.key ?? '';
  let byName: Map<string, string> | undefined;
  return ({ conceptId, scheme, label }) => {
    if (conceptId !== null && concepts.has(conceptId)) return conceptId;
    byName ??= new Map(
      [...concepts.values()].map(({ id, schemeId, prefLabel }) => [nameOf(keyOf(schemeId), prefLabel), id]),
    );
    return byName.get(nameOf(scheme, label)) ?? null;
  };
}

function nameOf(scheme: string, label: string): string {
  return `${scheme} ${label.toLowerCase()}`;
}
