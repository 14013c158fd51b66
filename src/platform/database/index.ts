export { AdvisoryLock } from './advisory-locks.js';
export { Prisma } from '../../generated/prisma/client.js';
export { Database, type Transaction } from './database.js';
export type { StopListening } from './driver.js';
export { isForeignKeyViolation, isUniqueViolation } from './database-errors.js';
export { byId, keyset, type KeysetOrder, type KeysetPage } from './keyset.js';
export { containing, type Reader } from './reader.js';
export { keyTable, nameOfKey, type StoryKey } from './story-key.js';
