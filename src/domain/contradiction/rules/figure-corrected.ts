import type { Claim, Property, Speaker } from '../../claim/claim.js';
import { listText } from '../explain.js';
import { areRivals, type Rule } from './rule.js';

/**
 * A figure or a time that nobody stands by any more: all who gave it have later given the other. Where one other
 * speaker still gives it, the two are at odds. Who changes an account of what happened (a cause, a yes or a no) does
 * more than correct a figure, and so stays in conflict with what they said before.
 */
export const figureCorrected: Rule = {
  id: 'figure-corrected',
  summary: 'All who gave one figure or time have later given the other.',
  applies(pair) {
    const { property, first, second, scopes, values } = pair;
    if (!areRivals(pair) || !canBeCorrected(property) || scopes !== 'EQUAL' || values !== 'DISJOINT') return null;
    if (haveAllMovedOn(first, second)) return verdict(first, 'the first and later the second');
    if (haveAllMovedOn(second, first)) return verdict(second, 'the second and later the first');
    return null;
  },
};

/** Whether answers to questions with this property can be corrections, so that it matters who gives them. */
export function canBeCorrected({ datatype, singleValued }: Pick<Property, 'datatype' | 'singleValued'>): boolean {
  return singleValued && (datatype === 'QUANTITY' || datatype === 'TIME');
}

/** Whether everybody who makes one claim has for certain made the other after they last made the one. */
export function haveAllMovedOn(from: Claim, to: Claim): boolean {
  if (from.isWidelySaid || from.speakers.length === 0) return false;
  const later = new Map(to.speakers.map(({ id, lastSaid }) => [id, lastSaid]));
  return from.speakers.every(({ id, lastSaid }) => {
    const then = later.get(id) ?? null;
    return lastSaid !== null && then !== null && lastSaid.to < then.from;
  });
}

function verdict({ speakers }: Claim, what: string): ReturnType<Rule['applies']> {
  return { kind: 'UPDATE', strength: 'TENSION', reason: `a correction, as ${namesOf(speakers)} gave ${what}` };
}

function namesOf(speakers: readonly Speaker[]): string {
  return listText([...new Set(speakers.map(({ name }) => name))].sort());
}
