import { uuidv7 } from 'uuidv7';
import type { AccountInviteInput } from './graphql/account.inputs.js';
import type { PersonRow } from './people.repository.js';

/** The account of a person who has yet to sign in. */
export function newPerson({ email, name, role }: AccountInviteInput, createdAt: Date): PersonRow {
  const answersForThemselves = { responsibleId: null, responsibleRole: null, responsibleDisabledAt: null };
  const nothingYet = { disabledAt: null, hasPassword: false, hasSingleSignOn: false, version: 1 };
  return { id: uuidv7(), kind: 'PERSON', email, name, role, createdAt, ...answersForThemselves, ...nothingYet };
}
