/** Media types of GraphQL over HTTP responses. */
export type ResponseMediaType = 'application/graphql-response+json' | 'application/json';

/**
 * The media type of a response by the request's Accept header: the first acceptable one, in the order given. Follows
 * graphql-http, which has answered 406 before this is asked where none is acceptable.
 */
export function responseMediaType(accept: string | undefined): ResponseMediaType {
  for (const range of (accept ?? '*/*').replaceAll(/\s/g, '').toLowerCase().split(',')) {
    const [type, ...parameters] = range.split(';');
    const charset = parameters.find((parameter) => parameter.includes('charset=')) ?? 'charset=utf-8';
    if (type === 'application/graphql-response+json' && charset === 'charset=utf-8') return type;
    if (['application/json', 'application/*', '*/*'].includes(type ?? '') && /^charset=utf-?8$/.test(charset)) break;
  }
  return 'application/json';
}
