import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findShippedPath } from '../../platform/files/shipped-path.js';
import { FILE_HEADERS, pageHeaders } from './page-headers.js';

/** What the build has put where each answer's nonce belongs. */
const NONCE = '__NONCE__';

/**
 * Serves the panel: its page at the paths of its screens, which the build has listed, and its files below /assets, whose
 * names change with what is in them. Any other path stays unknown.
 */
@Injectable()
export class PanelEndpoint implements OnModuleInit {
  readonly #logger = new Logger('Panel');

  constructor(private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    const folder = findShippedPath('dist', 'panel');
    if (folder === null) {
      this.#logger.warn('The panel has not been built, so only the API is served: `npm run build` builds it.');
      return;
    }
    const [page, paths] = await Promise.all(
      ['index.html', 'paths.json'].map((file) => readFile(join(folder, file), 'utf8')),
    );
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    for (const path of z.array(z.string()).parse(JSON.parse(paths ?? ''))) {
      server.get(path, (_request, reply) => answerWithPage(reply, page ?? ''));
    }
    server.register(fastifyStatic, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      wildcard: false,
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '365d',
      setHeaders: (reply) => {
        for (const [name, value] of Object.entries(FILE_HEADERS)) reply.header(name, value);
      },
    });
  }
}

function answerWithPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply.headers(pageHeaders(nonce)).send(page.replaceAll(NONCE, nonce));
}
