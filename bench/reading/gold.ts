import { quantityOf } from '../../src/domain/values/quantity.js';
import type { SuggestedValue, Suggestion } from '../../src/domain/reading/index.js';

/** What a person read in a passage. */
export interface Gold {
  readonly property: string;
  /** A figure ("38", ">=35", ">30", "<=40", "<40", "~40", "nearly 40", "24-99", with a unit behind), EDTF, label or text. */
  readonly value: string;
  readonly scope?: Readonly<Record<string, string>>;
  readonly denied?: boolean;
  /** Who is quoted or cited. */
  readonly by?: string;
}

export interface Passage {
  readonly id: string;
  readonly pack?: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly gold: readonly Gold[];
}

const FIGURE = /^(?<hedge>>=|>|<=|<|~|nearly )?(?<low>\d+(?:\.\d+)?)(?:-(?<high>\d+))?(?: (?<unit>\D\S*))?$/;

/** Property, value, scope and polarity as one text, equal for a suggestion and the gold that it should be. */
export function keyOfGold({ property, value, scope = {}, denied = false }: Gold): string {
  const terms = Object.entries(scope).map(([dimension, label]) => `${dimension}=${label}`);
  return [property, goldValue(value), terms.sort().join('&'), denied ? 'DENIED' : 'AFFIRMED'].join(' | ');
}

export function keyOf({ propertyKey, value, scope, polarity }: Suggestion): string {
  const terms = scope.map(
    ({ dimension, concept }) => `${dimension}=${concept.kind === 'CONCEPT' ? concept.conceptId : concept.label}`,
  );
  return [propertyKey, shown(value), terms.sort().join('&'), polarity].join(' | ');
}

function goldValue(text: string): string {
  const { hedge = '', low = '', high, unit } = FIGURE.exec(text)?.groups ?? {};
  if (low === '') return text;
  const amount = { amount: low, unit };
  const inputs: Record<string, object> = {
    '': high === undefined ? amount : { lowerBound: low, upperBound: high, unit },
    '>=': { lowerBound: low, unit },
    '>': { lowerBound: low, lowerExclusive: true, unit },
    '<=': { upperBound: low, unit },
    '<': { upperBound: low, upperExclusive: true, unit },
    '~': { ...amount, approximate: true },
    'nearly ': { lowerBound: String(Number(low) * 0.9), upperBound: low, upperExclusive: true, unit },
  };
  const read = quantityOf(inputs[hedge] ?? amount, unit ?? null);
  return read.ok ? shown(read.value) : text;
}

function shown(value: SuggestedValue): string {
  switch (value.kind) {
    case 'QUANTITY': {
      const { lower, upper, lowerOpen, upperOpen, unit } = value;
      return `${lowerOpen ? '(' : '['}${lower ?? ''},${upper ?? ''}${upperOpen ? ')' : ']'} ${unit ?? ''}`.trim();
    }
    case 'TIME':
      return value.edtf;
    case 'CONCEPT':
      return value.conceptId;
    case 'UNLISTED_CONCEPT':
      return value.label;
    case 'BOOLEAN':
      return String(value.boolean);
    case 'TEXT':
      return value.text;
    case 'UNKNOWN':
      return 'unknown';
  }
}
