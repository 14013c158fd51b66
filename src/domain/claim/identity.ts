import { createHash } from 'node:crypto';
import { decimalText } from '../values/decimal.js';
import { measureOf } from '../values/quantity.js';
import { namesZone } from '../values/time.js';
import type { QuantityValue, Value } from '../values/value.js';
import type { Polarity, Property, ScopeTerm } from './claim.js';

/** What makes two claims one: who writes them, and in which words or units, does not. */
export interface ClaimParts {
  readonly subjectId: string;
  readonly propertyKey: string;
  readonly polarity: Polarity;
  readonly value: Value;
  readonly scope: readonly ScopeTerm[];
}

/** The parts of {@link Property} that decide what a figure without a unit means. */
type PropertyUnit = Pick<Property, 'unit'>;

/**
 * A claim's identity: the SHA-256 (lower-case hex) of its canonical form. Two claims have the same key exactly where
 * they give the same answer to the same question: 1.5 km and 1500 m, 2024-12-25 and 2024-12-25/2024-12-25, the same
 * scope terms in another order. JSON keeps the parts apart, so that no two canonical forms read alike.
 */
export function identityKey(parts: ClaimParts, property: PropertyUnit): string {
  const canonical = [
    parts.subjectId,
    parts.propertyKey,
    parts.polarity,
    canonicalValue(parts.value, property),
    canonicalScope(parts.scope),
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}

type Canonical = readonly (string | number | boolean | null)[];

function canonicalValue(value: Value, property: PropertyUnit): Canonical {
  switch (value.kind) {
    case 'QUANTITY':
      return canonicalQuantity(value, property);
    case 'TIME':
      return ['TIME', value.earliest, value.latest, namesZone(value)];
    case 'CONCEPT':
      return ['CONCEPT', value.conceptId];
    case 'BOOLEAN':
      return ['BOOLEAN', value.boolean];
    case 'TEXT':
      return ['TEXT', value.text.normalize('NFC').replace(/\s+/gu, ' ').trim()];
    case 'UNKNOWN':
      return ['UNKNOWN'];
  }
}

function canonicalQuantity(value: QuantityValue, property: PropertyUnit): Canonical {
  const { dimension, interval } = measureOf(value, property.unit);
  const { lower, upper, lowerOpen, upperOpen } = interval;
  return [
    'QUANTITY',
    dimension,
    lower === null ? null : decimalText(lower),
    lower !== null && lowerOpen,
    upper === null ? null : decimalText(upper),
    upper !== null && upperOpen,
  ];
}

/** Sorted by dimension, then concept, in code unit order, so that it is the same on every machine. */
function canonicalScope(scope: readonly ScopeTerm[]): readonly Canonical[] {
  return scope
    .map(({ dimension, conceptId }) => [dimension, conceptId] as const)
    .sort(([a, c], [b, d]) => compareText(a, b) || compareText(c, d));
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
