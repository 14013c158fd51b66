const HOUR = 60 * 60 * 1000;

/** How long a session lasts, in milliseconds, however much it is used. */
const LIFETIME = 7 * 24 * HOUR;
/** How long it lasts unused: a working day and the way home. */
const IDLE = 12 * HOUR;

/** When a session that begins now is over. */
export function expiryOf(now: Date): Date {
  return new Date(now.getTime() + LIFETIME);
}

/** Sessions that were last used then, or before, are over now. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE);
}
