import type { Refusal, Scene } from './api-refusals.js';
import { unknown } from './api-spoilt-claim.js';

type Change = 'conceptUpdate' | 'conceptSchemeUpdate' | 'propertyUpdate';

const idOf: Readonly<Record<Change, (scene: Scene) => string>> = {
  conceptUpdate: ({ world }) => world.concept('missile'),
  conceptSchemeUpdate: ({ world }) => world.vocabulary.schemes.cause!,
  propertyUpdate: ({ world }) => world.vocabulary.properties.fatalities!,
};
const TYPE: Readonly<Record<Change, string>> = {
  conceptUpdate: 'Concept',
  conceptSchemeUpdate: 'ConceptScheme',
  propertyUpdate: 'Property',
};
const CHANGES = Object.keys(TYPE) as Change[];

const refused =
  (mutation: Change, input: (scene: Scene) => object) =>
  (what: string, code: string, field: string, says: RegExp): Refusal => ({
    what: `${what} of ${mutation}`,
    mutation,
    given: (scene) => ({ id: idOf[mutation](scene), input: input(scene) }),
    code,
    field,
    says,
  });

const ids = CHANGES.flatMap((mutation): Refusal[] => {
  const given = (id: (scene: Scene) => string) => (scene: Scene) => ({ id: id(scene), input: {} });
  const type = TYPE[mutation];
  return [
    {
      what: 'an id that nothing has',
      mutation,
      given: given((scene) => unknown(idOf[mutation](scene))),
      code: 'NOT_FOUND',
      field: 'id',
      says: new RegExp(`no ${type} with this id`),
    },
    {
      what: 'an id of another type',
      mutation,
      given: given(({ claim }) => claim),
      code: 'WRONG_TYPE',
      field: 'id',
      says: new RegExp(`one of type ${type} is wanted`),
    },
    {
      what: 'a version that it is not at',
      mutation,
      given: (scene) => ({ id: idOf[mutation](scene), expectedVersion: 9, input: {} }),
      code: 'STALE_VERSION',
      field: 'expectedVersion',
      says: /has changed since version 9: it is at version 1\. Read it again/,
    },
  ];
});

const concept = (input: (scene: Scene) => object) => refused('conceptUpdate', input);
const property = (input: object) => refused('propertyUpdate', () => input);

const pack = (content: string) => (what: string, code: string, says: RegExp) => ({
  what,
  mutation: 'vocabularyImport' as const,
  given: () => ({ input: { content } }),
  code,
  field: 'input.content',
  says,
});

