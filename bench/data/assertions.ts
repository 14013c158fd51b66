import type { Assertion } from '../../src/domain/claim/statement.js';
import { quantityOf, type QuantityInput } from '../../src/domain/values/quantity.js';
import type { Value } from '../../src/domain/values/value.js';
import type { Random } from './random.js';
import { DAY, dateOf, timeValue } from './times.js';
import { GROUP_DIMENSION, type SharedProperty, type World } from './vocabulary.js';

/** Draws what one more claim of a question says; the same may come twice. `apart`: at odds with most others. */
export type DrawAssertion = (apart: boolean) => Assertion;

/** Share of claims that say that the value is not known. */
const UNKNOWN_SHARE = 0.04;
/** Share of the claims of a property that can be narrowed that are. */
const NARROWED_SHARE = 0.15;
const WORDS = (
  'the crew had been told before noon that no vessel would leave while water kept rising and later nobody could say who ' +
  'gave way first although two lamps were seen from a hill above town where men waited for news of their ship'
).split(' ');

/** Makes the source of a question's claims: they agree around one value but for those that are drawn apart. */
export function assertionsOf(random: Random, world: World, property: SharedProperty, moment: number): DrawAssertion {
  const draw = DRAWS[property.datatype](random, property, moment);
  return (apart) => {
    const narrowed = property.additive && random.chance(NARROWED_SHARE);
    const scope = narrowed ? [{ dimension: GROUP_DIMENSION, conceptId: random.pick(world.groups).id }] : [];
    const value: Value = !apart && random.chance(UNKNOWN_SHARE) ? { kind: 'UNKNOWN' } : draw(apart);
    return { polarity: 'AFFIRMED', value, scope };
  };
}

type DrawValue = (apart: boolean) => Value;

const DRAWS: Readonly<
  Record<SharedProperty['datatype'], (random: Random, property: SharedProperty, moment: number) => DrawValue>
> = {
  QUANTITY: (random, property) => {
    const amount = random.integer(20, 900);
    return (apart) => {
      const off = random.integer(1, 15);
      const agreeing: readonly QuantityInput[] = [
        { amount: `${amount}` },
        { amount: `${amount}`, approximate: true },
        { lowerBound: `${amount - off}` },
        { upperBound: `${amount + off}` },
        { lowerBound: `${amount - off}`, upperBound: `${amount + off}` },
      ];
      const input = apart ? { amount: `${amount * 2 + off * 10}` } : random.pick(agreeing);
      const result = quantityOf(input, property.unit);
      if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
      return result.value;
    };
  },
  TIME: (random, _property, moment) => {
    const day = moment - random.integer(1, 20) * DAY;
    return (apart) => {
      const off = random.integer(1, 9) * DAY;
      const span = `${dateOf(day - off)}/${dateOf(day + off)}`;
      const agreeing = [dateOf(day), dateOf(day).slice(0, 7), dateOf(day).slice(0, 4), span];
      return timeValue(apart ? dateOf(day - 400 * DAY - off) : random.pick(agreeing));
    };
  },
  CONCEPT: (random, { concepts }) => {
    const narrow = random.pick(concepts.filter(({ broader }) => broader.length > 0));
    const agreeing = [narrow.id, ...narrow.broader];
    return (apart) => ({ kind: 'CONCEPT', conceptId: apart ? random.pick(concepts).id : random.pick(agreeing) });
  },
  BOOLEAN: () => (apart) => ({ kind: 'BOOLEAN', boolean: !apart }),
  TEXT: (random) => () => {
    const start = random.integer(0, WORDS.length - 1);
    const words = Array.from({ length: random.integer(5, 14) }, (_, i) => WORDS[(start + i * 3) % WORDS.length]);
    return { kind: 'TEXT', text: words.join(' '), language: 'en' };
  },
};
