import type { SchemaObject } from 'ajv/dist/2020.js';
import { AgentKind } from '../agents/index.js';
import { CertaintyEnum, PolarityEnum } from '../claims/index.js';
import { Reliability, SourceKind } from '../sources/index.js';
import { SubjectKind } from '../stories/index.js';
import type { Line } from './line.js';

/** How many wholes an agent's name may go up: more than any organisation needs, and a bound for what is read. */
const MAX_WHOLES = 16;

const text: SchemaObject = { type: 'string' };
const texts: SchemaObject = { type: 'array', items: text };
const flag: SchemaObject = { type: 'boolean' };
const position: SchemaObject = { type: 'integer', minimum: 1, maximum: 2_147_483_647 };
const sha256: SchemaObject = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const oneOf = (values: object): SchemaObject => ({ type: 'string', enum: Object.values(values) });
const object = (properties: Record<string, SchemaObject>, required: readonly string[]): SchemaObject => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

function agentFields(wholes: number): Record<string, SchemaObject> {
  const partOf = object(wholes > 1 ? agentFields(wholes - 1) : NAMED, ['kind', 'name']);
  return { ...NAMED, partOf };
}
const NAMED = { kind: oneOf(AgentKind), name: text };
const agent = object(agentFields(MAX_WHOLES), ['kind', 'name']);

const SUBJECT = { kind: oneOf(SubjectKind), label: text, number: position };
const source = object({ url: text, sha256, number: position }, []);
const quantity = object(
  {
    amount: text,
    lowerBound: text,
    upperBound: text,
    lowerExclusive: flag,
    upperExclusive: flag,
    approximate: flag,
    unit: text,
  },
  [],
);
const value: SchemaObject = {
  ...object({ quantity, time: text, concept: text, boolean: flag, text, unknown: flag }, []),
  minProperties: 1,
  maxProperties: 1,
};
const CLAIM = {
  subject: object(SUBJECT, ['kind', 'label']),
  property: text,
  polarity: oneOf(PolarityEnum),
  value,
  scope: { type: 'array', items: object({ dimension: text, concept: text }, ['dimension', 'concept']) },
  statement: text,
};
const CITATION = {
  source,
  quote: object({ exact: text, prefix: text, suffix: text, start: { type: 'integer', minimum: 0 } }, ['exact']),
  claimant: agent,
  certainty: oneOf(CertaintyEnum),
  saidOn: text,
};

const line = (properties: Record<string, SchemaObject>, required: readonly string[]): SchemaObject =>
  object({ type: text, ...properties }, required);

/** The JSON Schema of each type of line. Lengths and the like are checked where everything else is that is written. */
export const LINE_SCHEMAS: Readonly<Record<Line['type'], SchemaObject>> = {
  story: line({ slug: text, title: text, summary: text }, ['slug', 'title']),
  agent: line({ ...agentFields(MAX_WHOLES), aliases: texts, sameAs: texts }, ['kind', 'name']),
  subject: line({ story: text, ...SUBJECT, aliases: texts, sameAs: texts }, ['story', 'kind', 'label']),
  source: line(
    {
      story: text,
      url: text,
      number: position,
      title: text,
      kind: oneOf(SourceKind),
      publisher: agent,
      authors: texts,
      language: text,
      publishedAt: text,
      derivedFrom: source,
      reliability: oneOf(Reliability),
      mediaType: { enum: ['text/plain', 'text/html', 'text/markdown', 'application/pdf'] },
      text,
    },
    ['story', 'title', 'text'],
  ),
  claim: line({ story: text, ...CLAIM, citations: { type: 'array', items: object(CITATION, ['source', 'quote']) } }, [
    'story',
    'subject',
    'property',
    'value',
    'citations',
  ]),
  citation: line({ story: text, claim: object(CLAIM, ['subject', 'property', 'value']), ...CITATION }, [
    'story',
    'claim',
    'source',
    'quote',
  ]),
};
