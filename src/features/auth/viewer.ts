import { Role } from './role.js';

/** Who is asking. */
export interface Viewer {
  readonly role: Role;
  /** The account that acts; null for anonymous callers. */
  readonly accountId: string | null;
}

/** A caller who has signed in, as writes need it. */
export interface ActingViewer extends Viewer {
  readonly accountId: string;
}

export const ANONYMOUS: Viewer = { role: Role.READER, accountId: null };

/**
 * The viewer of a root field whose policy asks for more than READER, where nobody is anonymous.
 * @throws where a policy was forgotten: a fault of the service, not of the caller
 */
export function acting(viewer: Viewer): ActingViewer {
  if (viewer.accountId === null) throw new Error('A write reached its service without an account.');
  return { role: viewer.role, accountId: viewer.accountId };
}
