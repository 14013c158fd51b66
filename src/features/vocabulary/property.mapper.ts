import type { Property } from '../../domain/claim/claim.js';
import type { PropertyRow } from './property.shape.js';

/** A property as the engine sees it. */
export function toProperty(row: PropertyRow): Property {
  const { key, label, datatype, unit, singleValued, additive, accrual, phrase } = row;
  const scopeDimensions = row.dimensions.map(({ dimension }) => dimension);
  return { key, label, datatype, unit, singleValued, additive, scopeDimensions, accrual, phrase };
}
