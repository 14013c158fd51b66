import type { PersonRow } from './people.repository.js';

/** Of what account an audit event is. */
export function recordOfAccount(id: string): { objectType: 'Account'; objectId: string; storyId: null } {
  return { objectType: 'Account', objectId: id, storyId: null };
}

/** What is recorded of an account; never what it is signed in with. */
export function stateOf(row: PersonRow): Record<string, string | number | boolean | null> {
  const { email, name, role, disabledAt, version } = row;
  return { email, name, role, disabled: disabledAt !== null, version };
}
