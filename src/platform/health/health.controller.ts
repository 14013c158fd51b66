import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Database, Prisma } from '../database/index.js';
import { Lifecycle } from '../lifecycle/lifecycle.js';

/** An answer to a probe; `reason` says why the service is not ready. */
interface Health {
  readonly status: 'ok' | 'unavailable';
  readonly reason?: string;
}

/** A database that takes longer than this to say anything, in milliseconds, is not fit for requests. */
const DATABASE_PATIENCE = 2_000;

/** Probes for whatever runs the service: `live` says to restart it, `ready` whether to send it requests. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly lifecycle: Lifecycle,
  ) {}

  /** The process runs and answers. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): Health {
    return { status: 'ok' };
  }

  /** The database, whose migrations ran before the port was opened, answers too; 503 with a reason otherwise. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Health> {
    const reason = await this.#reasonNotReady();
    if (reason === undefined) return { status: 'ok' };
    void reply.status(503);
    return { status: 'unavailable', reason };
  }

  async #reasonNotReady(): Promise<string | undefined> {
    if (this.lifecycle.phase !== 'ready') return `The service is ${this.lifecycle.phase}.`;
    const answer = this.database.query(Prisma.sql`SELECT 1`).then(
      () => undefined,
      () => 'The database does not answer.',
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>((resolve) => {
      timer = setTimeout(() => resolve('The database is slow to answer.'), DATABASE_PATIENCE);
    });
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
