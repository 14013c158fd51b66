import { UserErrorCode, userError, type UserErrors } from '../errors/index.js';
import { decodeId, type FreeIds, type ScopedIds } from './global-id.js';
import type { FreeNodeType, NodeType, ScopedNodeType } from './node-type.js';

/** The keys behind a global id of the wanted type; null where it is malformed or of another type. */
export function idsOf(type: FreeNodeType, globalId: string): FreeIds | null;
export function idsOf(type: ScopedNodeType, globalId: string): ScopedIds | null;
export function idsOf(type: NodeType, globalId: string): FreeIds | ScopedIds | null {
  const decoded = decodeId(globalId);
  return decoded?.type === type ? decoded : null;
}

/**
 * The keys behind a global id that an input names.
 * @param field path of the input
 * @throws UserErrors WRONG_TYPE where the id is of an object of another type, NOT_FOUND where it is no id at all
 */
export function requireIds(type: FreeNodeType, globalId: string, field: readonly string[]): FreeIds;
export function requireIds(type: ScopedNodeType, globalId: string, field: readonly string[]): ScopedIds;
export function requireIds(type: NodeType, globalId: string, field: readonly string[]): FreeIds | ScopedIds {
  const decoded = decodeId(globalId);
  if (!decoded) throw notFound(type, field);
  if (decoded.type !== type) {
    throw userError(
      UserErrorCode.WRONG_TYPE,
      `This id is one of type ${decoded.type}; one of type ${type} is wanted here.`,
      field,
    );
  }
  return decoded;
}

/** What a change answers where an input names an object that is not there. */
export function notFound(type: NodeType, field: readonly string[]): UserErrors {
  return userError(UserErrorCode.NOT_FOUND, `There is no ${type} with this id.`, field);
}

/** The key of an object that belongs to a story, as services ask for it. */
export function keyOf(node: { readonly storyId: string; readonly localId: string }): ScopedIds {
  return { storyId: node.storyId, id: node.localId };
}
