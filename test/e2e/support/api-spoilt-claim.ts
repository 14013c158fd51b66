import type { Json } from './api-client.js';
import type { Scene } from './api-refusals.js';
import type { ClaimWords } from './api-world.js';

/** An id of the right form that nothing has. */
export const unknown = (id: string): string => `${id.slice(0, -4)}AAAA`;

/** The arguments of a claimCreate that would stand, but for what is changed of it. */
export const spoiltClaim =
  (words: ClaimWords, spoil: (input: Json, scene: Scene) => void = () => undefined) =>
  (scene: Scene): object => {
    const input = scene.world.inputOf(words);
    spoil(input, scene);
    return { input };
  };

/** The path of a field of the first citation. */
export const inCitation = (field: string): string => `input.citations.0.${field}`;
