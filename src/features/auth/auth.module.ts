import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AccountsRepository } from './accounts.repository.js';
import { ActorLoader } from './actor.loader.js';
import { AuthenticationService } from './authentication.service.js';
import { FirstStartService } from './first-start.service.js';
import { FreshLoadersInterceptor } from './fresh-loaders.interceptor.js';
import { ServiceAccountType, UserType } from './graphql/actor.type.js';
import { GraphqlContextFactory } from './graphql-context.js';
import { RoleGuard } from './role.guard.js';
import { SessionsRepository } from './sessions.repository.js';
import { ViewerResolver } from './viewer.resolver.js';

/** GraphQL types that no resolver returns by name; the schema is told of them here. */
export const ORPHANED_TYPES = [UserType, ServiceAccountType];

@Module({
  providers: [
    AccountsRepository,
    ActorLoader,
    AuthenticationService,
    FirstStartService,
    GraphqlContextFactory,
    SessionsRepository,
    ViewerResolver,
    { provide: APP_GUARD, useClass: RoleGuard },
    { provide: APP_INTERCEPTOR, useClass: FreshLoadersInterceptor },
  ],
  exports: [
    AccountsRepository,
    ActorLoader,
    AuthenticationService,
    FirstStartService,
    GraphqlContextFactory,
    SessionsRepository,
  ],
})
export class AuthModule {}
