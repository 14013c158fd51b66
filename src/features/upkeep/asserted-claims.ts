import { identityKey } from '../../domain/claim/identity.js';
import { timeOf } from '../../domain/values/time.js';
import { fromColumns } from '../detection/index.js';
import { toProperty, type VocabularySnapshot } from '../vocabulary/index.js';
import type { DerivedFault } from './derived.js';
import type { AssertedRow } from './recheck.repository.js';

/** Claims of a subject whose identity, or the instants of whose time, are not what they assert. */
export function wronglyAsserted(
  subjectId: string,
  claims: readonly AssertedRow[],
  vocabulary: VocabularySnapshot,
): DerivedFault[] {
  return claims.flatMap((claim): DerivedFault[] => {
    const { id, statement: told, identity } = claim;
    const stored = { identity, timeEarliest: instant(claim.timeEarliest), timeLatest: instant(claim.timeLatest) };
    const meant = withInstants(claim);
    const actual = {
      identity: identityOf(subjectId, meant, vocabulary),
      timeEarliest: instant(meant.timeEarliest),
      timeLatest: instant(meant.timeLatest),
    };
    return JSON.stringify(stored) === JSON.stringify(actual) ? [] : [{ what: 'claim', id, told, stored, actual }];
  });
}

function withInstants(claim: AssertedRow): AssertedRow {
  const time = claim.timeEdtf === null ? null : timeOf(claim.timeEdtf);
  if (!time?.ok) return claim;
  return { ...claim, timeEarliest: new Date(time.value.earliest), timeLatest: new Date(time.value.latest) };
}

function identityOf(subjectId: string, claim: AssertedRow, vocabulary: VocabularySnapshot): string {
  const property = vocabulary.propertiesById.get(claim.propertyId);
  if (!property) throw new Error('A claim has a property that the vocabulary lacks.');
  const { polarity, scope } = claim;
  const parts = { subjectId, propertyKey: property.key, polarity, scope, value: fromColumns(claim) };
  return identityKey(parts, toProperty(property));
}

function instant(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
