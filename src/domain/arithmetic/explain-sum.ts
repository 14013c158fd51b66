import { capitalised, listText, mentions } from '../contradiction/explain.js';
import { quantityOfMeasure } from '../values/quantity-of-measure.js';
import { quantityText } from '../values/quantity-text.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { between } from './bound.js';
import { hedgedText } from './hedged-figures.js';
import { leastTotal, mostTotal, type Overrun, type Term } from './inequality.js';

/**
 * An overrun as one sentence that does the sum: "38 killed (ICDS) and 32 survivors (Euronews) make 70, more than 67
 * aboard (ICDS): ...", "... make 70, more than 62 passengers (ICDS) and 5 crew (same source), which make 67: ...".
 */
export function explainSum({ smaller, greater }: Overrun, reason: string, vocabulary: Vocabulary): string {
  const terms = [...smaller, ...greater];
  const said = mentions(
    terms.map(({ figure }) => figure),
    vocabulary,
  ).map((mention, index) => `${weightText(terms[index]?.weight)}${mention}`);
  const sum = listText(said.slice(0, smaller.length));
  const limit = listText(said.slice(smaller.length));
  const comparison = isExact(greater) ? 'more than' : 'too high for';
  const left = isPlain(smaller) ? `${sum} is` : `${sum} make ${totalText(smaller)},`;
  const right = isPlain(greater) ? limit : `${limit}, which make ${totalText(greater)}`;
  const hedge = hedgedText(
    terms.map(({ figure }) => figure),
    vocabulary,
  );
  return capitalised(`${left} ${comparison} ${right}: ${reason}${hedge}.`);
}

/** Whether there is nothing to add up. */
function isPlain([only, ...others]: readonly Term[]): boolean {
  return others.length === 0 && only?.weight === 1;
}

function weightText(weight = 1): string {
  return weight === 1 ? '' : `${weight} × `;
}

function isExact(terms: readonly Term[]): boolean {
  return mostTotal(terms)?.amount.eq(leastTotal(terms).amount) ?? false;
}

/** What the figures come to: "70", "at least 70", "70 to 75". */
export function totalText(terms: readonly Term[]): string {
  const unit = terms[0]?.figure.property.unit ?? null;
  const total = between(leastTotal(terms), mostTotal(terms));
  return quantityText(quantityOfMeasure(total, unit), unit);
}
