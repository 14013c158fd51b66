import { uuidv7 } from 'uuidv7';
import type {
  IdentityRow,
  PropertyOrderRow,
  PropertyRow,
  RelatedConceptRow,
  SchemeRow,
  VocabularySnapshot,
} from '../vocabulary/index.js';
import type { ExpandedPack } from './expanded-pack.js';
import type { PackPath } from './pack-text.js';
import type { Recognition } from '../../domain/reading/index.js';

/** What packs declare, by kind. */
export interface TermRows {
  readonly SCHEME: SchemeRow & { readonly open: boolean };
  readonly CONCEPT: RelatedConceptRow;
  readonly PROPERTY: PropertyRow & { readonly recognition: Recognition | null };
  readonly IDENTITY: IdentityRow;
  readonly ORDER: PropertyOrderRow;
}
export type TermKind = keyof TermRows;

/** Something that a pack declares, by the pack's own name for it. */
export interface Term {
  readonly kind: TermKind;
  /** Of a concept, the key of its scheme, a slash and its own. */
  readonly key: string;
  readonly id: string;
}

/** One thing as it is and as the pack has it. */
export interface Planned<Row> {
  readonly key: string;
  readonly path: PackPath;
  /** Null where it is not there yet. */
  readonly before: Row | null;
  readonly after: Row;
}

/** One thing that the pack declared before and no longer does. */
export interface Dropped<Row> {
  readonly key: string;
  readonly before: Row;
}

/** What importing a pack comes to. */
export interface PackPlan {
  readonly terms: readonly Term[];
  readonly planned: { readonly [Kind in TermKind]: readonly Planned<TermRows[Kind]>[] };
  /** What no other pack declares either, and so goes. */
  readonly dropped: { readonly [Kind in TermKind]: readonly Dropped<TermRows[Kind]>[] };
}

/** All rows of a vocabulary, found by their ids. */
export type VocabularyRows = { readonly [Kind in TermKind]: ReadonlyMap<string, TermRows[Kind]> };

/** What is there before an import. */
export interface KnownVocabulary {
  readonly vocabulary: VocabularySnapshot;
  /** Ids of the schemes that are open. */
  readonly open: ReadonlySet<string>;
  /** By id of the property. */
  readonly recognition: ReadonlyMap<string, Recognition>;
  /** What this pack declared when it was imported last; none where it never was. */
  readonly terms: readonly Term[];
  /** Ids of what other packs declare. */
  readonly declaredElsewhere: ReadonlySet<string>;
}

/**
 * Sets a pack against the vocabulary that is there. What a pack declares takes the place of what has its key (of a
 * concept: its label, in its scheme), whoever made it; what it declared last time and no longer does is dropped.
 */
