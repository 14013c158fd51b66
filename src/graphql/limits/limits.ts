/**
 * What one request may ask for. Each number is far above what the admin panel, GraphiQL and the documented queries need,
 * and far below what can hurt a small server. A document is measured before it is validated, because some validation
 * rules take more than linear time (OverlappingFieldsCanBeMerged compares fields pairwise).
 */
export const LIMITS = {
  /** Lexical tokens of a document. GraphiQL's introspection query has under 400. */
  tokens: 4_000,
  /**
   * Levels of fields. The deepest sensible walk, story to claims to contradictions to members to citations to the
   * source's publisher, is 16 levels when every list is read through edges and node.
   */
  depth: 17,
  /** Fields with an alias, fragments counted each time they are used. A dashboard that looks up fifty things passes. */
  aliases: 60,
  /** Fields in all, fragments counted each time they are used. A page of the admin panel asks for about 150. */
  fields: 1_500,
  /**
   * How often one response name can come up in one selection set, where each fragment spread there counts as often as
   * its own worst name. Members of a union repeat their names, and components bring fragments that all ask for the id.
   */
  repeats: 40,
  /** Directives in a document; only @skip and @include exist. */
  directives: 60,
  /** Estimated number of objects that a response makes the service load; see `cost.ts` for how it is counted. */
  cost: 50_000,
  /** Bytes of a request's body: a source's text of two million characters of Latin script passes. */
  bodyBytes: 4 * 1024 * 1024,
  /** Bytes of a message over WebSocket. Subscriptions are served there, which take ids and no texts. */
  messageBytes: 64 * 1024,
  /** Subscriptions of one connection. Each holds its document for as long as it is open. */
  subscriptions: 50,
  /** Errors in one response: after that a client has learned what it can. */
  errors: 50,
  /** Requests in one body: batches would multiply every other limit. */
  batch: 1,
} as const;

/** Name of a limit, as refusals give it in `extensions.limit`. */
export type LimitName = keyof typeof LIMITS;

/** Items of a connection's page where neither first nor last is given. */
export const DEFAULT_PAGE_SIZE = 20;

/** Most items of a connection's page. */
export const MAX_PAGE_SIZE = 100;
