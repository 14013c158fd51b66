/**
 * The kinds of object that have a global id. The tag is the id's first byte and can never be changed or reused:
 * clients keep ids. A story-scoped id carries its story, so that a lookup by id can be routed to the story's
 * partition without asking an index first.
 */
export const NODE_TYPES = {
  Story: { tag: 1, scoped: false },
  Subject: { tag: 2, scoped: true },
  Property: { tag: 3, scoped: false },
  ConceptScheme: { tag: 4, scoped: false },
  Concept: { tag: 5, scoped: false },
  Question: { tag: 6, scoped: true },
  Claim: { tag: 7, scoped: true },
  Citation: { tag: 8, scoped: true },
  Source: { tag: 9, scoped: true },
  Snapshot: { tag: 10, scoped: true },
  Agent: { tag: 11, scoped: false },
  Contradiction: { tag: 12, scoped: true },
  Revision: { tag: 13, scoped: true },
  User: { tag: 14, scoped: false },
  ApiKey: { tag: 15, scoped: false },
  AuditEvent: { tag: 16, scoped: false },
  Comment: { tag: 17, scoped: true },
  InboxItem: { tag: 70, scoped: false },
  ClaimSuggestion: { tag: 18, scoped: true },
  Identity: { tag: 19, scoped: false },
  PropertyOrder: { tag: 20, scoped: false },
  Reexamination: { tag: 21, scoped: false },
  Upload: { tag: 30, scoped: false },
  VocabularyPack: { tag: 24, scoped: false },
  Partition: { tag: 26, scoped: true },
  BulkImport: { tag: 40, scoped: false },
  ReviewRequest: { tag: 31, scoped: true },
  ClaimProposal: { tag: 32, scoped: true },
  Account: { tag: 50, scoped: false },
  Session: { tag: 51, scoped: false },
  Webhook: { tag: 60, scoped: false },
  WebhookDelivery: { tag: 61, scoped: false },
} as const satisfies Record<string, { readonly tag: number; readonly scoped: boolean }>;

/** The GraphQL name of a kind of object that has a global id. */
export type NodeType = keyof typeof NODE_TYPES;

/** Kinds whose id carries the story that they belong to. */
export type ScopedNodeType = {
  [T in NodeType]: (typeof NODE_TYPES)[T]['scoped'] extends true ? T : never;
}[NodeType];

/** Kinds that stand outside of stories, and the story itself. */
export type FreeNodeType = Exclude<NodeType, ScopedNodeType>;

const TYPE_BY_TAG = new Map<number, NodeType>(
  Object.entries(NODE_TYPES).map(([type, { tag }]) => [tag, type as NodeType]),
);

/** The kind that a tag stands for; undefined where the tag is not in use. */
export function nodeTypeOfTag(tag: number): NodeType | undefined {
  return TYPE_BY_TAG.get(tag);
}
