import fc from 'fast-check';
import { command, perform, pick, which } from './lifecycle-command.js';

/** Those that a concept may come to lie within or exclude: of its own scheme, and sometimes refused. */
const PLACES = ['Kazakhstan', 'Aktau', 'Grozny', 'Caspian shore'];
const CAUSES = ['bird strike', 'external interference', 'missile'];

export const concept = fc
  .constantFrom(PLACES, CAUSES)
  .chain((labels) =>
    fc.record({
      label: fc.constantFrom(...labels),
      broader: fc.option(fc.subarray(labels, { maxLength: 1 }), { nil: undefined }),
      disjointWith: fc.option(fc.subarray(labels, { maxLength: 2 }), { nil: undefined }),
    }),
  )
  .map((given) =>
    command('concept', given, async (stage, seen) => {
      const ids = (labels: readonly string[] | undefined) => labels?.map((label) => stage.world.concept(label));
      const input = { broader: ids(given.broader), disjointWith: ids(given.disjointWith) };
      await perform(stage, seen, 'conceptUpdate', { id: stage.world.concept(given.label), input });
    }),
  );
export const scheme = fc
  .record({ key: fc.constantFrom('cause', 'place', 'nationality'), siblingsExclusive: fc.boolean() })
  .map(({ key, siblingsExclusive }) =>
    command('scheme', { key, siblingsExclusive }, async (stage, seen) => {
      const id = stage.world.vocabulary.schemes[key];
      await perform(stage, seen, 'conceptSchemeUpdate', { id, input: { siblingsExclusive } });
    }),
  );
export const property = fc
  .record({
    key: fc.constantFrom('aboard', 'fatalities', 'inHospital', 'cause', 'factors', 'crashedAt', 'occurredOn'),
    input: fc.record(
      {
        additive: fc.boolean(),
        singleValued: fc.boolean(),
        accrual: fc.constantFrom('FIXED', 'CUMULATIVE', 'VARYING'),
        label: fc.constantFrom('Toll', 'Count'),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ key, input }) =>
    command('property', { key, ...input }, async (stage, seen) => {
      await perform(stage, seen, 'propertyUpdate', { id: stage.world.vocabulary.properties[key], input });
    }),
  );

const PARTS = [
  ['fatalities', 'survivors'],
  ['passengers', 'crewAboard'],
  ['fatalities', 'survivors', 'inHospital'],
];
export const identity = fc
  .oneof(
    fc.record({ act: fc.constant('create'), parts: fc.constantFrom(...PARTS), which }),
    fc.record({ act: fc.constant('update'), parts: fc.constantFrom(...PARTS), which }),
    fc.record({ act: fc.constant('delete'), parts: fc.constant([] as string[]), which }),
  )
  .map((given) =>
    command('identity', given, async (stage, seen) => {
      const { parts } = given;
      const id = pick(seen.identities, given.which);
      if (given.act === 'create') {
        const input = { key: `sum_${(seen.keys += 1)}`, label: 'it all comes to that', whole: 'aboard', parts };
        const made = await perform(stage, seen, 'identityCreate', { input });
        if (made.identity) seen.identities.push(made.identity.id);
      } else if (given.act === 'update') await perform(stage, seen, 'identityUpdate', { id, input: { parts } });
      else await perform(stage, seen, 'identityDelete', { id });
    }),
  );
const TIMES = ['departedAt', 'occurredOn', 'reportedAt'];
export const order = fc
  .oneof(
    fc.record({ act: fc.constant('create'), ends: fc.shuffledSubarray(TIMES, { minLength: 2, maxLength: 2 }), which }),
    fc.record({ act: fc.constant('delete'), ends: fc.constant([] as string[]), which }),
  )
  .map((given) =>
    command('order', given, async (stage, seen) => {
      const [earlier, later] = given.ends;
      if (given.act === 'delete')
        await perform(stage, seen, 'propertyOrderDelete', { id: pick(seen.orders, given.which) });
      else {
        const input = { key: `order_${(seen.keys += 1)}`, earlier, later };
        const made = await perform(stage, seen, 'propertyOrderCreate', { input });
        if (made.propertyOrder) seen.orders.push(made.propertyOrder.id);
      }
    }),
  );
