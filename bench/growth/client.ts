import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** Writes to Gainsay and reads from it over HTTP, one request after another. */
export class Client {
  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly pid: number,
  ) {}

  /** @throws where the answer has errors, or the mutation was refused */
  async ask<T>(query: string, variables: object): Promise<T> {
    return (await this.timed<T>(query, variables)).data;
  }

  /** As {@link ask}, with the milliseconds until the whole answer was there, and its length in bytes. */
  async timed<T>(query: string, variables: object): Promise<{ data: T; milliseconds: number; bytes: number }> {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.key}` };
    const start = performance.now();
    const response = await fetch(this.url, { method: 'POST', headers, body });
    const text = await response.text();
    const milliseconds = performance.now() - start;
    const answer = JSON.parse(text) as { data?: Record<string, { userErrors?: unknown[] }>; errors?: unknown };
    const refused = Object.values(answer.data ?? {}).some((payload) => (payload?.userErrors?.length ?? 0) > 0);
    if (!response.ok || answer.errors || refused) throw new Error(text.slice(0, 2_000));
    return { data: answer.data as T, milliseconds, bytes: Buffer.byteLength(text) };
  }

  /** Memory that the service holds, in MB (its resident set). */
  memory(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.pid)]).toString()) / 1024;
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [above = NaN, below = above] = [sorted[middle], sorted.length % 2 === 0 ? sorted[middle - 1] : undefined];
  return (above + below) / 2;
}
