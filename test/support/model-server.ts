import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';

/** A claim as the served model tells it; what is left out is null, or as a plain report has it. */
export type ModelClaim = Readonly<Record<string, unknown>>;

/** How one request is answered: with these claims, or otherwise. */
export type ModelAnswer = readonly ModelClaim[] | ((response: ServerResponse) => void);

/** What was asked. */
interface ModelRequest {
  readonly instructions: string;
  readonly text: string;
}

/** A server on this machine that speaks OpenAI's chat completions and answers from a table. */
export interface ModelServer {
  /** Its base address. */
  readonly url: string;
  /**
   * What is answered to a text that has some words in it, by these words; the first answer first, the last one for good.
   * A text that has none of them makes no claim.
   */
  readonly answers: Map<string, readonly ModelAnswer[]>;
  /** All that was asked in good form, in this order. */
  readonly asked: ModelRequest[];
  /** What was wrong with requests: nothing, in a test that passes. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export const MODEL_KEY = 'key-of-the-model';
export const MODEL_NAME = 'reader-1';

/** What the API's reference says of a request to create a chat completion, as far as it is used. */
const validRequest = new Ajv().compile({
  type: 'object',
  additionalProperties: false,
  required: ['model', 'messages', 'response_format'],
  properties: {
    model: { type: 'string' },
    messages: {
      type: 'array',
      items: [message('system'), message('user')],
      minItems: 2,
      maxItems: 2,
    },
    response_format: {
      type: 'object',
      additionalProperties: false,
      required: ['type', 'json_schema'],
      properties: {
        type: { const: 'json_schema' },
        json_schema: {
          type: 'object',
          additionalProperties: false,
          required: ['name', 'strict', 'schema'],
          properties: {
            name: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,64}$' },
            strict: { const: true },
            schema: { type: 'object' },
          },
        },
      },
    },
  },
});

function message(role: string): object {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['role', 'content'],
    properties: { role: { const: role }, content: { type: 'string', minLength: 1 } },
  };
}

/** Starts a model's server. */
export async function startModelServer(): Promise<ModelServer> {
  const answers: ModelServer['answers'] = new Map();
  const [asked, complaints]: [ModelRequest[], string[]] = [[], []];
  const times = new Map<string, number>();
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await bodyOf(request)) as {
      messages: { content: string }[];
      response_format: { json_schema: { schema: object } };
    };
    const complaint = complaintAbout(request, body);
    if (complaint !== null) {
      complaints.push(complaint);
      response
        .writeHead(400, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: complaint } }));
      return;
    }
    const [instructions, text] = body.messages.map(({ content }) => content) as [string, string];
    asked.push({ instructions, text });
    const [words, all] = [...answers].find(([key]) => text.includes(key)) ?? ['', [[]]];
    const time = times.get(words) ?? 0;
    times.set(words, time + 1);
    const given = all[Math.min(time, all.length - 1)] ?? [];
    if (typeof given === 'function') given(response);
    else complete(JSON.stringify({ claims: given.map(whole) }))(response);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    answers,
    asked,
    complaints,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with a chat completion of some content. */
export function complete(content: string, finishReason = 'stop'): (response: ServerResponse) => void {
  return (response) => {
    const choice = { index: 0, finish_reason: finishReason, message: { role: 'assistant', content, refusal: null } };
    const body = { id: 'chatcmpl-1', object: 'chat.completion', created: 0, model: MODEL_NAME, choices: [choice] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
}

/** Answers with a status that is no success. */
export function fail(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): (response: ServerResponse) => void {
  return (response) => {
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message: 'Something is wrong.', type: 'error' } }));
  };
}

function complaintAbout(request: IncomingMessage, body: unknown): string | null {
  if (request.method !== 'POST' || request.url !== '/v1/chat/completions') return `${request.method} ${request.url}`;
  if (request.headers.authorization !== `Bearer ${MODEL_KEY}`) return 'authorization';
  if (request.headers['content-type'] !== 'application/json') return 'content-type';
  if (!validRequest(body)) return JSON.stringify(validRequest.errors);
  const { schema } = (body as { response_format: { json_schema: { schema: object } } }).response_format.json_schema;
  return looseObjects(schema).length > 0 ? 'a strict schema requires all properties and allows no others' : null;
}

/** Objects of a schema that a strict one may not have: everything is required, nothing else allowed. */
function looseObjects(schema: unknown): object[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  const names = Object.keys(properties ?? {});
  const isLoose =
    type === 'object' &&
    (additionalProperties !== false || names.some((name) => !((required ?? []) as string[]).includes(name)));
  return [...(isLoose ? [schema] : []), ...Object.values(schema).flatMap(looseObjects)];
}

function whole(claim: ModelClaim): object {
  const plain = { scope: [], polarity: 'AFFIRMED', certainty: 'CERTAIN', claimant: null, saidOn: null, subject: null };
  return { ...plain, ...claim };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
