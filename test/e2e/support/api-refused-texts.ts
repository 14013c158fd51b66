import { agent, concept, identity, property, scheme, source, story, subject, type Input } from './api-inputs.js';
import type { Refusal } from './api-refusals.js';

/** Every text that a client can have stored: where it stands, an input around it, its limit, and what it may be. */
type TextField = [
  mutation: Refusal['mutation'],
  field: string,
  base: Input,
  most: number,
  form: 'words' | 'prose' | 'document',
];
const TEXTS: TextField[] = [
  ['storyCreate', 'input.title', story, 300, 'words'],
  ['storyCreate', 'input.summary', story, 5_000, 'prose'],
  ['subjectCreate', 'input.label', subject, 300, 'words'],
  ['subjectCreate', 'input.aliases', subject, 300, 'words'],
  ['agentCreate', 'input.name', agent, 300, 'words'],
  ['conceptSchemeCreate', 'input.label', scheme, 300, 'words'],
  ['conceptCreate', 'input.prefLabel', concept, 300, 'words'],
  ['conceptCreate', 'input.altLabels', concept, 300, 'words'],
  ['conceptCreate', 'input.scheme', concept, 64, 'words'],
  ['propertyCreate', 'input.label', property, 300, 'words'],
  ['propertyCreate', 'input.unit', property, 64, 'words'],
  ['identityCreate', 'input.label', identity, 300, 'words'],
  ['sourceCreate', 'input.title', source, 300, 'words'],
  ['sourceCreate', 'input.authors', source, 300, 'words'],
  ['sourceCreate', 'input.text', source, 1_000_000, 'document'],
  ['claimCreate', 'input.statement', ({ world }) => world.inputOf({ quantity: '41' }), 5_000, 'prose'],
  ['claimCreate', 'input.property', ({ world }) => world.inputOf({ quantity: '41' }), 64, 'words'],
  [
    'claimCreate',
    'input.value.text',
    ({ world }) => ({ ...world.inputOf({ property: 'motive', text: 'None.' }), value: {} }),
    5_000,
    'prose',
  ],
];
const LISTS = /aliases|altLabels|authors/;

/** Puts a text where a field says, in a list of its own where the field is one. */
function put(base: Input, field: string, text: string): Input {
  return (scene) => {
    const input = structuredClone(base(scene)) as Record<string, unknown>;
    const path = field.split('.').slice(1);
    const last = path.pop()!;
    const place = path.reduce((object, name) => object[name] as Record<string, unknown>, input);
    place[last] = LISTS.test(last) ? [text] : text;
    return { input };
  };
}

function refusalsOf([mutation, field, base, most, form]: TextField): Refusal[] {
  const refusal = (what: string, text: string, code: string, says: RegExp): Refusal => ({
    what: `${what} for ${field} of ${mutation}`,
    mutation,
    given: put(base, field, text),
    code,
    field,
    says,
  });
  const wrong = form === 'words' ? /one line of text|words/ : /text with at least one word|well-formed Unicode|words/;
  return [
    refusal('nothing', '', 'REQUIRED', /must not be empty/),
    refusal('only white space', ' \u00a0 ', 'INVALID_INPUT', wrong),
    refusal('a null character', 'a\0b', 'INVALID_INPUT', wrong),
    refusal('half a character', 'a\ud800b', 'INVALID_INPUT', wrong),
    ...(form === 'document' ? [] : [refusal('a control character', 'a\u0007b', 'INVALID_INPUT', wrong)]),
    ...(form === 'words' ? [refusal('two lines', 'a\nb', 'INVALID_INPUT', wrong)] : []),
    ...(most > 100_000
      ? []
      : [refusal('too many characters', 'a'.repeat(most + 1), 'TOO_LONG', new RegExp(String(most)))]),
  ];
}

/** Texts that no field takes, tried on every field that takes text. */
export const REFUSED_TEXTS: Refusal[] = TEXTS.flatMap(refusalsOf);
