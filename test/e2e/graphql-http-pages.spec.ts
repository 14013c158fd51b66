import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema } from 'graphql';
import { printSchemaOf } from '../../src/graphql/graphql.module.js';
import { post, startSampleApp } from './support/sample-app.js';

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  ({ app, url } = await startSampleApp());
});
afterAll(() => app.close());

describe('connections over HTTP', () => {
  test('a client reads a list to its end', async () => {
    const query = `query ($after: String) {
      trees(first: 3, after: $after) { totalCount nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body } = await post(url, query, { after });
      const page = body.data?.trees as {
        totalCount: number;
        nodes: { id: string }[];
        edges: { cursor: string; node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
      };
      expect(page.totalCount).toBe(7);
      expect(page.edges.map(({ node }) => node)).toEqual(page.nodes);
      expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['0', '1', '2', '3', '4', '5', '6']);
  });
});

describe('GraphiQL', () => {
  test('is one page that loads nothing from elsewhere', async () => {
    const response = await fetch(`${url}/graphiql`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const page = await response.text();
    expect(page).toContain('/graphql');
    expect(page).not.toMatch(/<(script|link|img)[^>]+(src|href)="(https?:)?\/\//);
  });
});

describe('printSchemaOf', () => {
  test('prints a schema that can be read again, sorted and always the same', () => {
    const sdl = printSchemaOf(app);
    expect(printSchemaOf(app)).toBe(sdl);
    const names = [...sdl.matchAll(/^(?:enum|input|interface|scalar|type|union) (\w+)/gm)].map(([, name]) => name);
    expect(names).toEqual([...names].sort());
    expect(Object.keys(buildSchema(sdl).getTypeMap())).toEqual(
      expect.arrayContaining(['Tree', 'TreeConnection', 'UserError']),
    );
  });

  test('describes every part of what the connections and user errors add', () => {
    const added = Object.values(buildSchema(printSchemaOf(app)).getTypeMap()).filter(({ name }) =>
      ['TreeConnection', 'TreeEdge', 'PageInfo', 'UserError', 'UserErrorCode'].includes(name),
    );
    expect(added).toHaveLength(5);
    const parts = added.flatMap((type) => [
      type,
      ...('getFields' in type ? Object.values(type.getFields()) : []),
      ...('getValues' in type ? type.getValues() : []),
    ]);
    expect(parts.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });
});
