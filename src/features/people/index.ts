export { ApiKeysService } from './api-keys.service.js';
export { ColleaguesService } from './colleagues.service.js';
export { InvitationsService } from './invitations.service.js';
export { PeopleApiModule } from './people-api.module.js';
export { PeopleModule } from './people.module.js';
export { PeopleService } from './people.service.js';
export { SessionsService } from './sessions.service.js';
