import { gql, type TypedDocumentNode } from '@urql/core';
import type { Documents } from './generated';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever they give and take
type AnyDocument = TypedDocumentNode<any, any>;

/** What a document gives. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever it takes
export type ResultOf<Document> = Document extends TypedDocumentNode<infer Result, any> ? Result : never;

/**
 * A GraphQL document with the types of what it gives and takes, which `npm run generate:panel` derives from schema.graphql.
 * @param source one operation with a name, or one fragment; written in place, as graphql(`...`)
 * @param fragments those that it spreads
 */
export function graphql<Source extends keyof Documents>(
  source: Source,
  fragments: readonly AnyDocument[] = [],
): Documents[Source] {
  const document = gql(source);
  const definitions = new Set([document, ...fragments].flatMap((each) => each.definitions));
  return { kind: document.kind, definitions: [...definitions] };
}
