import { decimal, decimalText } from '../values/decimal.js';
import { quantityOf } from '../values/quantity.js';
import type { Finding } from './finding.js';

/** Counts that are told apart by nothing a claim can keep ("a baker and two sisters were hurt"), as one. */
export function summed(findings: readonly [Finding, ...Finding[]]): Finding {
  const [first] = findings;
  const add = (bound: 'lower' | 'upper'): string | null =>
    findings.reduce<string | null>((sum, { value }) => {
      const term = value.kind === 'QUANTITY' ? value[bound] : null;
      return sum === null || term === null ? null : decimalText(decimal(sum).plus(decimal(term)));
    }, '0');
  const [lower, upper] = [add('lower'), add('upper')];
  const read = quantityOf(lower === upper ? { amount: lower } : { lowerBound: lower, upperBound: upper }, null);
  const to = Math.max(...findings.map((finding) => finding.to));
  return { ...first, value: read.ok ? read.value : first.value, scope: [], to, doubt: first.doubt + 0.1 };
}
