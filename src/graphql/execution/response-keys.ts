import { Kind, visit, type DocumentNode, type GraphQLSchema } from 'graphql';

/**
 * Whether graphql-jit can tell this document's fields apart. It names what it generates after response paths joined by
 * `_`, so that `a_b` and `b` within `a` can become one name; and it writes response names as property names of object
 * literals, where `__proto__` means something else.
 */
export function hasDistinctResponseKeys(schema: GraphQLSchema, document: DocumentNode): boolean {
  const keys = responseKeys(document);
  if (keys.has('__proto__')) return false;
  const partOfPath = (part: string): boolean =>
    keys.has(part) || /^idx\d+$/.test(part) || schema.getType(part) !== undefined;
  for (const key of keys) {
    for (let at = key.indexOf('_'); at !== -1; at = key.indexOf('_', at + 1)) {
      if (partOfPath(key.slice(0, at)) || partOfPath(key.slice(at + 1))) return false;
    }
  }
  return true;
}

function responseKeys(document: DocumentNode): Set<string> {
  const keys = new Set<string>();
  visit(document, {
    [Kind.FIELD](node) {
      keys.add((node.alias ?? node.name).value);
    },
  });
  return keys;
}
