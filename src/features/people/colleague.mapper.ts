import { encodeId } from '../../graphql/node/index.js';
import type { UserType } from '../auth/index.js';
import type { ColleagueRow } from './colleagues.repository.js';

/** A person, with the key that a list's cursor needs. */
export interface Colleague extends UserType {
  readonly localId: string;
}

export function toColleague(row: ColleagueRow): Colleague {
  const { id: localId, name, role } = row;
  return { __typename: 'User', id: encodeId('User', row), localId, name, role };
}
