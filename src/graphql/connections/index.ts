export { batchedConnection, carriedConnection, type BatchedList, type ListCount } from './batched-connection.js';
export { ConnectionArgs, ForwardArgs } from './connection-args.js';
export { Connection } from './connection.js';
export type { ConnectionOf } from './connection.types.js';
export { emptyConnection } from './empty-connection.js';
export { pageRequest, type PageArgs } from './page-request.js';
export { toConnection } from './to-connection.js';
export { OrderDirection } from './order-direction.js';
