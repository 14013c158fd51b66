import { Role } from './role.js';

/** Who is asking. */
export interface Viewer {
  /** What the caller may do now: no more than the account may, and no more than the key it came with. */
  readonly role: Role;
  /** The account that acts; null for anonymous callers. */
  readonly accountId: string | null;
  /** How the caller signed in; absent for anonymous callers and for the service itself. */
  readonly signIn?: SignIn;
}

/** What a request came with: an API key, or the cookie of a session. */
export interface SignIn {
  readonly kind: 'API_KEY' | 'SESSION';
  readonly id: string;
  /** When it stops being good; null where it does not by itself. */
  readonly expiresAt: Date | null;
}

/** A caller who has signed in, as writes need it. */
export interface ActingViewer extends Viewer {
  readonly accountId: string;
}

export const ANONYMOUS: Viewer = { role: Role.READER, accountId: null };

/**
 * The viewer of a root field whose policy asks for an account or for more than READER, where nobody is anonymous.
 * @throws where a policy was forgotten: a fault of the service, not of the caller
 */
export function acting(viewer: Viewer): ActingViewer {
  if (viewer.accountId === null) throw new Error('A write reached its service without an account.');
  return { ...viewer, accountId: viewer.accountId };
}
