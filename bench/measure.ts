import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';

/** What one run of the load generator saw. */
export interface Measurement {
  readonly requestsPerSecond: number;
  /** In milliseconds. */
  readonly p99: number;
  /** Answers that were no success, and requests without an answer. */
  readonly failures: number;
}

/** One run of the load generator. */
export interface Load {
  readonly url: string;
  /** Shared out among the connections, each of which sends its own in turn, over and over. */
  readonly bodies: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
};
/** Rest between two runs, in milliseconds, in which connections close and what is left of the last run ends. */
const REST = 200;

/** Sends requests over HTTP, on each connection the next one as soon as the last is answered. */
export async function measure({ url, bodies, connections, seconds }: Load): Promise<Measurement> {
  const path = new URL(url).pathname;
  const share = Math.ceil(bodies.length / connections);
  let connection = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => {
      const start = (connection++ * share) % bodies.length;
      const mine = bodies.slice(start, start + share);
      client.setRequests(mine.map((body) => ({ method: 'POST', path, headers: HEADERS, body })));
    },
    // GraphQL tells failures in the body: an answer with data begins with it, and errors come after.
    verifyBody: (body) => String(body).startsWith('{"data":{') && !String(body).includes('"errors":'),
  });
  await delay(REST);
  const { errors, timeouts, mismatches, non2xx } = result;
  return {
    requestsPerSecond: result['2xx'] / result.duration,
    p99: result.latency.p99,
    failures: errors + timeouts + mismatches + non2xx,
  };
}

/** Sends one request and gives the body of the answer. */
export async function ask(url: string, body: string): Promise<string> {
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${text}`);
  return text;
}
