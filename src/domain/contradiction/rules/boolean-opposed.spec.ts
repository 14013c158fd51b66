import { describe, expect, test } from '@jest/globals';
import { claim, jammed, NO, place, is, YES, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { booleanOpposed } from './boolean-opposed.js';

describe(booleanOpposed.id, () => {
  test.each<Scenario>([
    ['yes and no', jammed, claim(YES), claim(NO), 'POLARITY CONFLICT'],
    ['yes and yes', jammed, claim(YES), claim(YES), 'nothing'],
    ['for a part', jammed, claim(YES), claim(NO, { scope: 'place: Aktau' }), 'nothing'],
    ['one denied', jammed, claim(YES), claim(NO, { denied: true }), 'nothing'],
    ['where several can be', { ...jammed, singleValued: false }, claim(YES), claim(NO), 'nothing'],
    ['places', place, claim(is('Kazakhstan')), claim(is('Azerbaijan')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(booleanOpposed, property, a, b)).toEqual([expected, expected]);
  });
});
