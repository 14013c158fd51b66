export { Prisma } from '../../generated/prisma/client.js';
export { Database, type Transaction, type TransactionOptions } from './database.js';
export { isForeignKeyViolation, isUniqueViolation } from './database-errors.js';
