import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { watch } from '../support/service-process.js';

const ROUNDS = 5;
const writer = fileURLToPath(new URL('../support/kill-writer.ts', import.meta.url));

/** What one writer found when it opened the database, and what it acknowledged before it was killed. */
interface Round {
  readonly found: number[];
  readonly acknowledged: number[];
}

/** Lets a writer write for `lifetime` milliseconds from its first row on, then kills it in the middle of it. */
async function writeAndKill(directory: string, lifetime: number): Promise<Round> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = watch(child);
  const writing = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => chunk.includes('wrote') && resolve()),
  );
  await Promise.race([writing, ended]);
  await delay(lifetime);
  child.kill('SIGKILL');
  const { signal, stdout, stderr } = await ended;
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${stderr}`);
  return {
    found: JSON.parse(/^found (.*)$/m.exec(stdout)![1]!) as number[],
    acknowledged: [...stdout.matchAll(/^wrote (\d+)$/gm)].map((match) => Number(match[1])),
  };
}

test('kill -9 at any moment loses nothing that the embedded database acknowledged', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'gainsay-kill-'));
  try {
    const expected = new Set<number>();
    const rounds: Round[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      const round = await writeAndKill(directory, (i * 61) % 200);
      const kept = new Set(round.found);
      expect([...expected].filter((id) => !kept.has(id))).toEqual([]);
      // A row that was committed just before the kill may be there without its acknowledgement, never half of it.
      round.found.forEach((id) => expected.add(id));
      round.acknowledged.forEach((id) => expected.add(id));
      rounds.push(round);
    }
    expect(rounds.every(({ acknowledged }) => acknowledged.length > 0)).toBe(true);
    const last = await writeAndKill(directory, 0);
    expect([...expected].filter((id) => !last.found.includes(id))).toEqual([]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}, 300_000);
