import { createHash, randomBytes } from 'node:crypto';
import { Injectable, UnauthorizedException } from '@nestjs/common';
import { AccountsRepository, type KeyRow } from './accounts.repository.js';
import { requirePolicy, SIGNED_IN, type Policy } from './policy.js';
import { lowerOf } from './role.js';
import { acting, ANONYMOUS, type ActingViewer, type Viewer } from './viewer.js';

/** How stale a key's "last used" may be, in milliseconds: it is not worth a write for every request. */
const USE_NOTED_EVERY = 60_000;

/** Tells from a request's Authorization header who is asking. */
@Injectable()
export class AuthenticationService {
  constructor(private readonly accounts: AccountsRepository) {}

  /**
   * Who sent a request to an endpoint beside the GraphQL API.
   * @throws UnauthorizedException or ForbiddenException where the policy does not let the sender in
   */
  async require(request: { headers: { authorization?: string | undefined } }, policy: Policy): Promise<ActingViewer> {
    const viewer = await this.authenticate(request.headers.authorization);
    // An endpoint is for whoever has an account, whatever the role that it asks for.
    requirePolicy(viewer, SIGNED_IN);
    requirePolicy(viewer, policy);
    return acting(viewer);
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
