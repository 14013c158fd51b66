import {
  ForbiddenException,
  Injectable,
  UnauthorizedException,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { ALLOWED_ROLE } from './allow.decorator.js';
import type { GraphqlContext } from './graphql-context.js';
import { includes, type Role } from './role.js';

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
    const allowed = this.reflector.get<Role | undefined>(ALLOWED_ROLE, context.getHandler());
    if (allowed === undefined) throw new ForbiddenException('This field has no policy, so nobody may use it.');
    const { viewer } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    if (includes(viewer.role, allowed)) return true;
    if (viewer.accountId === null) {
      throw new UnauthorizedException(
        `This needs the role ${allowed}: send an API key as "Authorization: Bearer <key>".`,
      );
    }
    throw new ForbiddenException(`This needs the role ${allowed}, and the key has the role ${viewer.role}.`);
  }
}
