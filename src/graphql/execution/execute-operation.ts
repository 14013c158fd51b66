import {
  execute,
  getOperationAST,
  getVariableValues,
  GraphQLScalarType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import { LIMITS } from '../limits/limits.js';
import { shapeOf } from '../limits/shape.js';
import {
  COERCED,
  toCompiledDocument,
  variablesOf,
  type CompiledDocument,
  type Variables,
} from './compiled-document.js';
import { guardRuntime } from './guard-runtime.js';
import { hasDistinctResponseKeys } from './response-keys.js';

guardRuntime();

/** Executes a valid document; the same result as graphql-js, sooner where the operation has been compiled. */
export type Executor = (args: ExecutionArgs) => Promise<ExecutionResult>;

/**
 * Fields of a document that is compiled, fragments counted each time. Compiling takes about a tenth of a millisecond a
 * field and holds everything else up; the documented queries and the admin panel's have under 200.
 */
const MAX_COMPILED_FIELDS = 400;

/** Settings of an executor. */
export interface ExecutorOptions {
  /** How many compiled operations are kept. Each takes some hundred kilobytes at most. */
  readonly cacheSize?: number;
  /** Uses of an operation after which it is compiled: compiling costs as much as some ten plain executions. */
  readonly compileAfter?: number;
  /** Told of each operation which way gave its result. */
  readonly onResult?: (way: 'compiled' | 'plain') => void;
}

interface Compiled {
  readonly rewritten: CompiledDocument;
  readonly run: CompiledQuery['query'];
}

/** What is known of one operation with one outcome of its conditions. */
interface Operation {
  uses: number;
  compiled?: Compiled | 'no';
}

/**
 * Makes an executor that compiles queries which come again, with graphql-jit, and keeps them.
 *
 * Compiled execution is used for what it agrees on with graphql-js: queries that succeed. Mutations run plainly, since
 * the compiler's serial order is its own. Where a compiled query meets any error, the query runs again plainly and that
 * result is given: messages, order of errors and the spread of nulls are then those of graphql-js. Queries change
 * nothing and the request's loaders remember what they read, so the second run costs little.
 */
export function createExecutor(schema: GraphQLSchema, options: ExecutorOptions = {}): Executor {
  const { cacheSize = 500, compileAfter = 2 } = options;
  const operations = new LRUCache<string, Operation>({ max: cacheSize });
  const documents = new DocumentNumbers();
  const compilerSchema = withCoercedScalar(schema);

  const executePlainly = (args: ExecutionArgs): PromiseLike<ExecutionResult> | ExecutionResult => {
    options.onResult?.('plain');
    return execute(args);
  };

  return async function executeOperation(args) {
    const operation = getOperationAST(args.document, args.operationName);
    if (operation?.operation !== OperationTypeNode.QUERY) return executePlainly(args);
    const facts = documents.of(args.document, schema);
    if (!facts.compilable) return executePlainly(args);
    const { coerced, errors } = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      args.variableValues ?? {},
      { maxErrors: LIMITS.errors },
    );
    if (errors) return { errors };

    const outcome = facts.conditions.map((name) => coerced[name]);
    const key = JSON.stringify([facts.number, args.operationName ?? null, outcome]);
    const known = operations.get(key) ?? { uses: 0 };
    if (known.uses++ === 0) operations.set(key, known);
    if (known.uses < compileAfter) return executePlainly(args);

    known.compiled ??= compile(compilerSchema, schema, args.document, operation, coerced);
    const result = known.compiled === 'no' ? undefined : await runCompiled(known.compiled, args, coerced);
    if (result === undefined) return executePlainly(args);
    options.onResult?.('compiled');
    return result;
  };
}

/** The data of a compiled query; undefined where anything at all went wrong. */
async function runCompiled(
  compiled: Compiled,
  args: ExecutionArgs,
  coerced: Variables,
): Promise<ExecutionResult | undefined> {
  try {
    const variables = variablesOf(compiled.rewritten, coerced);
    const result = await compiled.run(args.rootValue, args.contextValue, variables);
    return result.errors?.length ? undefined : result;
  } catch {
    return undefined;
  }
}

function compile(
  compilerSchema: GraphQLSchema,
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Compiled | 'no' {
  try {
    const rewritten = toCompiledDocument(schema, document, operation, variables);
    const fragments = fragmentsOf(document);
    const query = compileQuery(compilerSchema, rewritten.document, undefined, {
      // Resolvers see the client's document, not the rewritten one.
      resolverInfoEnricher: ({ fieldNodes }) => ({
        schema,
        operation,
        fragments,
        fieldNodes: fieldNodes.map((node) => rewritten.originals.get(node) ?? node),
      }),
    });
    return isCompiledQuery(query) ? { rewritten, run: query.query } : 'no';
  } catch {
    return 'no';
  }
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The schema with one more scalar in name only, through which coerced variables pass unchanged. */
function withCoercedScalar(schema: GraphQLSchema): GraphQLSchema {
  const scalar = new GraphQLScalarType({ name: COERCED });
  const getType = (name: string) => (name === COERCED ? scalar : schema.getType(name));
  return Object.create(schema, { getType: { value: getType } }) as GraphQLSchema;
}

/** What must be known of a document to look for its compiled operations. */
interface DocumentFacts {
  readonly number: number;
  readonly compilable: boolean;
  /** Variables that decide @skip and @include anywhere in the document. */
  readonly conditions: readonly string[];
}

class DocumentNumbers {
  readonly #facts = new WeakMap<DocumentNode, DocumentFacts>();
  #count = 0;

  of(document: DocumentNode, schema: GraphQLSchema): DocumentFacts {
    const known = this.#facts.get(document);
    if (known) return known;
    const facts = {
      number: this.#count++,
      compilable: shapeOf(document).fields <= MAX_COMPILED_FIELDS && hasDistinctResponseKeys(schema, document),
      conditions: conditionsOf(document),
    };
    this.#facts.set(document, facts);
    return facts;
  }
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    [Kind.DIRECTIVE](directive) {
      for (const { value } of directive.arguments ?? []) {
        if (value.kind === Kind.VARIABLE) names.add(value.name.value);
      }
    },
  });
  return [...names];
}
