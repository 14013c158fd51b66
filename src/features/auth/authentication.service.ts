import { createHash, randomBytes } from 'node:crypto';
import { ForbiddenException, Injectable, UnauthorizedException } from '@nestjs/common';
import { answerFor } from '../../platform/request-context/index.js';
import { AccountsRepository, type KeyRow } from './accounts.repository.js';
import { cookieOf } from './cookies.js';
import { requirePolicy, SIGNED_IN, type Policy } from './policy.js';
import { includes, lowerOf, Role } from './role.js';
import { sourceOf, type HttpRequest } from './same-origin.js';
import { idleSince } from './session-lifetime.js';
import { SessionsRepository, type SessionRow } from './sessions.repository.js';
import { acting, ANONYMOUS, type ActingViewer, type Viewer } from './viewer.js';

/** How stale the "last used" of a key or session may be, in milliseconds: it is not worth a write for every request. */
const USE_NOTED_EVERY = 60_000;

/** Tells from a request who is asking. */
@Injectable()
export class AuthenticationService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
  ) {}

  /**
   * Who sent a request to an endpoint beside the GraphQL API.
   * @throws UnauthorizedException or ForbiddenException where the policy does not let the sender in
   */
  async require(request: HttpRequest, policy: Policy): Promise<ActingViewer> {
    const viewer = await this.viewerOf(request);
    // An endpoint is for whoever has an account, whatever the role that it asks for.
    requirePolicy(viewer, SIGNED_IN);
    requirePolicy(viewer, policy);
    return acting(viewer);
  }

  /**
   * Who sent a request: by its Authorization header, else by its session's cookie. From then on, the request sees what
   * they may: readers what is published, contributors and whoever may do more everything.
   * @throws UnauthorizedException where the key or the session is not good
   * @throws ForbiddenException where a cookie came with a request that no page of this service made
   */
  async viewerOf(request: HttpRequest): Promise<Viewer> {
    const viewer = await this.recognise(request);
    answerFor(includes(viewer.role, Role.CONTRIBUTOR) ? 'EDITORIAL' : 'PUBLIC');
    return viewer;
  }

  private async recognise(request: HttpRequest): Promise<Viewer> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.authenticate(authorization);
    const secret = cookieOf('session', request);
    if (secret === undefined) return ANONYMOUS;
    // Browsers send cookies whoever has them ask. What does not say where it comes from is not served by cookie either.
    if (sourceOf(request) !== 'OWN_PAGE') {
      throw new ForbiddenException(
        'A session is good for requests of the own pages only; other programs use an API key.',
      );
    }
    return this.viewerOfSession(secret);
  }

  private async viewerOfSession(secret: string): Promise<Viewer> {
    const session = await this.sessions.findBySecretHash(hashOfSecret(secret));
    const now = new Date();
    if (session === null || !isUnderWay(session, now)) {
      throw new UnauthorizedException('This session is over: sign in again.');
    }
    if (now.getTime() - session.lastUsedAt.getTime() > USE_NOTED_EVERY) await this.sessions.noteUse(session.id, now);
    const { id, accountId, accountRole: role, expiresAt } = session;
    return { role, accountId, signIn: { kind: 'SESSION', id, expiresAt } };
  }

  /**
   * @param authorization the header's value; absent means an anonymous reader
   * @throws UnauthorizedException where a key was sent and is unknown, expired or revoked: a caller who believes to be
   *   signed in is never served as somebody else
   */
  async authenticate(authorization: string | undefined): Promise<Viewer> {
    if (authorization === undefined) return ANONYMOUS;
    const secret = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (secret === undefined) throw new UnauthorizedException('The Authorization header must read "Bearer <key>".');
    const key = await this.accounts.findKeyBySecretHash(hashOfSecret(secret));
    const now = new Date();
    if (!key || !isGood(key, now)) throw new UnauthorizedException('This API key is unknown, expired or revoked.');
    if (!key.lastUsedAt || now.getTime() - key.lastUsedAt.getTime() > USE_NOTED_EVERY) {
      await this.accounts.noteKeyUse(key.id, now);
    }
    return {
      role: lowerOf(key.role, key.accountRole),
      accountId: key.accountId,
      signIn: { kind: 'API_KEY', id: key.id, expiresAt: key.expiresAt },
    };
  }
}

function isUnderWay(
  session: Pick<SessionRow, 'expiresAt' | 'lastUsedAt'> & { disabledAt: Date | null },
  now: Date,
): boolean {
  return session.disabledAt === null && session.expiresAt > now && session.lastUsedAt > idleSince(now);
}

function isGood(key: KeyRow, now: Date): boolean {
  return key.revokedAt === null && key.disabledAt === null && (key.expiresAt === null || key.expiresAt > now);
}

/** A new secret that a program sends: 192 random bits, with a prefix by which scanners for leaked secrets know it. */
export function newSecret(): string {
  return `gainsay_${randomBytes(24).toString('base64url')}`;
}

/**
 * The form in which a key is stored. A plain hash is enough, since keys are random and long: there is nothing to guess
 * (OWASP Password Storage Cheat Sheet asks for slow hashes of what people choose).
 */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
