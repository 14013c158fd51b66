import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { AccountTokensRepository } from './account-tokens.repository.js';
import { AccountsResolver, ViewerAccountResolver } from './accounts.resolver.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysResolver, ViewerApiKeysResolver } from './api-keys.resolver.js';
import { ApiKeysService } from './api-keys.service.js';
import { ColleaguesRepository } from './colleagues.repository.js';
import { ColleaguesResolver } from './colleagues.resolver.js';
import { ColleaguesService } from './colleagues.service.js';
import { GuessLimitRepository } from './guess-limit.repository.js';
import { GuessLimitService } from './guess-limit.service.js';
import { InvitationsService } from './invitations.service.js';
import { LinkedSignInService } from './linked-sign-in.service.js';
import { PasswordsRepository } from './passwords.repository.js';
import { PasswordsResolver } from './passwords.resolver.js';
import { PasswordsService } from './passwords.service.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { ServiceAccountsResolver } from './service-accounts.resolver.js';
import { ServiceAccountsService } from './service-accounts.service.js';
import { AccountSessionsResolver, SessionsResolver, ViewerSessionsResolver } from './sessions.resolver.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { SsoLinksRepository } from './sso-links.repository.js';

@Module({
  imports: [AuditModule, AuthModule],
  providers: [
    AccountSessionsResolver,
    AccountTokensRepository,
    AccountsResolver,
    ApiKeysRepository,
    ApiKeysResolver,
    ApiKeysService,
    ColleaguesRepository,
    ColleaguesResolver,
    ColleaguesService,
    GuessLimitRepository,
    GuessLimitService,
    InvitationsService,
    LinkedSignInService,
    PasswordsRepository,
    PasswordsResolver,
    PasswordsService,
    PeopleRepository,
    PeopleService,
    ServiceAccountsResolver,
    ServiceAccountsService,
    SessionsResolver,
    SessionsService,
    SignInService,
    SsoLinksRepository,
    ViewerAccountResolver,
    ViewerApiKeysResolver,
    ViewerSessionsResolver,
  ],
  exports: [
    ApiKeysService,
    ColleaguesService,
    GuessLimitService,
    InvitationsService,
    LinkedSignInService,
    PeopleService,
    SessionsService,
    SignInService,
  ],
})
export class PeopleModule {}
