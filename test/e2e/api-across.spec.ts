import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { createTies } from './support/api-ties.js';
import { World } from './support/api-world.js';

const SUBJECT = `query ($story: ID!) { story(id: $story) { subjects { nodes { questions {
  property { key } disputed contradictions { kind status members { id } }
  derivedPositions { value { amount text } scope { concept { prefLabel } } explanation restsOn { id } identities { key } }
} } } } }`;

describe.each(testDatabases)('across the questions of a subject on %s', (kind) => {
  let app: TestApp;
  let first: World;
  let world: World;
  beforeAll(async () => {
    app = await startApi(kind);
    first = await World.create(app);
    await createTies(app);
  });
  beforeEach(async () => {
    world = await first.another();
  });
  afterAll(() => app.close());

  /** The questions of the story's only subject, by property. */
  async function questions(): Promise<Record<string, Json>> {
    const { story } = await read(app, SUBJECT, { story: world.story });
    return Object.fromEntries(story.subjects.nodes[0].questions.map((node: Json) => [node.property.key, node]));
  }
  const derived = async (property: string): Promise<string[]> =>
    (await questions())[property].derivedPositions.map(({ value }: Json) => value.text);

  test('figures that do not add up are one contradiction of all their questions, until one of them goes', async () => {
    const { claim: aboard } = await world.claim({ property: 'aboard', quantity: '67' });
    const { claim: killed } = await world.claim({ quantity: '38' });
    const { claim: survivors, contradictions } = await world.claim({ property: 'survivors', quantity: '32' });
    expect(contradictions).toMatchObject([{ kind: 'ARITHMETIC', strength: 'CONFLICT', rule: 'identity-broken' }]);
    const members = [aboard.id, killed.id, survivors.id].sort();
    expect(contradictions[0].members.map(({ id }: Json) => id).sort()).toEqual(members);
    const before = await questions();
    expect(Object.keys(before).sort()).toEqual(['aboard', 'fatalities', 'survivors']);
    for (const question of Object.values(before)) {
      expect(question).toMatchObject({ disputed: true, contradictions: [{ kind: 'ARITHMETIC', status: 'OPEN' }] });
    }
    await world.retract(killed.id);
    expect(await world.contradictions()).toMatchObject([{ kind: 'ARITHMETIC', status: 'LAPSED' }]);
    for (const question of Object.values(await questions())) expect(question.disputed).toBe(false);
  });

  test('times in the wrong order are a contradiction', async () => {
    await world.claim({ property: 'occurredOn', time: '2024-12-25' });
    const { contradictions } = await world.claim({ property: 'departedAt', time: '2024-12-26' });
    expect(contradictions).toMatchObject([{ kind: 'ORDER', strength: 'CONFLICT', members: [{}, {}] }]);
    expect((await questions()).departedAt).toMatchObject({ disputed: true, derivedPositions: [] });
  });

  test('what other answers imply is derived, with the claims that it rests on', async () => {
    const { claim: aboard } = await world.claim({ property: 'aboard', quantity: '67' });
    const { claim: killed } = await world.claim({ quantity: '38' });
    await world.claim({ property: 'survivors', quantity: '32' });
    const [position, ...others] = (await questions()).survivors.derivedPositions;
    expect(others).toEqual([]);
    expect(position).toEqual({
      value: { amount: '29', text: '29' },
      scope: [],
      explanation:
        'Aboard: 67 (The log) and 38 killed (same source) imply 29 survivors: whoever was aboard died or survived.',
      restsOn: expect.arrayContaining([{ id: aboard.id }, { id: killed.id }]),
      identities: [{ key: 'fates' }],
    });
    expect(position.restsOn).toHaveLength(2);
  });

  test('of answers that exclude each other, none counts until one is better', async () => {
    await world.claim({ property: 'aboard', quantity: '67' });
    await world.claim({ property: 'survivors', quantity: { lowerBound: '1' } });
    const { claim: killed } = await world.claim({ quantity: '38' });
    expect(await derived('survivors')).toEqual(['29']);
    const { claim: rival } = await world.claim({ quantity: '42' });
    expect(await derived('survivors')).toEqual(['up to 67']);
    const quote = 'The ministry counted them one by one.';
    await world.cite(killed.id, { source: await world.addSource({ text: quote }), quote });
    expect(await derived('survivors')).toEqual(['29']);
    await world.rank(rival.id, 'PREFERRED');
    expect(await derived('survivors')).toEqual(['25']);
  });

  test('each scope is derived by itself', async () => {
    const scope = { nationality: 'Azerbaijani' };
    await world.claim({ property: 'survivors', quantity: '29' });
    await world.claim({ quantity: '23', scope });
    await world.claim({ property: 'survivors', quantity: '14', scope });
    await world.claim({ property: 'aboard', quantity: { lowerBound: '1' } });
    const positions = (await questions()).aboard.derivedPositions.map(({ value, scope: terms }: Json) => [
      value.text,
      terms.map(({ concept }: Json) => concept.prefLabel),
    ]);
    expect(positions).toEqual(
      expect.arrayContaining([
        ['at least 29', []],
        ['37', ['Azerbaijani']],
      ]),
    );
  });
});
