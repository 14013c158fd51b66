import fc from 'fast-check';
import { expectKept, expectSettled } from '../../support/settled.js';
import type { TestApp } from '../../support/start-app.js';
import { attempt, type Json, type MutationName } from './api-client.js';
import type { TestTies } from './api-ties.js';
import type { CitationWords, ClaimWords, World } from './api-world.js';

/** What has come up so far, to be picked from. */
export interface Known {
  readonly claims: string[];
  readonly citations: string[];
  readonly contradictions: string[];
  /** Ids of identities and orders that stand. */
  readonly identities: string[];
  readonly orders: string[];
  /** How many keys have been given. */
  keys: number;
  /** What was changed and decided, and what came of it, so that a run that does nothing is noticed. */
  readonly done: Map<string, number>;
}

/** A story whose vocabulary changes under it. */
export interface Stage {
  readonly app: TestApp;
  readonly world: World;
  /** Its sources: without a publisher, with one, and a late one. */
  readonly sources: readonly string[];
  readonly agents: readonly string[];
  readonly subjects: readonly string[];
}

export const known = (ties: TestTies): Known => ({
  claims: [],
  citations: [],
  contradictions: [],
  identities: [ties.fates, ties.roles],
  orders: [ties.flight, ties.news],
  keys: 0,
  done: new Map(),
});

type Command = fc.AsyncCommand<Known, Stage>;
type Act = (stage: Stage, seen: Known) => Promise<void>;

/** A command with a name that tells it in a failure's report. What the API refuses is refused, whatever it is. */
function command(name: string, given: unknown, act: Act, ready: (seen: Known) => boolean = () => true): Command {
  return {
    check: (seen) => ready(seen),
    run: async (seen, stage) => {
      await act(stage, seen);
      await expectKept(stage.app);
    },
    toString: () => `${name}(${JSON.stringify(given)})`,
  };
}

async function perform(
  stage: Stage,
  seen: Known,
  name: MutationName,
  variables: object,
  selection?: string,
): Promise<Json> {
  const payload = await attempt(stage.app, name, variables, selection);
  const outcome = payload.userErrors.length === 0 ? name : `${name} refused`;
  seen.done.set(outcome, (seen.done.get(outcome) ?? 0) + 1);
  return payload;
}

const pick = (ids: readonly string[], which: number): string => ids[which % ids.length]!;
const which = fc.nat({ max: 99 });

// ---- what is claimed ---------------------------------------------------------------------------------------

const SCOPES = [{}, {}, {}, { nationality: 'Russian' }, { nationality: 'Azerbaijani' }];

/** What is claimed, by what ties or relates it: what a story is about, so that its claims meet. */
const THEMES = {
  sums: fc.record({
    property: fc.constantFrom('aboard', 'fatalities', 'survivors'),
    quantity: fc.constantFrom<NonNullable<ClaimWords['quantity']>>('29', '38', '67', { lowerBound: '60' }),
    scope: fc.constantFrom(...SCOPES),
  }),
  times: fc.record({
    property: fc.constantFrom('departedAt', 'occurredOn', 'reportedAt'),
    time: fc.constantFrom('2024-12-24', '2024-12-25', '2024-12-26'),
  }),
  concepts: fc.oneof(
    fc.record({
      property: fc.constantFrom('cause', 'factors'),
      concept: fc.constantFrom('bird strike', 'external interference', 'missile'),
    }),
    fc.record({
      property: fc.constant('crashedAt'),
      concept: fc.constantFrom('Kazakhstan', 'Aktau', 'Grozny', 'Caspian shore'),
    }),
  ),
  figures: fc.record({
    property: fc.constantFrom('inHospital', 'fatalities', 'passengers', 'crewAboard', 'aboard'),
    quantity: fc.constantFrom('10', '11', '67'),
  }),
} satisfies Record<string, fc.Arbitrary<ClaimWords>>;
type Theme = keyof typeof THEMES;
const words = fc.oneof(...Object.values(THEMES)) as fc.Arbitrary<ClaimWords>;

const cited = fc.record({
  source: fc.nat({ max: 2 }),
  claimant: fc.constantFrom(undefined, undefined, 0, 1),
  certainty: fc.constantFrom('CERTAIN', 'CERTAIN', 'POSSIBLE'),
  saidOn: fc.constantFrom(undefined, undefined, '2024-12-25', '2024-12-27'),
});
type Cited = typeof cited extends fc.Arbitrary<infer T> ? T : never;

const citationWords = ({ sources, agents }: Stage, { source, claimant, certainty, saidOn }: Cited): CitationWords =>
  ({
    source: sources[source],
    claimant: claimant === undefined ? undefined : agents[claimant],
    certainty,
    saidOn,
  }) as CitationWords;

const CLAIMED = 'claim { id citations { nodes { id } } contradictions(first: 50) { nodes { id } } }';

function remember(seen: Known, claim: Json): void {
  if (!claim) return;
  const add = (ids: string[], more: Json[]): void => {
    ids.push(...more.map(({ id }) => id).filter((id) => !ids.includes(id)));
  };
  add(seen.claims, [claim]);
  add(seen.citations, claim.citations.nodes);
  add(seen.contradictions, claim.contradictions.nodes);
}

const hasClaims = ({ claims }: Known): boolean => claims.length > 0;

