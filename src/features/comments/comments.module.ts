import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { ContradictionsModule } from '../contradictions/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { PeopleModule } from '../people/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { SourcesModule } from '../sources/index.js';
import { CommentListsService } from './comment-lists.service.js';
import {
  ClaimCommentsResolver,
  ContradictionCommentsResolver,
  SourceCommentsResolver,
} from './commented-objects.resolver.js';
import { CommentsRepository } from './comments.repository.js';
import { CommentsResolver } from './comments.resolver.js';
import { CommentsService } from './comments.service.js';

/** What people say to each other about claims, contradictions and sources. */
@Module({
  imports: [
    AuditModule,
    AuthModule,
    ClaimsModule,
    ContradictionsModule,
    NotificationsModule,
    PeopleModule,
    RevisionsModule,
    SourcesModule,
  ],
  providers: [
    ClaimCommentsResolver,
    CommentListsService,
    CommentsRepository,
    CommentsResolver,
    CommentsService,
    ContradictionCommentsResolver,
    SourceCommentsResolver,
  ],
  exports: [CommentListsService],
})
export class CommentsModule {}
