export { ApiKeysService } from './api-keys.service.js';
export { ColleaguesService } from './colleagues.service.js';
export { GuessLimitService } from './guess-limit.service.js';
export { InvitationsService } from './invitations.service.js';
export {
  LinkedSignInRefused,
  LinkedSignInService,
  type ForeignProfile,
  type LinkedSignInRefusal,
} from './linked-sign-in.service.js';
export { networkOf } from './network-of.js';
export { PeopleApiModule } from './people-api.module.js';
export { PeopleModule } from './people.module.js';
export { PeopleService } from './people.service.js';
export { SessionsService, type Browser } from './sessions.service.js';
