import { GraphQLError } from 'graphql';
import { LIMITS, type LimitName } from './limits.js';

const MESSAGES: Readonly<Record<LimitName, string>> = {
  tokens: 'The document is too long: it has more tokens than allowed.',
  depth: 'The document nests fields or values too deep.',
  aliases: 'The document uses too many aliases.',
  fields: 'The document asks for too many fields, counting fragments each time they are used.',
  repeats: 'The document repeats a field too often in one selection.',
  directives: 'The document has too many directives.',
  cost: 'The answer could be too large: ask for fewer items a page or fewer nested lists.',
  bodyBytes: 'The request body is too large.',
  messageBytes: 'The message is too large.',
  subscriptions: 'Too many subscriptions are open on this connection.',
  errors: 'Too many errors; the rest are left out.',
  batch: 'Send one operation a request.',
};

/**
 * The refusal of a request that asks for more than a limit allows.
 *
 * @param actual what the request has; for limits that stop counting when they are passed, one above the limit.
 */
export function limitExceeded(limit: LimitName, actual: number): GraphQLError {
  const max = LIMITS[limit];
  return new GraphQLError(MESSAGES[limit], {
    extensions: { code: 'LIMIT_EXCEEDED', limit, max, actual: Math.min(actual, Number.MAX_SAFE_INTEGER) },
  });
}
