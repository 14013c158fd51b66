import type { IncomingMessage } from 'node:http';
import { ForbiddenException, HttpException, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodeId } from '../../graphql/node/index.js';
import { AuthenticationService, Role } from '../auth/index.js';
import { ImportProblem, MAX_DOCUMENT_BYTES, tooLarge } from './import-problem.js';
import { isImportableType } from './reading/document-kind.js';
import { lineOf } from './reading/clean-words.js';
import { UPLOAD_LIFETIME, UploadsService } from './uploads.service.js';

/** How long a client may take to send a file, in milliseconds. */
const PATIENCE = 120_000;

/** What a request can be refused for, and the status that says so. */
const STATUS = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_LONG: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  REQUIRED: 400,
} as const;
type Refusal = keyof typeof STATUS;

/**
 * `POST /uploads?name=report.pdf`: takes a file as the request's body and answers with an id for `sourceImport`
 * (docs/adr/0011-import.md says why it is not a multipart request). It stands beside the GraphQL API, with a parser of its
 * own, so that no other request may be as large.
 */
@Injectable()
export class UploadsEndpoint implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly authentication: AuthenticationService,
    private readonly uploads: UploadsService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body));
      scope.post('/uploads', { bodyLimit: MAX_DOCUMENT_BYTES }, (request, reply) => this.receive(request, reply));
      done();
    });
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<object> {
    try {
      const viewer = await this.authentication.require(request, Role.CONTRIBUTOR);
      const contentType = request.headers['content-type'] ?? null;
      if (contentType !== null && !isImportableType(contentType)) {
        const message = 'Send HTML, PDF, Markdown or plain text, with its own Content-Type.';
        return await refuse(reply, 'UNSUPPORTED_MEDIA_TYPE', message);
      }
      const content = await received(request);
      if (content.length === 0) return await refuse(reply, 'REQUIRED', 'The body is empty: it must be the file.');
      const name = lineOf((request.query as { readonly name?: unknown }).name) ?? '';
      const { id, size, createdAt } = await this.uploads.keep({ name, contentType, content }, viewer);
      const expiresAt = new Date(createdAt.getTime() + UPLOAD_LIFETIME);
      return await reply.code(201).send({ id: encodeId('Upload', { id }), name, size, expiresAt });
    } catch (error) {
      if (error instanceof ImportProblem && error.code in STATUS) {
        return refuse(reply, error.code as Refusal, error.message);
      }
      if (error instanceof HttpException) {
        return refuse(reply, error instanceof ForbiddenException ? 'FORBIDDEN' : 'UNAUTHENTICATED', error.message);
      }
      throw error;
    }
  }
}

/** The same form as errors of the GraphQL API. The connection ends, since the rest of the file may be on its way. */
function refuse(reply: FastifyReply, code: Refusal, message: string): FastifyReply {
  const errors = [{ message, extensions: { code } }];
  return reply.code(STATUS[code]).header('connection', 'close').send({ errors });
}

async function received(request: FastifyRequest): Promise<Buffer<ArrayBuffer>> {
  const body = request.body as IncomingMessage | undefined;
  if (body === undefined) return Buffer.alloc(0);
  const timer = setTimeout(() => body.destroy(), PATIENCE);
  try {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_DOCUMENT_BYTES) throw tooLarge('The file');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
  }
}