const claimOf = (about: fc.Arbitrary<ClaimWords>) =>
  fc
    .record({
      words: about,
      cited,
      polarity: fc.constantFrom('AFFIRMED', 'AFFIRMED', 'AFFIRMED', 'DENIED'),
      subject: fc.constantFrom(0, 0, 0, 1),
    })
    .map((given) =>
      command('claim', given, async (stage, seen) => {
        const { subjects, world } = stage;
        const said = {
          ...given.words,
          polarity: given.polarity,
          subject: subjects[given.subject],
          ...citationWords(stage, given.cited),
        };
        const input = world.inputOf(said as ClaimWords);
        remember(seen, (await perform(stage, seen, 'claimCreate', { input }, CLAIMED)).claim);
      }),
    );
const cite = fc.record({ which, cited }).map((given) =>
  command(
    'cite',
    given,
    async (stage, seen) => {
      const input = {
        claim: pick(seen.claims, given.which),
        citation: stage.world.citationOf(citationWords(stage, given.cited)),
      };
      remember(seen, (await perform(stage, seen, 'citationAdd', { input }, CLAIMED)).claim);
    },
    hasClaims,
  ),
);
const uncite = which.map((given) =>
  command(
    'uncite',
    given,
    async (stage, seen) => {
      await perform(stage, seen, 'citationRemove', { id: pick(seen.citations, given), reason: 'Misread.' });
    },
    hasClaims,
  ),
);
const rewrite = fc.record({ which, words }).map((given) =>
  command(
    'rewrite',
    given,
    async (stage, seen) => {
      const { value, scope } = stage.world.inputOf(given.words);
      const at = await stage.world.at(pick(seen.claims, given.which));
      remember(seen, (await perform(stage, seen, 'claimUpdate', { ...at, input: { value, scope } }, CLAIMED)).claim);
    },
    hasClaims,
  ),
);
const rank = fc.record({ which, rank: fc.constantFrom('DEPRECATED', 'NORMAL', 'PREFERRED') }).map((given) =>
  command(
    'rank',
    given,
    async (stage, seen) => {
      const at = await stage.world.at(pick(seen.claims, given.which));
      const payload = await perform(
        stage,
        seen,
        'claimRank',
        { ...at, rank: given.rank, reason: 'Looked at.' },
        CLAIMED,
      );
      remember(seen, payload.claim);
    },
    hasClaims,
  ),
);
const retract = which.map((given) =>
  command(
    'retract',
    given,
    async (stage, seen) => {
      const at = await stage.world.at(pick(seen.claims, given));
      await perform(stage, seen, 'claimRetract', { ...at, reason: 'Withdrawn.' });
    },
    hasClaims,
  ),
);

// ---- what is decided ---------------------------------------------------------------------------------------

const hasContradictions = ({ contradictions }: Known): boolean => contradictions.length > 0;

const decide = fc.record({ which, act: fc.constantFrom('dismiss', 'resolve', 'reopen') }).map((given) =>
  command(
    'decide',
    given,
    async (stage, seen) => {
      const at = await stage.world.at(pick(seen.contradictions, given.which));
      if (given.act === 'resolve') {
        const input = { outcome: 'BOTH_STAND', note: 'Looked at.' };
        await perform(stage, seen, 'contradictionResolve', { ...at, input });
      } else {
        const name = given.act === 'dismiss' ? 'contradictionDismiss' : 'contradictionReopen';
        await perform(stage, seen, name, { ...at, reason: 'Looked at.' });
      }
    },
    hasContradictions,
  ),
);

// ---- what the vocabulary says ------------------------------------------------------------------------------

/** Those that a concept may come to lie within or exclude: of its own scheme, and sometimes refused. */
const PLACES = ['Kazakhstan', 'Aktau', 'Grozny', 'Caspian shore'];
const CAUSES = ['bird strike', 'external interference', 'missile'];

const concept = fc
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
const scheme = fc
  .record({ key: fc.constantFrom('cause', 'place', 'nationality'), siblingsExclusive: fc.boolean() })
  .map(({ key, siblingsExclusive }) =>
    command('scheme', { key, siblingsExclusive }, async (stage, seen) => {
      const id = stage.world.vocabulary.schemes[key];
      await perform(stage, seen, 'conceptSchemeUpdate', { id, input: { siblingsExclusive } });
    }),
  );
const property = fc
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
const identity = fc
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
const order = fc
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

const settle = fc.constant(null).map((given) => command('settle', given, (stage) => expectSettled(stage.app)));

const citing = [cite, cite, uncite, rewrite, rank, retract];
const tying = { sums: [identity, identity], times: [order], concepts: [concept, concept, scheme], figures: [property] };

/** What may be done to a story on one theme: all of it, in any order; whatever bears on the theme more often. */
function commandsOn(theme: Theme): fc.Arbitrary<Iterable<Command>> {
  const claim = claimOf(THEMES[theme] as fc.Arbitrary<ClaimWords>);
  const rest = [claimOf(words), ...citing, decide, decide, concept, scheme, property, property, identity, order];
  return fc.commands([claim, claim, claim, claim, claim, claim, ...tying[theme], ...rest, settle], {
    maxCommands: 50,
    size: 'max',
  });
}

/** A story's whole life. */
export const LIFE = fc.constantFrom(...(Object.keys(THEMES) as Theme[])).chain(commandsOn);
