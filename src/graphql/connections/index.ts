export { batchedConnection, type BatchedList, type ListCount } from './batched-connection.js';
export { ConnectionArgs, ForwardArgs } from './connection-args.js';
export { Connection, PageInfo } from './connection.js';
export type { ConnectionOf, EdgeOf } from './connection.types.js';
export { decodeCursor, encodeCursor, type CursorValue } from './cursor.js';
export { pageRequest, type PageArgs, type PageRequest } from './page-request.js';
export { toConnection } from './to-connection.js';
export { OrderDirection } from './order-direction.js';
