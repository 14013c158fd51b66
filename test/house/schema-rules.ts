import { parse, visit, Kind } from 'graphql';
import type { ASTNode, NameNode, StringValueNode } from 'graphql';
import { termsOf } from './contract-terms.js';

const described = new Set<string>([
  Kind.SCALAR_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.ENUM_VALUE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
  Kind.FIELD_DEFINITION,
  Kind.INPUT_VALUE_DEFINITION,
  Kind.DIRECTIVE_DEFINITION,
]);

type DescribedNode = ASTNode & { readonly name: NameNode; readonly description?: StringValueNode | undefined };

function isDescribed(node: ASTNode): node is DescribedNode {
  return described.has(node.kind);
}

/**
 * The schema's descriptions are the API's documentation, so nothing in it may go without.
 * @param sdl a schema in GraphQL's schema language
 * @returns the places (`Claim.value`, `Query.story.id`) of what has no description
 */
export function undescribed(sdl: string): string[] {
  const missing: string[] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node: ASTNode) {
      if (!isDescribed(node)) return;
      path.push(node.name.value);
      if (!node.description?.value.trim()) missing.push(path.join('.'));
    },
    leave(node: ASTNode) {
      if (isDescribed(node)) path.pop();
    },
  });
  return missing;
}

/**
 * Connections and payloads have one shape each.
 * @param sdl a schema in GraphQL's schema language
 * @returns one sentence for each type that is built otherwise
 */
export function misshapen(sdl: string): string[] {
  const terms = termsOf(sdl);
  const problems: string[] = [];
  for (const { place: name, form } of terms.values()) {
    if (form !== 'type') continue;
    if (name.endsWith('Connection')) {
      const node = name.slice(0, -'Connection'.length);
      const shape = { edges: `[${node}Edge!]!`, pageInfo: 'PageInfo!', totalCount: 'Int!' };
      for (const [field, type] of Object.entries(shape)) {
        if (terms.get(`${name}.${field}`)?.form !== type) problems.push(`${name}.${field} is not ${type}`);
      }
      if (!/^\[\w+!\]!$/.test(terms.get(`${name}.nodes`)?.form ?? '')) problems.push(`${name}.nodes is no list`);
    }
    if (name.endsWith('Payload')) {
      if (terms.get(`${name}.userErrors`)?.form !== '[UserError!]!') problems.push(`${name} has no userErrors`);
      const object = name.charAt(0).toLowerCase() + name.slice(1, -'Payload'.length);
      const type = terms.get(`${name}.${object}`)?.form;
      if (type === undefined || type.endsWith('!')) problems.push(`${name}.${object} is not there or not nullable`);
    }
  }
  return problems;
}
