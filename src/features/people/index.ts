export { ApiKeysService } from './api-keys.service.js';
export { PeopleModule } from './people.module.js';