/** Changes of the vocabulary that it, or the claims that use it, stand against. */
export const REFUSED_VOCABULARY: readonly Refusal[] = [
  ...ids,
  concept(() => ({ prefLabel: 'bird strike' }))(
    'a label that is taken',
    'ALREADY_EXISTS',
    'input.prefLabel',
    /has this label/,
  ),
  concept(() => ({ prefLabel: ' ' }))('a label without words', 'INVALID_INPUT', 'input.prefLabel', /at least one word/),
  concept(() => ({ altLabels: ['a'.repeat(301)] }))('a name too long', 'TOO_LONG', 'input.altLabels', /300/),
  concept(() => ({ exactMatch: ['ftp://example.org'] }))('an address', 'INVALID_URL', 'input.exactMatch', /http/),
  concept(({ world }) => ({ broader: [world.concept('missile')] }))(
    'itself as broader',
    'INCONSISTENT_VOCABULARY',
    'input.broader.0',
    /come to lie under itself/,
  ),
  concept(({ world }) => ({ broader: [world.concept('Aktau')] }))(
    'a broader concept of another scheme',
    'WRONG_SCHEME',
    'input.broader.0',
    /same scheme/,
  ),
  concept(({ world }) => ({ broader: [world.concept('bird strike'), world.concept('external interference')] }))(
    'two broader concepts that exclude each other',
    'INCONSISTENT_VOCABULARY',
    'input.broader.1',
    /exclude each other/,
  ),
  concept(({ world }) => ({ broader: [unknown(world.concept('bird strike'))] }))(
    'a broader concept that nothing is',
    'NOT_FOUND',
    'input.broader.0',
    /no Concept with this id/,
  ),
  concept(({ world }) => ({ disjointWith: [world.concept('missile')] }))(
    'itself as disjoint',
    'INCONSISTENT_VOCABULARY',
    'input.disjointWith',
    /everything in common with itself/,
  ),
  concept(({ world }) => ({ disjointWith: [world.concept('external interference')] }))(
    'what it lies within as disjoint',
    'INCONSISTENT_VOCABULARY',
    'input.broader.0',
    /declared disjoint/,
  ),
  {
    ...concept(() => ({}))(
      'what lies beneath it as broader',
      'INCONSISTENT_VOCABULARY',
      'input.broader.0',
      /under itself/,
    ),
    given: ({ world }) => ({
      id: world.concept('external interference'),
      input: { broader: [world.concept('missile')] },
    }),
  },
  {
    ...concept(() => ({}))('what lies beneath it as disjoint', 'INCONSISTENT_VOCABULARY', 'input', /declared disjoint/),
    given: ({ world }) => ({
      id: world.concept('external interference'),
      input: { disjointWith: [world.concept('missile')] },
    }),
  },
  refused('conceptSchemeUpdate', () => ({ label: '' }))('no label', 'REQUIRED', 'input.label', /must not be empty/),
  {
    ...property({})('another datatype under a claim', 'ILLEGAL_STATE', 'input.datatype', /another datatype would make/),
    given: ({ world }) => ({ id: world.vocabulary.properties.motive, input: { datatype: 'BOOLEAN' } }),
  },
  {
    ...property({})('another unit under claims', 'ILLEGAL_STATE', 'input.unit', /another unit would make/),
    given: ({ world }) => ({ id: world.vocabulary.properties.altitude, input: { unit: 'km' } }),
  },
  property({ unit: 'm' })('another dimension of what is summed', 'ILLEGAL_STATE', 'input.unit', /"fates" ties/),
  {
    ...property({})('many values of what is summed', 'ILLEGAL_STATE', 'input.singleValued', /"fates" ties/),
    given: ({ world }) => ({ id: world.vocabulary.properties.fatalities, input: { singleValued: false } }),
  },
  {
    ...property({})('another datatype of what is ordered', 'ILLEGAL_STATE', 'input.datatype', /"flight" ties/),
    given: ({ world }) => ({ id: world.vocabulary.properties.occurredOn, input: { datatype: 'TEXT' } }),
  },
  property({ scheme: 'cause' })(
    'a scheme of figures',
    'INVALID_INPUT',
    'input.scheme',
    /QUANTITY property has no scheme/,
  ),
  property({ phrase: 'killed' })('a phrase without its value', 'INVALID_INPUT', 'input.phrase', /\{value\} in it/),
  property({ scopeDimensions: Array(2).fill({ dimension: 'role', scheme: 'role' }) })(
    'a dimension twice',
    'DUPLICATE_SCOPE_DIMENSION',
    'input.scopeDimensions.1.dimension',
    /named twice/,
  ),
  property({ scopeDimensions: [{ dimension: 'role', scheme: 'roles' }] })(
    'a dimension of no scheme',
    'NOT_FOUND',
    'input.scopeDimensions.0.scheme',
    /no concept scheme/,
  ),
  pack('pack: Winds\nlabel: Winds\n')('a pack that its schema does not allow', 'INVALID_INPUT', /A key starts with/),
  pack('pack: [winds\n')('a pack that is no YAML', 'INVALID_INPUT', /Flow sequence/),
  pack(' ')('a pack without words', 'INVALID_INPUT', /at least one word/),
  pack('pack: winds\nlabel: Winds\nproperties:\n  - { key: motive, label: Motive, datatype: BOOLEAN }\n')(
    'a pack with another datatype of a property that has claims',
    'ILLEGAL_STATE',
    /"motive" has claims/,
  ),
];
