import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import type { SingleSignOnSettings } from '../../platform/config/single-sign-on-settings.js';
import { cookieOf, setCookie, sourceOf } from '../auth/index.js';
import type { Browser } from '../people/index.js';
import { SingleSignOnFailed } from './failure.js';
import { SINGLE_SIGN_ON_PATH } from './path.js';
import { SingleSignOnService } from './single-sign-on.service.js';

const CALLBACK = `${SINGLE_SIGN_ON_PATH}/callback`;
/** Where browsers go in the end. Nothing that a request says has a part in it, so that nobody can be led elsewhere. */
const PANEL = '/';

/**
 * `GET /session/oidc` sends a browser to the provider of single sign-on, `GET /session/oidc/callback` is where that sends
 * it back to: with a session as `POST /session` gives one, or with `?signInError=` and why there is none.
 */
@Injectable()
export class SingleSignOnEndpoint implements OnModuleInit {
  readonly #logger = new Logger('SingleSignOn');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly config: Config,
    private readonly service: SingleSignOnService,
  ) {}

  onModuleInit(): void {
    const { singleSignOn } = this.config;
    if (singleSignOn === undefined) return;
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const get = (url: string, handle: typeof this.begin): void => {
      // Not for HEAD: what only looks shall begin and end nothing.
      const options = { method: 'GET', url, exposeHeadRoute: false } as const;
      server.route({
        ...options,
        handler: (request, reply) => this.answered(reply, handle(singleSignOn, request, reply)),
      });
    };
    get(SINGLE_SIGN_ON_PATH, (...given) => this.begin(...given));
    get(CALLBACK, (...given) => this.finish(...given));
  }

  /** @returns where the browser goes */
  private async begin(settings: SingleSignOnSettings, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    if (sourceOf(request) === 'ELSEWHERE') throw new SingleSignOnFailed('FROM_ELSEWHERE');
    const returnTo = `${originOf(request)}${CALLBACK}`;
    const { address, secret } = await this.service.begin(settings, returnTo, browserOf(request));
    reply.header('set-cookie', setCookie('attempt', secret, request));
    return address.href;
  }

  private async finish(settings: SingleSignOnSettings, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const secret = cookieOf('attempt', request);
    const returned = new URL(request.url, originOf(request));
    const session = await this.service.finish(settings, secret, returned, browserOf(request));
    reply.header('set-cookie', [setCookie('session', session, request), setCookie('attempt', null, request)]);
    return PANEL;
  }

  private async answered(reply: FastifyReply, work: Promise<string>): Promise<FastifyReply> {
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    try {
      return await reply.redirect(await work, 303);
    } catch (error) {
      if (!(error instanceof SingleSignOnFailed)) throw error;
      this.note(error);
      return await reply.redirect(`${PANEL}?signInError=${error.code}`, 303);
    }
  }

  /** What the operator may have to mend is logged with its cause, which holds nothing secret but what has ended. */
  private note({ code, cause }: SingleSignOnFailed): void {
    const reasons = [];
    for (let error = cause; error instanceof Error; error = error.cause) reasons.push(error.message);
    const message = { message: 'Single sign-on failed', code, reasons };
    if (code === 'PROVIDER_UNAVAILABLE') this.#logger.error(message);
    else this.#logger.warn(message);
  }
}

function browserOf({ ip, headers }: FastifyRequest): Browser {
  return { address: ip, userAgent: headers['user-agent'] ?? null };
}

/** As browsers see this service. The provider sends them to none that it was not told of beforehand. */
function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
