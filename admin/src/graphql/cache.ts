import { cacheExchange } from '@urql/exchange-graphcache';
import type { Exchange } from '@urql/core';

/** Objects that have no id of their own, and so live in what they are part of. */
const PARTS = [
  'ApiKeyConnection',
  'AuditEventConnection',
  'BooleanValue',
  'CitationConnection',
  'ClaimConnection',
  'ClaimSuggestionConnection',
  'ConceptValue',
  'ContradictionConnection',
  'Corroboration',
  'FieldChange',
  'FilePosition',
  'Inbox',
  'NewApiKey',
  'PageInfo',
  'Position',
  'QuantityValue',
  'Quote',
  'Resolution',
  'ReviewCount',
  'ReviewLease',
  'ReviewOption',
  'RevisionConnection',
  'ScopeTerm',
  'SignInOptions',
  'SingleSignOn',
  'TextPosition',
  'TextValue',
  'TimeValue',
  'UnknownValue',
  'UnlistedConceptValue',
  'UnlistedScopeTerm',
  'UserError',
  'Viewer',
];

/** Keeps what was read by the ids of objects, so that a change shows wherever the object does. */
export function cache(): Exchange {
  return cacheExchange({ keys: Object.fromEntries(PARTS.map((type) => [type, () => null])) });
}
