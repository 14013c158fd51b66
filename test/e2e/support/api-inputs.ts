import type { Scene } from './api-refusals.js';

/** Makes a mutation's input from the scene. */
export type Input = (scene: Scene) => object;
export const story: Input = () => ({ title: 'A story' });
export const subject: Input = ({ world }) => ({ story: world.story, kind: 'EVENT', label: 'The landing' });
export const agent: Input = () => ({ name: 'A paper', kind: 'OUTLET' });
export const scheme: Input = () => ({ key: 'weather', label: 'Weather' });
export const concept: Input = () => ({ scheme: 'cause', prefLabel: 'fog' });
export const property: Input = () => ({ key: 'wind', label: 'Wind', datatype: 'QUANTITY' });
export const source: Input = ({ world }) => ({ story: world.story, title: 'A report', text: 'Words.' });

export const identity: Input = () => ({
  key: 'cared',
  label: 'whoever survived is in hospital or at home',
  whole: 'survivors',
  parts: ['inHospital', 'passengers'],
});
export const order: Input = () => ({ key: 'rescue', earlier: 'departedAt', later: 'reportedAt' });

/** The arguments of a mutation: an input that would stand, but for what is put in its place. */
export function spoilt(base: Input, more: Input): Input {
  return (scene) => ({ input: { ...base(scene), ...more(scene) } });
}
