import { ForbiddenException, UnauthorizedException } from '@nestjs/common';
import { includes, type Role } from './role.js';
import type { Viewer } from './viewer.js';

/** The policy of what concerns whoever is signed in: any role, but nobody anonymous. */
export const SIGNED_IN = 'SIGNED_IN';

/** Who may call a root field or an endpoint: the least role, or all who have an account. */
export type Policy = Role | typeof SIGNED_IN;

/**
 * Holds a viewer to a policy, wherever it is stated.
 * @throws UnauthorizedException where signing in would help
 * @throws ForbiddenException where it would not
 */
export function requirePolicy(viewer: Viewer, policy: Policy): void {
  const isAllowed = policy === SIGNED_IN ? viewer.accountId !== null : includes(viewer.role, policy);
  if (isAllowed) return;
  const needs = policy === SIGNED_IN ? 'This needs an account' : `This needs the role ${policy}`;
  if (viewer.accountId === null) {
    throw new UnauthorizedException(`${needs}: sign in, or send an API key as "Authorization: Bearer <key>".`);
  }
  throw new ForbiddenException(`${needs}, and yours is ${viewer.role}.`);
}
