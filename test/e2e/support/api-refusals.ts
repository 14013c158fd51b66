import { expect } from '@jest/globals';
import type { TestApp } from '../../support/start-app.js';
import { change, documentOf, fromPresent, PAYLOAD_OBJECT, type Json, type MutationName } from './api-client.js';
import { fingerprint, publishOne } from './api-database.js';
import { propose } from './api-proposals.js';
import { createTies, type TestTies } from './api-ties.js';
import { World } from './api-world.js';

/** What refusals are tried on: two stories, and objects in every state that matters. */
export interface Scene {
  readonly world: World;
  /** Another story of the same database. */
  readonly other: World;
  readonly agent: string;
  /** A claim of 38, cited by the log's first sentence, in an open contradiction with another of 40. */
  readonly claim: string;
  readonly rival: string;
  readonly citation: string;
  readonly open: string;
  /** A contradiction that was dismissed. */
  readonly dismissed: string;
  readonly retracted: string;
  /** A claim that is in review, at version 2. */
  readonly submitted: string;
  /** A published claim at version 1, and what the asker proposed for it: one that waits, and one that was refused. */
  readonly published: string;
  readonly proposal: string;
  readonly refused: string;
  /** The question that both answer, divided by nationality: a partition that stands, at version 1. */
  readonly question: string;
  readonly partition: string;
  /** A question whose answers are text. */
  readonly worded: string;
  /** Its text has words twice, an emoji, and typographic marks. */
  readonly source: string;
  /** What ties properties, by its key. */
  readonly ties: TestTies;
}

export const TWICE = 'The tower called twice. 😀 Then “no answer” came — none. The tower called twice.';

/** A refusal: what is asked, and the one problem that is answered. */
export interface Refusal {
  readonly what: string;
  readonly mutation: MutationName;
  readonly given: (scene: Scene) => object;
  readonly code: string;
  readonly field: string;
  /** What the message says, so that its reader knows what to do. */
  readonly says: RegExp;
  readonly occurrences?: readonly number[];
}

export async function prepareScene(app: TestApp): Promise<Scene> {
  const world = await World.create(app);
  const other = await world.another();
  const agent = await world.agent('The ministry');
  const { claim } = await world.claim({ quantity: '38' });
  const { claim: rival, contradictions } = await world.claim({ quantity: '40' });
  const [citation] = await citationsOf(app, claim.id);
  const { claim: hit } = await world.claim({ property: 'jammed', boolean: true });
  const { contradictions: settled } = await world.claim({ property: 'jammed', boolean: false });
  await world.decide('contradictionDismiss', settled[0].id);
  const { claim: retracted } = await world.claim({ property: 'motive', text: 'Unclear.' });
  await world.retract(retracted.id);
  const { claim: submitted } = await world.claim({ property: 'altitude', quantity: '9000' });
  await change(app, 'claimSubmit', await world.at(submitted.id));
  const { claim: published } = await world.claim({ property: 'score', quantity: '4' });
  await publishOne(app.database, published.id);
  const { id: refused } = await propose(world, app, published.id, 'Four goals.');
  await change(app, 'claimProposalReject', { id: refused, reason: 'No goals.' });
  const { id: proposal } = await propose(world, app, published.id, 'Four points.');
  const concepts = ['Russian', 'Kazakh'].map((label) => world.concept(label));
  const all = { question: claim.question.id, dimension: 'nationality', concepts, note: 'By the list.' };
  const { partition } = await change(app, 'partitionDeclare', { input: all });
  const source = await world.addSource({ title: 'The transcript', text: TWICE });
  if (hit.status !== 'DRAFT') throw new Error('The scene is not as it should be.');
  return {
    world,
    other,
    agent,
    claim: claim.id,
    rival: rival.id,
    citation: citation!,
    open: contradictions[0].id,
    dismissed: settled[0].id,
    retracted: retracted.id,
    submitted: submitted.id,
    published: published.id,
    proposal,
    refused,
    source,
    question: claim.question.id,
    partition: partition.id,
    worded: retracted.question.id,
    ties: await createTies(app),
  };
}

async function citationsOf(app: TestApp, claim: string): Promise<string[]> {
  const query = 'query ($id: ID!) { claim(id: $id) { citations { nodes { id } } } }';
  const { body } = await app.graphql(query, { id: claim });
  return body.data.claim.citations.nodes.map(({ id }: Json) => id);
}

/** Asks for what has to be refused: exactly this problem, no object, and not one row changed. */
export async function expectRefusal(app: TestApp, scene: Scene, refusal: Refusal): Promise<void> {
  const { mutation, given, code, field, says, occurrences = null } = refusal;
  const before = await fingerprint(app.database);
  const answer = await app.graphql(documentOf(mutation), await fromPresent(app, mutation, given(scene)));
  expect({ status: answer.status, errors: answer.body.errors }).toEqual({ status: 200, errors: undefined });
  const payload = answer.body.data[mutation];
  expect(payload.userErrors).toEqual([
    { code, field: field.split('.'), message: expect.stringMatching(says), occurrences },
  ]);
  expect(payload[PAYLOAD_OBJECT[mutation]]).toBeNull();
  expect(await fingerprint(app.database)).toEqual(before);
}
