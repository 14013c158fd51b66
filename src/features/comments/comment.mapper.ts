import { encodeId } from '../../graphql/node/index.js';
import type { CommentRow } from './comments.repository.js';
import type { CommentType } from './graphql/comment.type.js';

export function toComment(row: CommentRow): CommentType {
  const { id: localId, ...rest } = row;
  return { __typename: 'Comment', ...rest, id: encodeId('Comment', row), localId };
}