export function planImport(pack: ExpandedPack, known: KnownVocabulary): PackPlan {
  const rows = rowsByKind(known);
  const last = new Map(known.terms.map((term) => [nameOf(term), term.id]));
  const terms: Term[] = [];
  const claimed = new Set<string>();
  /** The id of what the pack declares: as it was last time, else of what is known by its key, else a new one. */
  const identify = (kind: TermKind, key: string, byKey: string | undefined): string => {
    const named = last.get(nameOf({ kind, key }));
    const id = [named, byKey].find((each) => each !== undefined && !claimed.has(each)) ?? uuidv7();
    claimed.add(id);
    terms.push({ kind, key, id });
    return id;
  };
  const byKeyOf = (table: ReadonlyMap<string, { readonly id: string; readonly key: string }>) => {
    const ids = new Map([...table.values()].map(({ id, key }) => [key, id]));
    return (key: string) => ids.get(key);
  };

  const [schemeByKey, propertyByKey] = [byKeyOf(rows.SCHEME), byKeyOf(rows.PROPERTY)];
  const schemeIds = new Map(pack.schemes.map(({ key }) => [key, identify('SCHEME', key, schemeByKey(key))]));
  const propertyIds = new Map(pack.properties.map(({ key }) => [key, identify('PROPERTY', key, propertyByKey(key))]));
  const scheme = (key: string): string => entryOf(schemeIds, key);
  const property = (key: string): string => entryOf(propertyIds, key);

  const labelled = new Map(
    [...known.vocabulary.concepts.values()].map(({ id, schemeId, prefLabel }) => [`${schemeId}/${prefLabel}`, id]),
  );
  // First those that keep their key, so that none of them is taken for another that has come to bear its label.
  const inOrder = [...pack.concepts].sort((a, b) => Number(wasThere(b)) - Number(wasThere(a)));
  function wasThere(concept: { scheme: string; key: string }): boolean {
    return last.has(nameOf({ kind: 'CONCEPT', key: conceptKey(concept) }));
  }
  const conceptIds = new Map(
    inOrder.map((concept) => [
      conceptKey(concept),
      identify('CONCEPT', conceptKey(concept), labelled.get(`${scheme(concept.scheme)}/${concept.label}`)),
    ]),
  );
  const ownConcepts = new Set(conceptIds.values());
  const disjoint = symmetric(
    pack.concepts.flatMap((concept) => {
      const idOf = (key: string) => entryOf(conceptIds, conceptKey({ scheme: concept.scheme, key }));
      return concept.disjointWith.map((key): [string, string] => [idOf(concept.key), idOf(key)]);
    }),
  );

  const identityByKey = byKeyOf(rows.IDENTITY);
  const orderByKey = byKeyOf(rows.ORDER);
  const planned: PackPlan['planned'] = {
    SCHEME: pack.schemes.map(({ path, ...rest }) => {
      const id = scheme(rest.key);
      const before = rows.SCHEME.get(id) ?? null;
      return { key: rest.key, path, before, after: { version: 1, ...before, ...rest, id } };
    }),
    CONCEPT: pack.concepts.map(({ path, scheme: schemeKey, key, label, altLabels, broader, ...rest }) => {
      const idOf = (name: string) => entryOf(conceptIds, conceptKey({ scheme: schemeKey, key: name }));
      const id = idOf(key);
      const before = rows.CONCEPT.get(id) ?? null;
      // What somebody else declared disjoint from it stays so.
      const elsewhere = (before?.disjointWith ?? []).filter((other) => !ownConcepts.has(other));
      const after: TermRows['CONCEPT'] = {
        version: 1,
        ...before,
        id,
        schemeId: scheme(schemeKey),
        prefLabel: label,
        altLabels: [...altLabels],
        exactMatch: [...rest.exactMatch],
        exclusiveGroup: rest.exclusiveGroup,
        narrowerComplete: rest.narrowerComplete,
        broader: [...new Set(broader.map(idOf))].sort(),
        disjointWith: [...new Set([...(disjoint.get(id) ?? []), ...elsewhere])].sort(),
      };
      return { key: conceptKey({ scheme: schemeKey, key }), path, before, after };
    }),
    PROPERTY: pack.properties.map(({ path, scheme: schemeKey, dimensions, ...rest }) => {
      const id = property(rest.key);
      const before = rows.PROPERTY.get(id) ?? null;
      const schemed = dimensions.map((each) => ({ dimension: each.dimension, schemeId: scheme(each.scheme) }));
      const after: TermRows['PROPERTY'] = {
        version: 1,
        ...before,
        ...rest,
        id,
        schemeId: schemeKey === null ? null : scheme(schemeKey),
        dimensions: inNameOrder(schemed),
      };
      return { key: rest.key, path, before, after };
    }),
    IDENTITY: pack.identities.map(({ path, key, label, whole, parts }) => {
      const id = identify('IDENTITY', key, identityByKey(key));
      const before = rows.IDENTITY.get(id) ?? null;
      return {
        key,
        path,
        before,
        after: { version: 1, ...before, id, key, label, wholeId: property(whole), partIds: parts.map(property) },
      };
    }),
    ORDER: pack.orders.map(({ path, key, earlier, later }) => {
      const id = identify('ORDER', key, orderByKey(key));
      const before = rows.ORDER.get(id) ?? null;
      return {
        key,
        path,
        before,
        after: { ...before, id, key, earlierId: property(earlier), laterId: property(later) },
      };
    }),
  };
  return { terms, planned, dropped: droppedOf(known, claimed, rows) };
}

