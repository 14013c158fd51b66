import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuthModule } from '../auth/index.js';
import { BulkApiModule } from '../bulk/index.js';
import { ClaimReviewModule } from '../claim-review/index.js';
import { ClaimsModule } from '../claims/index.js';
import { CommentsModule } from '../comments/index.js';
import { ContradictionsModule } from '../contradictions/index.js';
import { InboxModule } from '../inbox/index.js';
import { PacksModule } from '../packs/index.js';
import { PartitionsModule } from '../partitions/index.js';
import { PeopleModule } from '../people/index.js';
import { RecordModule } from '../record/index.js';
import { ReexaminationsModule } from '../reexaminations/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { SourceChangesModule } from '../source-changes/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { SuggestionsModule } from '../suggestions/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { WebhooksModule } from '../webhooks/index.js';
import { NodesResolver } from './nodes.resolver.js';
import { NodesService } from './nodes.service.js';
import { ReexaminedObjectResolver } from './reexaminations-elsewhere.resolver.js';

@Module({
  imports: [
    AgentsModule,
    AuthModule,
    BulkApiModule,
    ClaimReviewModule,
    ClaimsModule,
    CommentsModule,
    ContradictionsModule,
    InboxModule,
    PacksModule,
    PartitionsModule,
    PeopleModule,
    RecordModule,
    ReexaminationsModule,
    RevisionsModule,
    SourceChangesModule,
    SourcesModule,
    StoriesModule,
    SuggestionsModule,
    VocabularyModule,
    WebhooksModule,
  ],
  providers: [NodesResolver, NodesService, ReexaminedObjectResolver],
})
export class NodesModule {}
