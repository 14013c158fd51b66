import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, Kind, parse, printSchema, validate, type DocumentNode } from 'graphql';
import ts from 'typescript';

/**
 * Writes the types of all GraphQL documents of the panel, from schema.graphql: `tsx scripts/panel/types.ts`. A document is
 * what stands in the code as graphql(`...`); its type is found by its text, so that the code of a screen brings its own
 * documents and no others along. A document that does not fit the schema ends it with the reason.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = join(root, 'admin', 'src');
const target = join(source, 'graphql', 'generated.ts');
const HEAD = `/* eslint-disable */\nimport type { TypedDocumentNode } from '@urql/core';\n\n`;

interface FoundDocument {
  readonly location: string;
  readonly text: string;
  readonly document: DocumentNode;
}

const found = await findDocuments();
const schemaText = await readFile(join(root, 'schema.graphql'), 'utf8');
const schema = buildSchema(schemaText);
const problems = validate(schema, {
  kind: Kind.DOCUMENT,
  definitions: found.flatMap(({ document }) => document.definitions),
});
if (problems.length > 0) {
  console.error(problems.map(({ message }) => message).join('\n'));
  process.exit(1);
}
const types = await codegen({
  filename: target,
  schema: parse(printSchema(schema)),
  schemaAst: schema,
  documents: found.map(({ location, document }) => ({ location, document })),
  plugins: [{ operations: {} }],
  pluginMap: { operations },
  config: {
    scalars: {
      DateTime: 'string',
      Date: 'string',
      Decimal: 'string',
      Edtf: 'string',
      URL: 'string',
      JSON: 'unknown',
    },
    enumType: 'string-literal',
    inputMaybeValue: 'T | null | undefined',
    nonOptionalTypename: true,
    skipTypeNameForRoot: true,
    dedupeFragments: true,
    inlineFragmentTypes: 'inline',
  },
});
await mkdir(dirname(target), { recursive: true });
await writeFile(target, `${HEAD}${types}\n${documentsOf(found)}`);

/** The interface by which \`graphql\` knows the type of a document from its text. */
function documentsOf(documents: readonly FoundDocument[]): string {
  const entries = documents.map(({ text, document }) => `  ${JSON.stringify(text)}: ${typeOf(document)};`);
  return `export interface Documents {\n${entries.join('\n')}\n}\n`;
}

function typeOf({ definitions }: DocumentNode): string {
  const [definition] = definitions;
  if (definition?.kind === Kind.FRAGMENT_DEFINITION)
    return `TypedDocumentNode<${definition.name.value}Fragment, Record<string, never>>`;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || definition.name === undefined) {
    throw new Error('Each document of the panel is one operation with a name, or one fragment.');
  }
  const { operation, name } = definition;
  const type = `${name.value}${operation[0]?.toUpperCase() ?? ''}${operation.slice(1)}`;
  return `TypedDocumentNode<${type}, ${type}Variables>`;
}

async function findDocuments(): Promise<FoundDocument[]> {
  const files = (await readdir(source, { recursive: true }))
    .filter((file) => /(?<!\.spec|\.d)\.tsx?$/.test(file))
    .sort();
  const texts = await Promise.all(
    files.map(async (file) => {
      const code = await readFile(join(source, file), 'utf8');
      return /\bgraphql\(\s*`/.test(code) ? documentsIn(file, code) : [];
    }),
  );
  return texts.flat();
}

function documentsIn(file: string, code: string): FoundDocument[] {
  const documents: FoundDocument[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql') {
      const [argument] = node.arguments;
      if (argument && ts.isNoSubstitutionTemplateLiteral(argument)) {
        documents.push({ location: file, text: argument.text, document: parse(argument.text) });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX));
  return documents;
}
