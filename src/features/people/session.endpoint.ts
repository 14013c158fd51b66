import { HttpException, Injectable, UnauthorizedException, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ANONYMOUS, AuthenticationService, cookieOf, setCookie, sourceOf } from '../auth/index.js';
import { SessionsService } from './sessions.service.js';
import { SignInService, TooManyGuesses } from './sign-in.service.js';

/** Longest body that is read, in bytes. */
const BODY_LIMIT = 4_096;
const credentials = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(512) });

/** Codes of refusals by their status. */
const CODES: Readonly<Record<number, string>> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'TOO_MANY_ATTEMPTS' };

/**
 * `POST /session` signs a person in, `DELETE /session` out (docs/adr/0018-sessions.md says why this is no mutation). Only
 * JSON is read, which forms of other sites cannot send, and nothing that another site's page asks for is done.
 */
@Injectable()
export class SessionEndpoint implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly authentication: AuthenticationService,
    private readonly service: SignInService,
    private readonly sessions: SessionsService,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    server.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      const asText = { parseAs: 'string', bodyLimit: BODY_LIMIT } as const;
      scope.addContentTypeParser('application/json', asText, (_request, body, parsed) => parsed(null, body));
      scope.post('/session', (request, reply) => answered(reply, () => this.signIn(request, reply)));
      scope.delete('/session', (request, reply) => answered(reply, () => this.signOut(request, reply)));
      done();
    });
  }

  private async signIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    refuseFromElsewhere(request);
    const given = credentialsIn(request.body);
    const userAgent = request.headers['user-agent'] ?? null;
    const browser = { address: request.ip, userAgent, device: cookieOf('device', request) ?? null };
    const { session, device } = await this.service.signIn(given, browser);
    reply.header('set-cookie', [setCookie('session', session, request), setCookie('device', device, request)]);
  }

  private async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    refuseFromElsewhere(request);
    reply.header('set-cookie', setCookie('session', null, request));
    await this.sessions.signOut(await this.viewerOrNobody(request));
  }

  /** Whoever signs out of a session that is over is out. */
  private async viewerOrNobody(request: FastifyRequest): ReturnType<AuthenticationService['viewerOf']> {
    try {
      return await this.authentication.viewerOf(request);
    } catch (error) {
      if (error instanceof UnauthorizedException) return ANONYMOUS;
      throw error;
    }
  }
}

/** @throws HttpException where a page of another site made the request */
function refuseFromElsewhere(request: FastifyRequest): void {
  if (sourceOf(request) === 'ELSEWHERE') throw new HttpException('Sign in and out on the pages of this service.', 403);
}

/** @throws HttpException where the body is not what is asked for */
function credentialsIn(body: unknown): z.output<typeof credentials> {
  const parsed = credentials.safeParse(typeof body === 'string' ? parseJson(body) : undefined);
  if (parsed.success) return parsed.data;
  throw new HttpException('Send {"email": ..., "password": ...} as application/json.', 400);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers 204, or with the refusal in the form of the errors of the GraphQL API. */
async function answered(reply: FastifyReply, work: () => Promise<void>): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  try {
    await work();
    return await reply.code(204).send();
  } catch (error) {
    if (!(error instanceof HttpException) || error.getStatus() >= 500) throw error;
    if (error instanceof TooManyGuesses) {
      const seconds = Math.ceil((error.tryAgainAt.getTime() - Date.now()) / 1000);
      reply.header('retry-after', String(Math.max(seconds, 1)));
    }
    const code = CODES[error.getStatus()] ?? 'BAD_REQUEST';
    return reply.code(error.getStatus()).send({ errors: [{ message: error.message, extensions: { code } }] });
  }
}
