import { ORIGIN_REASONS, type CitationOrigin, type OriginReason, type OriginTie } from './origins.js';

/**
 * What ties the citations of one origin together: everything that two sources or more have in common, by reason, and
 * what ties the most sources first. An origin of one source has none.
 */
export function tiesOf<T extends CitationOrigin>(origin: readonly T[]): OriginTie<T>[] {
  const found = [
    ...tiesBy(origin, 'DERIVED_FROM', derivationsOf),
    ...tiesBy(origin, 'NEAR_DUPLICATE', textsOf),
    ...identicalTexts(origin),
    ...tiesBy(origin, 'SAME_PUBLISHER_GROUP', ({ publisherGroupId }) => [publisherGroupId]),
    ...tiesBy(origin, 'SAME_CLAIMANT', ({ publisherGroupId, claimantGroupId }) => [
      publisherGroupId,
      claimantGroupId,
    ]).filter(({ agentId, citations }) => citations.some(({ claimantGroupId }) => claimantGroupId === agentId)),
  ];
  return found.sort(
    (a, b) =>
      ORIGIN_REASONS.indexOf(a.reason) - ORIGIN_REASONS.indexOf(b.reason) ||
      sourcesIn(b.citations) - sourcesIn(a.citations) ||
      (nameOf(a) < nameOf(b) ? -1 : 1),
  );
}

function derivationsOf({ sourceId, originSourceId }: CitationOrigin): (string | null)[] {
  return [sourceId, originSourceId];
}

function textsOf({ sourceId, textIds }: CitationOrigin): string[] {
  return [sourceId, ...textIds];
}

/** One tie for each name that citations of two sources or more give. */
function tiesBy<T extends CitationOrigin>(
  origin: readonly T[],
  reason: OriginReason,
  namesOf: (citation: T) => readonly (string | null)[],
): OriginTie<T>[] {
  return [...groupedByName(origin, namesOf)].map(([name, citations]) => {
    const isAgent = reason === 'SAME_PUBLISHER_GROUP' || reason === 'SAME_CLAIMANT';
    return { reason, agentId: isAgent ? name : null, sourceId: isAgent ? null : name, citations };
  });
}

/** Texts that are equal to the letter where nothing else says so: texts without a word are not compared otherwise. */
function identicalTexts<T extends CitationOrigin>(origin: readonly T[]): OriginTie<T>[] {
  return [...groupedByName(origin, ({ textSha256 }) => [textSha256]).values()].flatMap((citations) => {
    const [first, ...others] = citations;
    const known = first && textsOf(first).some((name) => others.every((other) => textsOf(other).includes(name)));
    const sourceId = citations.map((citation) => citation.sourceId).sort()[0] ?? null;
    return known ? [] : [{ reason: 'NEAR_DUPLICATE' as const, agentId: null, sourceId, citations }];
  });
}

function groupedByName<T extends CitationOrigin>(
  origin: readonly T[],
  namesOf: (citation: T) => readonly (string | null)[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const citation of origin) {
    for (const name of new Set(namesOf(citation))) {
      if (name === null) continue;
      const group = groups.get(name);
      if (group) group.push(citation);
      else groups.set(name, [citation]);
    }
  }
  return new Map([...groups].filter(([, citations]) => sourcesIn(citations) > 1));
}

function sourcesIn(citations: readonly CitationOrigin[]): number {
  return new Set(citations.map(({ sourceId }) => sourceId)).size;
}

function nameOf({ agentId, sourceId }: OriginTie): string {
  return agentId ?? sourceId ?? '';
}
