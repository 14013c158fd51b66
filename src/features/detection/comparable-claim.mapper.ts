import type { Claim, Property } from '../../domain/claim/claim.js';
import type { PropertyRow } from '../vocabulary/index.js';
import { fromColumns } from './claim-value.mapper.js';
import type { ComparableClaimRow } from './detection.repository.js';

/** A row as the engine sees a claim. */
export function toComparableClaim(row: ComparableClaimRow): Claim {
  return {
    id: row.id,
    polarity: row.polarity,
    value: fromColumns(row),
    scope: row.scope,
    hedged: row.hedged,
    firstSaid:
      row.firstSaidFrom && row.firstSaidTo
        ? { from: row.firstSaidFrom.getTime(), to: row.firstSaidTo.getTime() }
        : null,
    attribution: {
      sourceId: row.sourceId,
      sourceName: row.publisherName ?? row.sourceTitle,
      claimantName: row.claimantName,
      saidOn: row.saidOn ?? row.publishedAt?.toISOString().slice(0, 10) ?? null,
    },
    standing: { preferred: row.preferred, citations: row.citationCount, identity: row.identity },
  };
}

/** A row as the engine sees a property. */
export function toProperty(row: PropertyRow): Property {
  const { key, label, datatype, unit, singleValued, additive, accrual, phrase } = row;
  return { key, label, datatype, unit, singleValued, additive, accrual, phrase };
}
