import { Readable } from 'node:stream';
import { ForbiddenException, HttpException, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeId } from '../../graphql/node/index.js';
import { inThisRequest } from '../../platform/request-context/index.js';
import { AuthenticationService, Role } from '../auth/index.js';
import { BulkExportService } from './bulk-export.service.js';
import { BulkImportService, BulkProblem, type ImportReport } from './bulk-import.service.js';
import { patiently } from './patiently.js';

/** How long the next part of a file may take to come, in milliseconds. */
const PATIENCE = 60_000;
const NDJSON = 'application/x-ndjson';
const IS_NDJSON = /^application\/(x-)?ndjson *(;|$)/i;
const IS_SHA256 = /^[0-9a-f]{64}$/;

/** What a request can be refused for, and the status that says so. */
const STATUS = {
  INVALID_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TIMED_OUT: 408,
  CONFLICT: 409,
  UNSUPPORTED_MEDIA_TYPE: 415,
  DIGEST_MISMATCH: 422,
  STOPPING: 503,
} as const;

/** Why a request is not served. */
class Refusal extends Error {
  constructor(
    readonly code: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
  }
}

/**
 * `POST /import` takes a file of many lines of any length, `GET /export` gives one back. Both stand beside the GraphQL
 * API, as they stream: a line is asked for when the one before it is dealt with.
 */
@Injectable()
export class BulkEndpoint implements OnModuleInit {
  private readonly logger = new Logger('Bulk');
  readonly #stop = new AbortController();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly authentication: AuthenticationService,
    private readonly imports: BulkImportService,
    private readonly exports: BulkExportService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body));
      scope.addHook('preClose', (closed) => {
        this.#stop.abort();
        closed();
      });
      // Bodies are never held as a whole, so only their lines have a limit.
      scope.post('/import', { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
        answered(reply, () => this.receive(request)),
      );
      scope.get('/export', (request, reply) => answered(reply, () => this.give(request, reply)));
      done();
    });
  }

  private async receive(request: FastifyRequest): Promise<object> {
    const viewer = await this.authentication.require(request, Role.EDITOR);
    const { sha256 = null } = request.query as { readonly sha256?: unknown };
    if (sha256 !== null && (typeof sha256 !== 'string' || !IS_SHA256.test(sha256))) {
      throw new Refusal('INVALID_INPUT', 'sha256 is the SHA-256 of the file: 64 digits of 0-9 and a-f.');
    }
    if (!IS_NDJSON.test(request.headers['content-type'] ?? '') || request.headers['content-encoding'] !== undefined) {
      throw new Refusal('UNSUPPORTED_MEDIA_TYPE', `Send lines of JSON as ${NDJSON}, not compressed.`);
    }
    const body = (request.body ?? Readable.from([])) as AsyncIterable<Uint8Array>;
    const chunks = patiently(body, PATIENCE, this.#stop.signal);
    try {
      return reportOf(await this.imports.import(chunks, { digest: sha256 }, viewer));
    } catch (error) {
      // Nobody is there to be told, and what came whole is written or comes again.
      if (request.raw.destroyed && !request.raw.complete) throw new Refusal('TIMED_OUT', 'The client has gone.');
      throw error;
    }
  }

  private async give(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    await this.authentication.require(request, Role.READER);
    const { story } = request.query as { readonly story?: unknown };
    if (story !== undefined && typeof story !== 'string') {
      throw new Refusal('INVALID_INPUT', 'Ask for one story by its slug, or for all without any.');
    }
    const lines = story === undefined ? this.exports.all() : await this.exports.ofStory(story);
    if (lines === null) throw new Refusal('NOT_FOUND', 'There is no story with this slug.');
    const stream = Readable.from(inThisRequest(lines));
    // Fastify ends the connection without the end of the body, by which the client knows that not all has come.
    stream.on('error', (error) => {
      this.logger.error(error);
    });
    return reply.type(NDJSON).send(stream);
  }
}

/** Answers with what comes of `work`, or with why it did not, in the form of the errors of the GraphQL API. */
async function answered(reply: FastifyReply, work: () => Promise<object>): Promise<object> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof HttpException ? refusalOf(error) : error;
    if (!(refusal instanceof Refusal || refusal instanceof BulkProblem)) throw error;
    const { code, message } = refusal;
    // The rest of the file may be on its way.
    return reply
      .code(STATUS[code])
      .header('connection', 'close')
      .send({ errors: [{ message, extensions: { code } }] });
  }
}

function refusalOf(error: HttpException): Refusal {
  return new Refusal(error instanceof ForbiddenException ? 'FORBIDDEN' : 'UNAUTHENTICATED', error.message);
}

function reportOf({ id, lines, bytes, added, unchanged, failed, errors }: ImportReport): object {
  return { id: encodeId('BulkImport', { id }), lines, bytes, added, unchanged, failed, errors };
}
