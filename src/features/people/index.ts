export { ApiKeysService } from './api-keys.service.js';
export { InvitationsService } from './invitations.service.js';
export { PeopleModule } from './people.module.js';
export { PeopleService } from './people.service.js';
