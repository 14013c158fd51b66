import { Agent, interceptors, request, type Dispatcher } from 'undici';
import { z } from 'zod';
import type { ModelSettings } from '../../../platform/config/config.js';
import { ModelFailure, type ModelProblemName } from './model-problem.js';

/** What a model is asked. */
export interface ModelQuestion {
  readonly instructions: string;
  readonly text: string;
  /** JSON Schema of the answer. */
  readonly schema: object;
}

/** Longest answer that is read, in bytes. */
const MAX_ANSWER = 1024 * 1024;
/** How often one question is asked again where the model is overloaded or out of order, with growing pauses. */
const RETRIES = 3;
const FIRST_PAUSE = 500;
/** The longest pause, in milliseconds, whatever Retry-After says. */
const LONGEST_PAUSE = 10_000;
const OVERLOADED: readonly number[] = [429, 500, 502, 503, 504];
const NETWORK = ['ECONNRESET', 'ECONNREFUSED', 'ENOTFOUND', 'ENETDOWN', 'ENETUNREACH', 'EHOSTDOWN', 'UND_ERR_SOCKET'];

/** Of the answer, what OpenAI's API reference says of a chat completion object; the rest is of no interest. */
const completion = z.object({
  choices: z.tuple(
    [z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string() }) })],
    z.unknown(),
  ),
});

/**
 * Asks one model over OpenAI's chat completions, with the answer bound to a JSON Schema
 * (https://platform.openai.com/docs/api-reference/chat/create). Redirects are not followed: the text and the key go to
 * the address that the operator has set, and nowhere else.
 */
export class ModelClient {
  readonly #agent: Dispatcher;
  readonly #base: Agent;
  readonly #settings: ModelSettings;

  constructor(settings: ModelSettings) {
    const { patience } = settings;
    this.#settings = settings;
    this.#base = new Agent({ connect: { timeout: patience }, headersTimeout: patience, bodyTimeout: patience });
    this.#agent = this.#base.compose(
      interceptors.retry({
        methods: ['POST'],
        statusCodes: [...OVERLOADED],
        errorCodes: NETWORK,
        maxRetries: RETRIES,
        minTimeout: FIRST_PAUSE,
        maxTimeout: LONGEST_PAUSE,
      }),
    );
  }

  get name(): string {
    return this.#settings.name;
  }

  /**
   * @returns the answer, parsed but not checked
   * @throws ModelFailure where there is none that is whole
   */
  async ask({ instructions, text, schema }: ModelQuestion, stopped: AbortSignal): Promise<unknown> {
    const { url, key, name, patience } = this.#settings;
    // Each attempt has the agent's patience; one that sends its answer drop by drop has this one.
    const late = AbortSignal.timeout(patience + RETRIES * LONGEST_PAUSE);
    const signal = AbortSignal.any([late, stopped]);
    const body = {
      model: name,
      messages: [
        { role: 'system', content: instructions },
        { role: 'user', content: text },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'claims', strict: true, schema } },
    };
    try {
      const asking = request(`${url}/chat/completions`, {
        method: 'POST',
        dispatcher: this.#agent,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        },
        body: JSON.stringify(body),
        signal,
      });
      // In the pause before it is asked again, a request does not notice that nobody waits any more.
      const response = await unlessAborted(asking, signal);
      // A body that is left unread reports its end as an error, which nobody awaits.
      response.body.on('error', () => undefined);
      return answerOf(await received(response));
    } catch (error) {
      if (error instanceof ModelFailure) throw error;
      if (stopped.aborted) throw new ModelFailure('STOPPED', 'The model was not waited for.');
      if (late.aborted) throw new ModelFailure('TOO_SLOW', `The model took longer than ${patience / 1000} s.`);
      throw failureOf(error);
    }
  }

  async close(): Promise<void> {
    await this.#base.destroy();
  }
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

async function received({ statusCode, body }: Dispatcher.ResponseData): Promise<string> {
  if (statusCode !== 200) {
    body.destroy();
    throw statusFailure(statusCode);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER) throw new ModelFailure('BAD_ANSWER', 'The model’s answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function statusFailure(status: number): ModelFailure {
  const problem: ModelProblemName = OVERLOADED.includes(status) ? 'OVERLOADED' : 'REFUSED';
  return new ModelFailure(problem, `The model’s server answers with status ${status}.`);
}

function answerOf(body: string): unknown {
  const read = completion.safeParse(parsed(body));
  if (!read.success) throw new ModelFailure('BAD_ANSWER', 'The model’s server sent no chat completion.');
  const [{ finish_reason: reason, message }] = read.data.choices;
  if (reason === 'length') throw new ModelFailure('BAD_ANSWER', 'The model’s answer broke off.');
  return parsed(message.content);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ModelFailure('BAD_ANSWER', 'The model’s answer is no JSON.');
  }
}

/** Failures of the network have a code; whatever else is thrown is a fault of ours. */
function failureOf(error: unknown): unknown {
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (typeof statusCode === 'number') return statusFailure(statusCode);
  if (typeof code !== 'string') return error;
  if (code.includes('TIMEOUT')) return new ModelFailure('TOO_SLOW', `The model did not answer in time (${code}).`);
  return new ModelFailure('UNREACHABLE', `The model’s server could not be reached (${code}).`);
}
