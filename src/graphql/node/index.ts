export { decodeId, encodeId, type DecodedId } from './global-id.js';
export type { NodeType } from './node-type.js';
export { Node } from './node.interface.js';
export { idsOf, keyOf, notFound, requireIds } from './reference.js';
export { RowNode } from './row-node.js';
