import { quantityText } from '../../domain/values/quantity-text.js';
import { timeText } from '../../domain/values/time-text.js';
import type { QuantityValue, TimeValue, Value } from '../../domain/values/value.js';
import { fromColumns } from '../detection/index.js';
import type { ClaimRow } from './claim.shape.js';
import type { ClaimValue, QuantityValueType, TimeValueType } from './graphql/claim-value.types.js';

/** A claim's value as GraphQL shows it. Texts that take work to make are made where they are asked for. */
export function toClaimValue(row: ClaimRow): ClaimValue {
  return claimValueOf(fromColumns(row), row);
}

/** What a value is read by: the unit of the property that has it, and the label of the concept that it is. */
interface ShownBy {
  readonly propertyUnit: string | null;
  readonly conceptLabel: string | null;
}

/** A value as GraphQL shows it. */
export function claimValueOf(value: Value, { propertyUnit, conceptLabel }: ShownBy): ClaimValue {
  switch (value.kind) {
    case 'QUANTITY':
      return toQuantityValue(value, propertyUnit);
    case 'TIME':
      return new TimeNode(value);
    case 'CONCEPT':
      return { __typename: 'ConceptValue', conceptId: value.conceptId, text: conceptLabel ?? '' };
    case 'BOOLEAN':
      return { __typename: 'BooleanValue', boolean: value.boolean, text: value.boolean ? 'yes' : 'no' };
    case 'TEXT':
      return { __typename: 'TextValue', text: value.text, language: value.language };
    case 'UNKNOWN':
      return { __typename: 'UnknownValue', text: 'not known' };
  }
}

/** @param propertyUnit the unit of the property that has the value */
export function toQuantityValue(value: QuantityValue, propertyUnit: string | null): QuantityValueType {
  return new QuantityNode(value, propertyUnit);
}

class QuantityNode implements QuantityValueType {
  readonly __typename = 'QuantityValue';

  constructor(
    private readonly value: QuantityValue,
    private readonly propertyUnit: string | null,
  ) {}

  get amount() {
    return this.value.amount;
  }
  get lowerBound() {
    return this.value.lower;
  }
  get upperBound() {
    return this.value.upper;
  }
  get lowerExclusive() {
    return this.value.lowerOpen;
  }
  get upperExclusive() {
    return this.value.upperOpen;
  }
  get approximate() {
    return this.value.approximate;
  }
  get unit() {
    return this.value.unit;
  }
  get text() {
    return quantityText(this.value, this.propertyUnit);
  }
}

class TimeNode implements TimeValueType {
  readonly __typename = 'TimeValue';

  constructor(private readonly value: TimeValue) {}

  get edtf() {
    return this.value.edtf;
  }
  get earliest() {
    return new Date(this.value.earliest);
  }
  get latest() {
    return new Date(this.value.latest);
  }
  get text() {
    return timeText(this.value);
  }
}
