import type { FieldChange } from '../revisions/index.js';
import {
  isSameRow,
  type PackPlan,
  type Planned,
  type TermKind,
  type TermRows,
  type VocabularyRows,
} from './pack-plan.js';

/** One thing that an import makes, changes or removes. */
export interface TermChange {
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly kind: TermKind;
  /** Of a concept, the key of its scheme, a slash and its own. */
  readonly key: string;
  /** Of what is changed, what is other than before; none for the rest. */
  readonly fields: readonly FieldChange[];
}

const KINDS = ['SCHEME', 'CONCEPT', 'PROPERTY', 'IDENTITY', 'ORDER'] as const satisfies TermKind[];

/** All that a plan does, kind by kind, in the order of the file; what goes comes last. */
export function changesOf(plan: PackPlan, before: VocabularyRows, after: VocabularyRows): readonly TermChange[] {
  const spoken = namesOf(before, after);
  const made = KINDS.flatMap((kind) =>
    (plan.planned[kind] as readonly Planned<TermRows[TermKind]>[]).flatMap((entry): TermChange[] => {
      if (entry.before === null) return [{ change: 'ADDED', kind, key: entry.key, fields: [] }];
      if (isSameRow(entry.before, entry.after)) return [];
      return [{ change: 'CHANGED', kind, key: entry.key, fields: fieldsOf(entry.before, entry.after, spoken) }];
    }),
  );
  const gone = KINDS.flatMap((kind) =>
    plan.dropped[kind].map(({ key }): TermChange => ({ change: 'REMOVED', kind, key, fields: [] })),
  );
  return [...made, ...gone];
}

/** What a field is called in a pack, where it is called otherwise in a row. */
const NAMES: Readonly<Record<string, string>> = {
  prefLabel: 'label',
  altLabels: 'synonyms',
  schemeId: 'scheme',
  dimensions: 'scopeDimensions',
  wholeId: 'whole',
  partIds: 'parts',
  earlierId: 'earlier',
  laterId: 'later',
};

function fieldsOf(before: object, after: object, spoken: (value: unknown) => string | null): FieldChange[] {
  const [old, now] = [before, after] as Record<string, unknown>[];
  return Object.keys(now ?? {})
    .filter((field) => !isSameRow(old?.[field], now?.[field]))
    .map((field) => ({ field: NAMES[field] ?? field, before: spoken(old?.[field]), after: spoken(now?.[field]) }));
}

/** Turns the value of a field into text, in which ids are read as the names that they stand for. */
function namesOf(before: VocabularyRows, after: VocabularyRows): (value: unknown) => string | null {
  const names = new Map<string, string>();
  for (const { SCHEME, CONCEPT, PROPERTY } of [before, after]) {
    for (const { id, key } of [...SCHEME.values(), ...PROPERTY.values()]) names.set(id, key);
    for (const { id, prefLabel } of CONCEPT.values()) names.set(id, prefLabel);
  }
  const read = (value: unknown): string | null => {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map(read).join(', ');
    if (typeof value === 'object') {
      if ('dimension' in value && 'schemeId' in value)
        return `${String(value.dimension)} (${read(value.schemeId) ?? ''})`;
    }
    if (typeof value === 'string') return names.get(value) ?? value;
    return JSON.stringify(value);
  };
  return read;
}
