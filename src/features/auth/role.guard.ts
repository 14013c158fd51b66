import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { POLICY, SIGNED_IN, type Policy } from './allow.decorator.js';
import type { GraphqlContext } from './graphql-context.js';
import { includes } from './role.js';
import type { Viewer } from './viewer.js';

/** Holds every root field of the GraphQL API to its stated policy, and denies those that state none. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /**
   * @throws UnauthorizedException where signing in would help
   * @throws ForbiddenException where it would not
   */
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const policy = this.reflector.get<Policy | undefined>(POLICY, context.getHandler());
    if (policy === undefined) throw new ForbiddenException('This field has no policy, so nobody may use it.');
    const { viewer } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    requirePolicy(viewer, policy);
    return true;
  }
}

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
    throw new UnauthorizedException(`${needs}: send an API key as "Authorization: Bearer <key>".`);
  }
  throw new ForbiddenException(`${needs}, and yours is ${viewer.role}.`);
}
