import { NODE_TYPES, nodeTypeOfTag, type FreeNodeType, type NodeType, type ScopedNodeType } from './node-type.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_BYTES = 16;
/** Ids are put together here, thousands a second: a buffer of its own for each would cost more than the rest. */
const scratch = Buffer.alloc(1 + 2 * UUID_BYTES);

/** The parts of a story-free id: the object's UUID (for a story, the story's). */
export interface FreeIds {
  readonly id: string;
}

/** The parts of a story-scoped id: the object's UUID and that of its story. */
export interface ScopedIds extends FreeIds {
  readonly storyId: string;
}

/** What a global id says: its kind, its UUID and, for story-scoped kinds, the story's UUID. */
export type DecodedId =
  | { readonly type: FreeNodeType; readonly id: string; readonly storyId?: undefined }
  | { readonly type: ScopedNodeType; readonly id: string; readonly storyId: string };

/**
 * Makes the opaque id that clients see: base64url (RFC 4648, section 5, unpadded) of one byte of type tag, the
 * story's 16 bytes for story-scoped kinds, and the object's 16 bytes.
 *
 * @throws RangeError where a UUID is not in canonical lower-case form; that is a fault of the caller, not of a client.
 */
export function encodeId(type: FreeNodeType, ids: FreeIds): string;
export function encodeId(type: ScopedNodeType, ids: ScopedIds): string;
export function encodeId(type: NodeType, ids: FreeIds | ScopedIds): string;
export function encodeId(type: NodeType, ids: FreeIds | ScopedIds): string {
  const { tag, scoped } = NODE_TYPES[type];
  const story = scoped ? hexOfStory('storyId' in ids ? ids.storyId : undefined) : '';
  scratch[0] = tag;
  const written = scratch.write(story + hexOf(ids.id), 1, 'hex');
  return scratch.toString('base64url', 0, 1 + written);
}

/**
 * Reads a global id. Strict: only the exact string that `encodeId` gives is accepted, so that one object has one id;
 * for anything else the answer is null.
 */
export function decodeId(globalId: string): DecodedId | null {
  const bytes = Buffer.from(globalId, 'base64url');
  const type = nodeTypeOfTag(bytes[0] ?? 0);
  if (type === undefined || bytes.toString('base64url') !== globalId) return null;
  if (!isScoped(type)) {
    return bytes.length === 1 + UUID_BYTES ? { type, id: uuidAt(bytes, 1) } : null;
  }
  return bytes.length === 1 + 2 * UUID_BYTES
    ? { type, storyId: uuidAt(bytes, 1), id: uuidAt(bytes, 1 + UUID_BYTES) }
    : null;
}

function isScoped(type: NodeType): type is ScopedNodeType {
  return NODE_TYPES[type].scoped;
}

/** Most ids of an answer are of one story. */
let lastStory: { readonly id: string; readonly hex: string } = { id: '', hex: '' };

function hexOfStory(id: string | undefined): string {
  if (id === undefined || lastStory.id !== id) lastStory = { hex: hexOf(id), id: id ?? '' };
  return lastStory.hex;
}

function hexOf(uuid: string | undefined): string {
  if (uuid === undefined || !UUID.test(uuid)) throw new RangeError(`Not a canonical UUID: ${String(uuid)}`);
  return uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18) + uuid.slice(19, 23) + uuid.slice(24);
}

function uuidAt(bytes: Buffer, offset: number): string {
  const hex = bytes.toString('hex', offset, offset + UUID_BYTES);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
