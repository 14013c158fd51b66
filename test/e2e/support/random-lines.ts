import fc from 'fast-check';
import type { Json } from './api-client.js';

/** Parts of names and texts, some of which need care in JSON, in SQL or in UTF-16. */
const WORDS = [
  'ferry',
  'Vessby',
  'æøå',
  '船',
  '🚢',
  'e\u0301',
  '"quoted"',
  'back\\slash',
  "o'clock",
  '<b>',
  '%',
  '\u2028',
];
const name = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '))
  // A name has a word.
  .filter((text) => text.trim() !== '');
const SENTENCES = 12;

const amount = fc.integer({ min: 0, max: 400 }).map(String);
const quantity = fc.oneof(
  fc.record({ amount }),
  fc.record({ amount, approximate: fc.constant(true) }),
  fc.record({ lowerBound: amount }, { requiredKeys: ['lowerBound'] }),
  fc.record({ lowerBound: amount, lowerExclusive: fc.constant(true) }),
  fc.record({ upperBound: amount, upperExclusive: fc.boolean() }),
  fc.tuple(amount, amount).map(([a, b]) => ({
    lowerBound: String(Math.min(Number(a), Number(b))),
    upperBound: String(Math.max(Number(a), Number(b)) + 1),
  })),
);
const nationality = fc.constantFrom('Russian citizens', 'Kazakhstani citizens', 'Azerbaijani citizens');
const scope = fc.oneof(
  fc.constant([]),
  nationality.map((label) => [{ dimension: 'nationality', concept: `nationality/${label}` }]),
);
const answer = fc.oneof(
  fc.record({ property: fc.constantFrom('fatalities', 'aboard'), value: fc.record({ quantity }), scope }),
  fc.record({ property: fc.constantFrom('fatalities', 'aboard'), value: fc.constant({ unknown: true }) }),
  fc.record({
    property: fc.constant('cause'),
    value: fc.constantFrom('bird strike', 'drone strike').map((label) => ({ concept: `cause/${label}` })),
  }),
  fc.record({
    property: fc.constant('occurredOn'),
    value: fc.constantFrom('2024-12-25', '2024-12-25T06:28Z', '2024-12', '2024~').map((time) => ({ time })),
  }),
  fc.record({ property: fc.constant('gpsJammed'), value: fc.boolean().map((boolean) => ({ boolean })) }),
);

const index = fc.nat({ max: 1_000 });
const citation = fc.record({
  source: index,
  sentence: fc.nat({ max: SENTENCES - 1 }),
  claimant: fc.option(index, { nil: undefined }),
  certainty: fc.constantFrom(undefined, 'PROBABLE', 'POSSIBLE'),
  saidOn: fc.constantFrom(undefined, '2024-12-26', '2024-12'),
});
const shape = fc.record({
  title: name,
  summary: fc.option(name, { nil: undefined }),
  agents: fc.array(
    fc.record({
      kind: fc.constantFrom('PERSON', 'ORGANISATION', 'OUTLET'),
      name,
      partOf: fc.option(index, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  subjects: fc.array(fc.record({ kind: fc.constantFrom('EVENT', 'PLACE'), label: name }), {
    minLength: 1,
    maxLength: 4,
  }),
  sources: fc.array(
    fc.record({
      at: fc.constantFrom(undefined, 'a', 'b'),
      title: name,
      word: fc.constantFrom(...WORDS),
      publisher: fc.option(index, { nil: undefined }),
      authors: fc.array(name, { maxLength: 2 }),
      publishedAt: fc.constantFrom(undefined, '2024-12-25T10:00:00.000Z', '2024-12-27T23:59:59.999Z'),
      derivedFrom: fc.option(index, { nil: undefined }),
      reliability: fc.constantFrom(undefined, 'A', 'F'),
      mediaType: fc.constantFrom(undefined, 'text/html'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  claims: fc.array(
    fc.record({
      subject: index,
      answer,
      denied: fc.boolean(),
      citations: fc.array(citation, { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 10 },
  ),
});

/** The lines of a story of this slug, of every type, in an order in which they can stand. */
export function randomStory(sha256Of: (text: string) => string): fc.Arbitrary<(slug: string) => object[]> {
  return shape.map((story) => (slug) => {
    const agents: Json[] = [];
    for (const { partOf, ...agent } of story.agents) {
      const whole = partOf === undefined || agents.length === 0 ? undefined : agents[partOf % agents.length];
      agents.push({ ...agent, ...(whole && { partOf: whole }) });
    }
    const agentAt = (i: number | undefined): Json => (i === undefined ? undefined : agents[i % agents.length]);
    const subjects = numbered(story.subjects, ({ kind, label }) => `${kind} ${label}`);
    const named = story.sources.map(({ at, word }) => {
      const text = Array.from({ length: SENTENCES }, (_, i) => `${word} says sentence ${i}.`).join('\n');
      return at === undefined
        ? { name: { sha256: sha256Of(text) }, text }
        : { name: { url: `https://${at}.example/${slug}` }, text };
    });
    const sources = numbered(named, ({ name: { url, sha256 } }) => url ?? sha256);
    return [
      { type: 'story', slug, title: story.title, summary: story.summary },
      ...agents.map((agent) => ({ type: 'agent', ...agent })),
      ...subjects.map(({ item, number }) => ({ type: 'subject', story: slug, ...item, number })),
      ...sources.map(({ item, number }, i) => {
        const { at: _, word: __, publisher, derivedFrom, ...rest } = story.sources[i]!;
        const origin = derivedFrom === undefined || i === 0 ? undefined : sources[derivedFrom % i]!;
        return {
          type: 'source',
          story: slug,
          url: item.name.url,
          number,
          ...rest,
          publisher: agentAt(publisher),
          derivedFrom: origin && { ...origin.item.name, number: origin.number },
          text: item.text,
        };
      }),
      ...story.claims.map(({ subject, answer: { property, ...said }, denied, citations }) => {
        const about = subjects[subject % subjects.length]!;
        return {
          type: 'claim',
          story: slug,
          subject: { ...about.item, number: about.number },
          property,
          ...(denied && !('unknown' in said.value) && { polarity: 'DENIED' }),
          ...said,
          citations: citations.map(({ source, sentence, claimant, ...rest }) => {
            const { item, number } = sources[source % sources.length]!;
            const exact = item.text.split('\n')[sentence]!;
            return { source: { ...item.name, number }, quote: { exact }, claimant: agentAt(claimant), ...rest };
          }),
        };
      }),
    ];
  });
}

/** Each with which of those alike it is, which the first does not say. */
function numbered<T>(items: readonly T[], nameOf: (item: T) => string): { item: T; number?: number }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const number = (seen.get(nameOf(item)) ?? 0) + 1;
    seen.set(nameOf(item), number);
    return { item, ...(number > 1 && { number }) };
  });
}
