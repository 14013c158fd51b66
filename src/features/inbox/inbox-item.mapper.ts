import { encodeId } from '../../graphql/node/index.js';
import type { NotificationRow } from '../notifications/index.js';
import type { InboxItemType } from './graphql/inbox.type.js';

export function toInboxItem({ accountId: _own, id: localId, ...rest }: NotificationRow): InboxItemType {
  return { __typename: 'InboxItem', ...rest, id: encodeId('InboxItem', { id: localId }), localId };
}
