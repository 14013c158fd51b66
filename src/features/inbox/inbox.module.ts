import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { CommentsModule } from '../comments/index.js';
import { ContradictionsModule } from '../contradictions/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { SourcesModule } from '../sources/index.js';
import { InboxItemsResolver, InboxResolver, ViewerInboxResolver } from './inbox.resolver.js';
import { InboxService } from './inbox.service.js';

/** What everybody sees of what concerns them. */
@Module({
  imports: [AuthModule, ClaimsModule, CommentsModule, ContradictionsModule, NotificationsModule, SourcesModule],
  providers: [InboxItemsResolver, InboxResolver, InboxService, ViewerInboxResolver],
  exports: [InboxService],
})
export class InboxModule {}
