import {
  GraphQLError,
  NoFragmentCyclesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { shapeRefusals } from '../limits/check-limits.js';
import { limitExceeded } from '../limits/limit-exceeded.js';
import { LIMITS } from '../limits/limits.js';
import { shapeOf } from '../limits/shape.js';

/** A document that may be executed, or why it may not. */
export type CheckedDocument =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

/** Parses, limits and validates document texts, and remembers those that passed. */
export type DocumentSource = (text: string) => CheckedDocument;

/** Sizes in UTF-16 code units of document text; a parsed document takes about fifty times as many bytes. */
const CACHE = { documents: 1_000, text: 2_000_000, longestText: 50_000 };

/** Makes a document source with a bounded cache. Refused documents are not kept: they come from many hands. */
export function createDocumentSource(schema: GraphQLSchema): DocumentSource {
  const cache = new LRUCache<string, DocumentNode>({
    max: CACHE.documents,
    maxSize: CACHE.text,
    maxEntrySize: CACHE.longestText,
    sizeCalculation: (_document, text) => text.length + 1,
  });
  return (text) => {
    const known = cache.get(text);
    if (known) return { document: known };
    const checked = check(schema, text);
    if (checked.document) cache.set(text, checked.document);
    return checked;
  };
}

function check(schema: GraphQLSchema, text: string): CheckedDocument {
  const parsed = parseWithinLimits(text);
  if (parsed instanceof GraphQLError) return { errors: [parsed] };
  const shape = shapeOf(parsed);
  const refusals = shapeRefusals(shape);
  if (refusals.length > 0) return { errors: refusals };
  // The rule on overlapping fields recurses without end through some fragments that contain themselves.
  const rules = shape.cyclic ? [NoFragmentCyclesRule] : specifiedRules;
  const faults = validate(schema, parsed, rules, { maxErrors: LIMITS.errors });
  if (faults.length > 0) return { errors: faults.map((fault) => withCode(fault, 'GRAPHQL_VALIDATION_FAILED')) };
  return { document: parsed };
}

function parseWithinLimits(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    // The parser recurses into what it reads, so that text nested thousands deep runs out of stack.
    if (error instanceof RangeError) return limitExceeded('depth', LIMITS.depth + 1);
    if (!(error instanceof GraphQLError)) throw error;
    // graphql-js has no code for this refusal, only a message.
    if (error.message.includes('tokens. Parsing aborted')) return limitExceeded('tokens', LIMITS.tokens + 1);
    return withCode(error, 'GRAPHQL_PARSE_FAILED');
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code },
  });
}
