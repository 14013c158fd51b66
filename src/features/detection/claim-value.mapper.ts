import type { Value } from '../../domain/values/value.js';

/** The columns of the claim table in which a value is kept; each kind of value fills its own and no others. */
export interface ValueColumns {
  valueKind: Value['kind'];
  quantityAmount: string | null;
  quantityLower: string | null;
  quantityUpper: string | null;
  quantityLowerOpen: boolean | null;
  quantityUpperOpen: boolean | null;
  quantityApproximate: boolean | null;
  quantityUnit: string | null;
  timeEdtf: string | null;
  timeEarliest: Date | null;
  timeLatest: Date | null;
  conceptId: string | null;
  booleanValue: boolean | null;
  textValue: string | null;
  textLanguage: string | null;
}

const EMPTY: Omit<ValueColumns, 'valueKind'> = {
  quantityAmount: null,
  quantityLower: null,
  quantityUpper: null,
  quantityLowerOpen: null,
  quantityUpperOpen: null,
  quantityApproximate: null,
  quantityUnit: null,
  timeEdtf: null,
  timeEarliest: null,
  timeLatest: null,
  conceptId: null,
  booleanValue: null,
  textValue: null,
  textLanguage: null,
};

export function toColumns(value: Value): ValueColumns {
  const columns = { ...EMPTY, valueKind: value.kind };
  switch (value.kind) {
    case 'QUANTITY':
      return {
        ...columns,
        quantityAmount: value.amount,
        quantityLower: value.lower,
        quantityUpper: value.upper,
        quantityLowerOpen: value.lowerOpen,
        quantityUpperOpen: value.upperOpen,
        quantityApproximate: value.approximate,
        quantityUnit: value.unit,
      };
    case 'TIME':
      return {
        ...columns,
        timeEdtf: value.edtf,
        timeEarliest: new Date(value.earliest),
        timeLatest: new Date(value.latest),
      };
    case 'CONCEPT':
      return { ...columns, conceptId: value.conceptId };
    case 'BOOLEAN':
      return { ...columns, booleanValue: value.boolean };
    case 'TEXT':
      return { ...columns, textValue: value.text, textLanguage: value.language };
    case 'UNKNOWN':
      return columns;
  }
}

/** @throws where a row breaks the table's own check constraints */
export function fromColumns(row: ValueColumns): Value {
  switch (row.valueKind) {
    case 'QUANTITY':
      return {
        kind: 'QUANTITY',
        amount: row.quantityAmount,
        lower: row.quantityLower,
        upper: row.quantityUpper,
        lowerOpen: filled(row.quantityLowerOpen),
        upperOpen: filled(row.quantityUpperOpen),
        approximate: filled(row.quantityApproximate),
        unit: row.quantityUnit,
      };
    case 'TIME':
      return {
        kind: 'TIME',
        edtf: filled(row.timeEdtf),
        earliest: filled(row.timeEarliest).getTime(),
        latest: filled(row.timeLatest).getTime(),
      };
    case 'CONCEPT':
      return { kind: 'CONCEPT', conceptId: filled(row.conceptId) };
    case 'BOOLEAN':
      return { kind: 'BOOLEAN', boolean: filled(row.booleanValue) };
    case 'TEXT':
      return { kind: 'TEXT', text: filled(row.textValue), language: row.textLanguage };
    case 'UNKNOWN':
      return { kind: 'UNKNOWN' };
  }
}

function filled<T>(column: T | null): T {
  if (column === null) throw new Error('a claim row lacks a column of its value');
  return column;
}
