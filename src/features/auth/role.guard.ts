import { ForbiddenException, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { POLICY } from './allow.decorator.js';
import type { GraphqlContext } from './graphql-context.js';
import { requirePolicy, type Policy } from './policy.js';

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
