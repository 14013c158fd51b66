export { CommentsModule } from './comments.module.js';
export { CommentType } from './graphql/comment.type.js';
export { CommentListsService } from './comment-lists.service.js';
