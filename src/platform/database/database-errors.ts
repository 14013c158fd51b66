/** The fields of a PostgreSQL error that the service acts on, wherever the driver or Prisma put them. */
interface ErrorParts {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly message?: unknown;
}

/** SQLSTATEs, from appendix A of PostgreSQL's manual. */
const STATE = {
  uniqueViolation: '23505',
  foreignKeyViolation: '23503',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  cannotConnectNow: '57P03',
} as const;

/** Prisma's code for a write conflict or deadlock. */
const PRISMA_WRITE_CONFLICT = 'P2034';

/** Prisma's code for a transaction that could not begin in time, or went on for too long. */
const PRISMA_TRANSACTION_FAILURE = 'P2028';

const CONNECTION_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
]);

/** The SQLSTATE of an error of Prisma, of pg or of PGlite; undefined where the database did not raise it. */
export function sqlStateOf(error: unknown): string | undefined {
  const { code } = partsOf(error);
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P') ? code : undefined;
}

/**
 * Whether a unique key refused the write.
 * @param constraint the key's name in the database; any unique key where left out
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(STATE.uniqueViolation, error, constraint);
}

/**
 * Whether a foreign key refused the write.
 * @param constraint the key's name in the database; any foreign key where left out
 */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(STATE.foreignKeyViolation, error, constraint);
}

/** Whether the transaction lost against another one and may succeed when run again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlStateOf(error);
  return (
    state === STATE.serializationFailure || state === STATE.deadlockDetected || codeOf(error) === PRISMA_WRITE_CONFLICT
  );
}

/** Whether a transaction could not begin, as all connections were in use by others for as long as it would wait. */
export function isCrowdedOut(error: unknown): boolean {
  const { message } = partsOf(error);
  return (
    codeOf(error) === PRISMA_TRANSACTION_FAILURE &&
    typeof message === 'string' &&
    message.includes('Unable to start a transaction')
  );
}

/** Whether the server could not be reached, or is reached but still starting or stopping. */
export function isConnectionFailure(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionFailure);
  const code = codeOf(error);
  if (code === STATE.cannotConnectNow) return true;
  if (typeof code === 'string') return CONNECTION_FAILURES.has(code);
  // pg gives no code where its own time limit ran out or the server hung up during the greeting.
  return error instanceof Error && /timeout|terminated/i.test(error.message);
}

function isViolation(state: string, error: unknown, constraint: string | undefined): boolean {
  return sqlStateOf(error) === state && (constraint === undefined || constraintOf(error) === constraint);
}

function constraintOf(error: unknown): string | undefined {
  const { constraint, message } = partsOf(error);
  if (typeof constraint === 'string') return constraint;
  // PGlite's Prisma adapter drops the name; PGlite itself always speaks English.
  return typeof message === 'string' ? /constraint "([^"]+)"/.exec(message)?.[1] : undefined;
}

/** Unwraps what Prisma wraps: its known errors hold the adapter's error in `meta`, which holds the driver's fields. */
function partsOf(error: unknown): ErrorParts {
  const cause = property(property(property(error, 'meta'), 'driverAdapterError') ?? error, 'cause');
  if (property(cause, 'originalCode') === undefined) {
    return { code: codeOf(error), constraint: property(error, 'constraint'), message: property(error, 'message') };
  }
  return {
    code: property(cause, 'originalCode'),
    constraint: property(property(cause, 'constraint'), 'index'),
    message: property(cause, 'originalMessage'),
  };
}

function codeOf(error: unknown): unknown {
  return property(error, 'code');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
