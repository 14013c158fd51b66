import { expect } from '@jest/globals';
import { change, read, type Json, type MutationName } from './api-client.js';
import type { World } from './api-world.js';

/** A pack by which texts are read; no other test uses its keys. */
const RESCUE = `pack: rescue
label: Rescues
recognition: { nouns: { person: [people] }, events: [sinking] }
properties:
  - { key: drowned, label: Drowned, datatype: QUANTITY, unit: person, recognition: { subjectOf: [drown~], of: [person] } }
  - { key: rescued, label: Rescued, datatype: QUANTITY, unit: person, recognition: { objectOf: [rescue~], of: [person] } }
`;

/** What a text suggests that has two figures in two sentences: the ids of both suggestions. */
export async function suggestTwo(world: World): Promise<[string, string]> {
  await change(world.endpoint, 'vocabularyImport', { input: { content: RESCUE } });
  const source = await world.addSource({
    title: 'The bulletin',
    text: 'Seven people drowned. Nine people were rescued.',
  });
  const query = 'query ($id: ID!) { source(id: $id) { suggestions { nodes { id } } } }';
  const found: Json[] = (await read(world.endpoint, query, { id: source })).source.suggestions.nodes;
  if (found.length !== 2) throw new Error('The bulletin suggests other than two claims.');
  return [found[0].id, found[1].id];
}

/** Decisions on two suggestions, each with the type of what it is recorded of, and what was before and after. */
export async function suggestionRecords(
  world: World,
  because: { reason: string },
): Promise<[MutationName, object, type: string, inStory: boolean, before: Json, after: Json][]> {
  const [drowned, rescued] = await suggestTwo(world);
  const claim = { suggestionId: expect.any(String), corrected: [], citations: [expect.any(String)] };
  const rejected = { status: 'REJECTED', ...because };
  return [
    [
      'suggestionAccept',
      { id: drowned, expectedVersion: 1, input: { subject: world.subject } },
      'Claim',
      true,
      null,
      claim,
    ],
    ['suggestionReject', { id: rescued, ...because }, 'ClaimSuggestion', true, { status: 'PENDING' }, rejected],
  ];
}
