import { UserErrorCode, userError, type UserErrors } from '../../graphql/errors/index.js';
import type { ChangeSince } from './field-change.js';

/** An object that somebody wanted to change, from an older version than it is at. */
export interface Stale {
  readonly expected: number;
  readonly version: number;
  /** For a reader: "contradiction". */
  readonly what: string;
  /** For a reader, how it is now, where that can be said in short. */
  readonly now?: string;
  /** For a reader, what made the versions that are in no record; the service, unless said otherwise. */
  readonly unnamed?: string;
}

/** Changes that a refusal names: the last ones. */
const MOST_NAMED = 5;
/** Characters of a value that a refusal quotes. */
const MOST_QUOTED = 80;

/**
 * Refuses a change that was made from an older version, naming what changed since and by whom. A version that is in no
 * revision was made by the service: it compared anew, or took note of new evidence.
 * @param since in order of versions
 */
export function staleVersion(
  { expected, version, what, now, unnamed = 'what the service found anew' }: Stale,
  since: readonly ChangeSince[],
): UserErrors {
  const named = since.slice(-MOST_NAMED).map(toldOf);
  const earlier = since.length - named.length;
  const byService = version - expected - since.length;
  const told = [...(earlier > 0 ? [`${earlier} earlier changes`] : []), ...named, ...(byService > 0 ? [unnamed] : [])];
  const changed = told.length > 0 ? ` (${told.join('; ')})` : '';
  const message = `The ${what} has changed since version ${expected}${changed}: it is at version ${version}${now === undefined ? '' : `, ${now}`}. Read it again.`;
  return userError(UserErrorCode.STALE_VERSION, message, ['expectedVersion']);
}

function toldOf({ version, changes, actor }: ChangeSince): string {
  const fields = changes.map(({ field, before, after }) => `${field} from ${quoted(before)} to ${quoted(after)}`);
  return `version ${version} by ${actor}: ${fields.join(', ')}`;
}

function quoted(value: string | null): string {
  if (value === null) return 'nothing';
  return `"${value.length > MOST_QUOTED ? `${value.slice(0, MOST_QUOTED)}…` : value}"`;
}