/** The vocabulary as it is before an import. */
export function vocabularyBefore(known: KnownVocabulary): VocabularyRows {
  return rowsByKind(known);
}

/** The vocabulary as it would be after an import. */
export function vocabularyAfter(known: KnownVocabulary, { planned, dropped }: PackPlan): VocabularyRows {
  const rows = rowsByKind(known);
  const of = <Row extends { readonly id: string }>(
    before: ReadonlyMap<string, Row>,
    changed: readonly Planned<Row>[],
    gone: readonly Dropped<Row>[],
  ): ReadonlyMap<string, Row> => {
    const after = new Map(before);
    for (const { before: row } of gone) after.delete(row.id);
    for (const { after: row } of changed) after.set(row.id, row);
    return after;
  };
  const lost = new Set(dropped.CONCEPT.map(({ before }) => before.id));
  const concepts = of(rows.CONCEPT, planned.CONCEPT, dropped.CONCEPT);
  return {
    SCHEME: of(rows.SCHEME, planned.SCHEME, dropped.SCHEME),
    // What was declared disjoint from a concept that goes no longer is.
    CONCEPT: new Map(
      [...concepts].map(([id, row]) => [
        id,
        row.disjointWith.some((other) => lost.has(other))
          ? { ...row, disjointWith: row.disjointWith.filter((other) => !lost.has(other)) }
          : row,
      ]),
    ),
    PROPERTY: of(rows.PROPERTY, planned.PROPERTY, dropped.PROPERTY),
    IDENTITY: of(rows.IDENTITY, planned.IDENTITY, dropped.IDENTITY),
    ORDER: of(rows.ORDER, planned.ORDER, dropped.ORDER),
  };
}

/** Whether two rows say the same, whatever the order of keys. */
export function isSameRow(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** How a pack names a concept among its terms. */
function conceptKey({ scheme, key }: { readonly scheme: string; readonly key: string }): string {
  return `${scheme}/${key}`;
}

const nameOf = ({ kind, key }: Pick<Term, 'kind' | 'key'>): string => `${kind} ${key}`;

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

function rowsByKind({ vocabulary, open, recognition }: KnownVocabulary): VocabularyRows {
  return {
    SCHEME: new Map([...vocabulary.schemes].map(([id, row]) => [id, { ...row, open: open.has(id) }])),
    CONCEPT: vocabulary.concepts,
    PROPERTY: new Map(
      [...vocabulary.propertiesById].map(([id, row]) => [
        id,
        { ...row, dimensions: inNameOrder(row.dimensions), recognition: recognition.get(id) ?? null },
      ]),
    ),
    IDENTITY: vocabulary.identities,
    ORDER: vocabulary.orders,
  };
}

/** The order of dimensions means nothing; a database has its own. */
function inNameOrder(dimensions: PropertyRow['dimensions']): PropertyRow['dimensions'] {
  return [...dimensions].sort((a, b) => (a.dimension < b.dimension ? -1 : 1));
}

function droppedOf(known: KnownVocabulary, claimed: ReadonlySet<string>, rows: VocabularyRows): PackPlan['dropped'] {
  const gone = known.terms.filter(({ id }) => !claimed.has(id) && !known.declaredElsewhere.has(id));
  const of = <Kind extends TermKind>(kind: Kind): Dropped<TermRows[Kind]>[] =>
    gone
      .filter((term) => term.kind === kind)
      .map(({ key, id }) => ({ key, before: entryOf(rows[kind] as ReadonlyMap<string, TermRows[Kind]>, id) }));
  return {
    SCHEME: of('SCHEME'),
    CONCEPT: of('CONCEPT'),
    PROPERTY: of('PROPERTY'),
    IDENTITY: of('IDENTITY'),
    ORDER: of('ORDER'),
  };
}

function symmetric(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [one, other] of [...pairs, ...pairs.map(([a, b]) => [b, a] as const)]) {
    map.set(one, [...(map.get(one) ?? []), other]);
  }
  return map;
}

function entryOf<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`A pack was planned though it lacks "${key}".`);
  return value;
}
