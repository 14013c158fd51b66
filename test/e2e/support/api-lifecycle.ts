import fc from 'fast-check';
import { expectSettled } from '../../support/settled.js';
import type { Json } from './api-client.js';
import type { CitationWords, ClaimWords } from './api-world.js';
import { command, perform, pick, which, type Command, type Known, type Stage } from './lifecycle-command.js';
import { concept, identity, order, property, scheme } from './lifecycle-vocabulary.js';

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

const NATIONALITIES = ['Azerbaijani', 'Russian', 'Kazakh'];

/** What is declared of a question to be all parts of it, which must be about what is counted: sometimes refused. */
const partition = fc
  .record({
    act: fc.constantFrom('declare', 'declare', 'update', 'withdraw'),
    labels: fc.subarray(NATIONALITIES, { minLength: 2 }),
    which,
  })
  .map((given) =>
    command(
      'partition',
      given,
      async (stage, seen) => {
        const concepts = given.labels.map((label) => stage.world.concept(label));
        if (given.act === 'declare' || seen.partitions.length === 0) {
          const question = await stage.world.questionOf(pick(seen.claims, given.which));
          const input = { question, dimension: 'nationality', concepts, note: 'By the list.' };
          const made = await perform(stage, seen, 'partitionDeclare', { input });
          if (made.partition) seen.partitions.push(made.partition.id);
        } else {
          const at = await stage.world.at(pick(seen.partitions, given.which));
          if (given.act === 'update') await perform(stage, seen, 'partitionUpdate', { ...at, input: { concepts } });
          else await perform(stage, seen, 'partitionWithdraw', { ...at, reason: 'There were more.' });
        }
      },
      hasClaims,
    ),
  );

// ---- what is decided ---------------------------------------------------------------------------------------

const hasContradictions = ({ contradictions }: Known): boolean => contradictions.length > 0;

const ACTS = ['dismiss', 'resolve', 'reopen', 'reopen', 'findWrong', 'findWrong', 'take', 'release'] as const;

const decide = fc.record({ which, act: fc.constantFrom(...ACTS) }).map((given) =>
  command(
    'decide',
    given,
    async (stage, seen) => {
      const at = await stage.world.at(pick(seen.contradictions, given.which));
      if (given.act === 'take' || given.act === 'release') {
        await perform(stage, seen, given.act === 'take' ? 'contradictionTake' : 'contradictionRelease', at);
      } else if (given.act === 'findWrong') {
        const members = await stage.world.membersOf(at.id);
        const upheld = members.filter((_, i) => i === given.which % (members.length + 1));
        const input = { outcome: upheld.length > 0 ? 'CLAIM_WRONG' : 'ALL_WRONG', upheld, note: 'Looked at.' };
        await perform(stage, seen, 'contradictionResolve', { ...at, input });
      } else if (given.act === 'resolve') {
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

const settle = fc.constant(null).map((given) => command('settle', given, (stage) => expectSettled(stage.app)));

const citing = [cite, cite, uncite, rewrite, rank, retract];
const tying = {
  sums: [identity, identity, partition, partition],
  times: [order],
  concepts: [concept, concept, scheme],
  figures: [property],
};

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
