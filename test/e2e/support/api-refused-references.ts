import type { Json } from './api-client.js';
import type { Refusal, Scene } from './api-refusals.js';
import { inCitation, spoiltClaim, unknown } from './api-spoilt-claim.js';

/** References to what is not there or not of the right kind. */
export const REFUSED_REFERENCES: Refusal[] = [
  {
    what: 'a property that nothing has',
    mutation: 'claimCreate',
    given: spoiltClaim({ property: 'altitudes', quantity: '1' }),
    code: 'NOT_FOUND',
    field: 'input.property',
    says: /no property with the key "altitudes"/,
  },
  {
    what: 'no citations',
    mutation: 'claimCreate',
    given: spoiltClaim({ quantity: '41' }, (input) => (input.citations = [])),
    code: 'REQUIRED',
    field: 'input.citations',
    says: /at least one citation/,
  },
  {
    what: 'too many citations',
    mutation: 'claimCreate',
    given: spoiltClaim({ quantity: '41' }, (input) => (input.citations = Array(51).fill(input.citations[0]))),
    code: 'TOO_LONG',
    field: 'input.citations',
    says: /50/,
  },
  {
    what: 'too many scope terms',
    mutation: 'claimCreate',
    given: spoiltClaim(
      { quantity: '41', scope: { role: 'crew' } },
      (input) => (input.scope = Array(11).fill(input.scope[0])),
    ),
    code: 'TOO_LONG',
    field: 'input.scope',
    says: /10/,
  },
  ...(
    [
      ['subject', 'input.subject', 'Subject', (input, id) => (input.subject = id(input.subject))],
      [
        'source',
        inCitation('source'),
        'Source',
        (input, id) => (input.citations[0].source = id(input.citations[0].source)),
      ],
      [
        'claimant',
        inCitation('claimant'),
        'Agent',
        (input, id, { agent }) => (input.citations[0].claimant = id(agent)),
      ],
    ] as [string, string, string, (input: Json, id: (known: string) => string, scene: Scene) => void][]
  ).flatMap(([name, field, type, put]): Refusal[] => [
    {
      what: `a ${name} that nothing is`,
      mutation: 'claimCreate',
      given: spoiltClaim({ quantity: '41' }, (input, scene) => put(input, unknown, scene)),
      code: 'NOT_FOUND',
      field,
      says: new RegExp(`no ${type} with this id`),
    },
    {
      what: `a ${name} whose id is malformed`,
      mutation: 'claimCreate',
      given: spoiltClaim({ quantity: '41' }, (input, scene) => put(input, () => 'not an id', scene)),
      code: 'NOT_FOUND',
      field,
      says: new RegExp(`no ${type} with this id`),
    },
    {
      what: `a ${name} of another type`,
      mutation: 'claimCreate',
      given: spoiltClaim({ quantity: '41' }, (input, scene) => put(input, () => scene.world.story, scene)),
      code: 'WRONG_TYPE',
      field,
      says: new RegExp(`type Story; one of type ${type} is wanted`),
    },
    {
      what: `an over-long id of a ${name}`,
      mutation: 'claimCreate',
      given: spoiltClaim({ quantity: '41' }, (input, scene) => put(input, () => 'A'.repeat(129), scene)),
      code: 'TOO_LONG',
      field,
      says: /too long to be an id/,
    },
    {
      what: `an empty id of a ${name}`,
      mutation: 'claimCreate',
      given: spoiltClaim({ quantity: '41' }, (input, scene) => put(input, () => '', scene)),
      code: 'REQUIRED',
      field,
      says: /must not be empty/,
    },
  ]),
  {
    what: 'a source of another story',
    mutation: 'claimCreate',
    given: spoiltClaim({ quantity: '41' }, (input, { other }) => (input.citations[0].source = other.source)),
    code: 'WRONG_STORY',
    field: inCitation('source'),
    says: /belongs to another story/,
  },
  {
    what: 'a concept that nothing is',
    mutation: 'claimCreate',
    given: spoiltClaim(
      { property: 'cause', concept: 'missile' },
      (input) => (input.value.concept = unknown(input.value.concept)),
    ),
    code: 'NOT_FOUND',
    field: 'input.value.concept',
    says: /no Concept with this id/,
  },
];
