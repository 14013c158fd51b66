import { quantityText } from '../../domain/values/quantity-text.js';
import { timeText } from '../../domain/values/time-text.js';
import { fromColumns } from '../detection/index.js';
import type { ClaimRow } from './claim.shape.js';
import type { ClaimValue } from './graphql/claim-value.types.js';

/** A claim's value as GraphQL shows it. Texts that take work to make are made where they are asked for. */
export function toClaimValue(row: ClaimRow): ClaimValue {
  const value = fromColumns(row);
  switch (value.kind) {
    case 'QUANTITY':
      return {
        __typename: 'QuantityValue',
        amount: value.amount,
        lowerBound: value.lower,
        upperBound: value.upper,
        lowerExclusive: value.lowerOpen,
        upperExclusive: value.upperOpen,
        approximate: value.approximate,
        unit: value.unit,
        get text() {
          return quantityText(value, row.propertyUnit);
        },
      };
    case 'TIME':
      return {
        __typename: 'TimeValue',
        edtf: value.edtf,
        earliest: new Date(value.earliest),
        latest: new Date(value.latest),
        get text() {
          return timeText(value);
        },
      };
    case 'CONCEPT':
      return { __typename: 'ConceptValue', conceptId: value.conceptId, text: row.conceptLabel ?? '' };
    case 'BOOLEAN':
      return { __typename: 'BooleanValue', boolean: value.boolean, text: value.boolean ? 'yes' : 'no' };
    case 'TEXT':
      return { __typename: 'TextValue', text: value.text, language: value.language };
    case 'UNKNOWN':
      return { __typename: 'UnknownValue', text: 'not known' };
  }
}
