import { termsOf, within } from './contract-terms.js';

/**
 * Holds a schema against the contract.
 * @param contract schema language; lines that begin with `#|` count
 * @param schema schema language of what the service offers
 * @param notYet places of the contract that a later release brings; a type stands for all that is in it
 * @returns one sentence for each promise broken and each entry of `notYet` that is not true
 */
export function contractProblems(contract: string, schema: string, notYet: readonly string[]): string[] {
  const promised = termsOf(contract.replaceAll(/^\s*#\|/gm, ''));
  const offered = termsOf(schema);
  const postponed = new Set(notYet);
  const isPostponed = (place: string): boolean => [place, ...within(place)].some((outer) => postponed.has(outer));
  const problems: string[] = [];

  for (const place of postponed) {
    if (!promised.has(place)) problems.push(`${place} is postponed and not in the contract`);
    if (offered.has(place)) problems.push(`${place} is postponed and there: take it off the list`);
    if (within(place).some((outer) => postponed.has(outer))) problems.push(`${place} is postponed twice`);
  }
  for (const { place, form } of promised.values()) {
    if (isPostponed(place)) continue;
    const actual = offered.get(place)?.form;
    if (actual === undefined) {
      if (within(place).every((outer) => offered.has(outer))) problems.push(`${place} is missing`);
    } else if (actual !== form) {
      problems.push(`${place} is ${actual} and should be ${form}`);
    }
  }
  for (const { place, required } of offered.values()) {
    if (required && !promised.has(place) && within(place).every((outer) => promised.has(outer))) {
      problems.push(`${place} is new and required, so clients of the contract break`);
    }
  }
  return problems;
}
