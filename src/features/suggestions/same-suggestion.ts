import type { NamedConcept, NamedValue, Suggested } from './suggested.js';

/**
 * Whether two readings of one text say the same: property, polarity, value and scope, of the same words or in the same
 * voice. Then it does not matter whose is kept.
 */
export function isSame(a: Suggested, b: Suggested): boolean {
  if (a.propertyKey !== b.propertyKey || a.polarity !== b.polarity) return false;
  if (valueKey(a.value) !== valueKey(b.value) || scopeKey(a) !== scopeKey(b)) return false;
  const isOverlapping = a.quote.start < b.quote.end && b.quote.start < a.quote.end;
  return isOverlapping || voiceOf(a) === voiceOf(b);
}

/** What makes a value the one it is: of a figure its bounds, not how it was worded. */
function valueKey(value: NamedValue): string {
  switch (value.kind) {
    case 'QUANTITY':
      return JSON.stringify([value.lower, value.upper, value.lowerOpen, value.upperOpen, value.unit]);
    case 'TIME':
      return value.edtf;
    case 'CONCEPT':
      return conceptKey(value);
    case 'BOOLEAN':
      return String(value.boolean);
    case 'TEXT':
      return value.text.toLowerCase();
    case 'UNKNOWN':
      return 'not known';
  }
}

function scopeKey({ scope }: Suggested): string {
  return JSON.stringify(scope.map((term) => [term.dimension, conceptKey(term)]));
}

function conceptKey({ scheme, label }: NamedConcept): string {
  return `${scheme} ${label.toLowerCase()}`;
}

function voiceOf({ claimantName }: Suggested): string | null {
  return claimantName?.toLowerCase() ?? null;
}
