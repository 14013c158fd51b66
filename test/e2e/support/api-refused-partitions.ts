import type { Refusal, Scene } from './api-refusals.js';

type Given = (scene: Scene) => object;
type Row = [what: string, more: Given, code: string, field: string, says: RegExp];

const roles = ({ world }: Scene): string[] => ['crew', 'passengers'].map((label) => world.concept(label));

const DECLARED: Row[] = [
  ['a question of another type', ({ claim }) => ({ question: claim }), 'WRONG_TYPE', 'input.question', /Question/],
  [
    'figures that are words',
    ({ worded }) => ({ question: worded }),
    'WRONG_DATATYPE',
    'input.question',
    /Set additive/,
  ],
  [
    'no such dimension',
    () => ({ dimension: 'age' }),
    'UNKNOWN_SCOPE_DIMENSION',
    'input.dimension',
    /nationality, role/,
  ],
  [
    'a dimension that is divided already',
    ({ world }) => ({ dimension: 'nationality', concepts: ['Russian', 'Kazakh'].map((label) => world.concept(label)) }),
    'ALREADY_EXISTS',
    'input.dimension',
    /change or withdraw that/,
  ],
  [
    'a concept of another scheme',
    ({ world }) => ({ concepts: [world.concept('crew'), world.concept('Russian')] }),
    'WRONG_SCHEME',
    'input.concepts.1',
    /"role" scheme/,
  ],
  [
    'one part',
    ({ world }) => ({ concepts: [world.concept('crew')] }),
    'INVALID_INPUT',
    'input.concepts',
    /at least two/,
  ],
  [
    'parts that may overlap',
    ({ world }) => ({ concepts: [world.concept('crew'), world.concept('crew')] }),
    'INVALID_INPUT',
    'input.concepts.1',
    /declare them disjoint in the vocabulary first/,
  ],
  ['no reason', () => ({ note: ' ' }), 'INVALID_INPUT', 'input.note', /at least one word/],
];

const CHANGED: Row[] = [
  ['an older version', () => ({ expectedVersion: 0 }), 'STALE_VERSION', 'expectedVersion', /at version 1/],
  [
    'one part',
    ({ world }) => ({ input: { concepts: [world.concept('Russian')] } }),
    'INVALID_INPUT',
    'input.concepts',
    /two/,
  ],
];

/** What is refused of partitions. */
export const REFUSED_PARTITIONS: readonly Refusal[] = [
  ...DECLARED.map(([what, more, code, field, says]) => ({
    mutation: 'partitionDeclare' as const,
    what,
    given: (scene: Scene) => ({
      input: {
        question: scene.question,
        dimension: 'role',
        concepts: roles(scene),
        note: 'By the list.',
        ...more(scene),
      },
    }),
    code,
    field,
    says,
  })),
  ...CHANGED.map(([what, more, code, field, says]) => ({
    mutation: 'partitionUpdate' as const,
    what,
    given: (scene: Scene) => ({ id: scene.partition, expectedVersion: 1, input: { note: 'So.' }, ...more(scene) }),
    code,
    field,
    says,
  })),
  {
    mutation: 'partitionWithdraw',
    what: 'an older version',
    given: ({ partition }) => ({ id: partition, expectedVersion: 3, reason: 'No.' }),
    code: 'STALE_VERSION',
    field: 'expectedVersion',
    says: /at version 1/,
  },
];
