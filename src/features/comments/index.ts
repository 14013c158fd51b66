export { CommentsModule } from './comments.module.js';
export { CommentListsService } from './comment-lists.service.js';
