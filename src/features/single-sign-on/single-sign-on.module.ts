import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { PeopleModule } from '../people/index.js';
import { AttemptsRepository } from './attempts.repository.js';
import { ProviderService } from './provider.service.js';
import { SingleSignOnEndpoint } from './single-sign-on.endpoint.js';
import { SingleSignOnResolver } from './single-sign-on.resolver.js';
import { SingleSignOnService } from './single-sign-on.service.js';

/** Signing in by OpenID Connect, for the server; commands do without. */
@Module({
  imports: [AuthModule, PeopleModule],
  providers: [AttemptsRepository, ProviderService, SingleSignOnEndpoint, SingleSignOnResolver, SingleSignOnService],
})
export class SingleSignOnModule {}
