export { decodeId, encodeId, type DecodedId, type FreeIds, type ScopedIds } from './global-id.js';
export { NODE_TYPES, type FreeNodeType, type NodeType, type ScopedNodeType } from './node-type.js';
export { Node, type TypeTagged } from './node.interface.js';
export { idsOf, notFound, requireIds } from './reference.js';
