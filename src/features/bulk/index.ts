export { BulkApiModule } from './bulk-api.module.js';
