import { Module, type DynamicModule } from '@nestjs/common';
import { AgentsModule } from './features/agents/index.js';
import { AssignmentsModule } from './features/assignments/index.js';
import { AuthModule, ContextModule, ORPHANED_TYPES } from './features/auth/index.js';
import { BulkApiModule } from './features/bulk/index.js';
import { ClaimReviewModule } from './features/claim-review/index.js';
import { ClaimsModule } from './features/claims/index.js';
import { CommentsModule } from './features/comments/index.js';
import { ContradictionsModule } from './features/contradictions/index.js';
import { FirstStartModule } from './features/first-start/index.js';
import { HypothesesModule } from './features/hypotheses/index.js';
import { ImportsModule } from './features/imports/index.js';
import { InboxModule } from './features/inbox/index.js';
import { NodesModule } from './features/nodes/index.js';
import { PacksModule } from './features/packs/index.js';
import { PanelModule } from './features/panel/index.js';
import { PartitionsModule } from './features/partitions/index.js';
import { PeopleApiModule } from './features/people/index.js';
import { RecordModule } from './features/record/index.js';
import { ReviewQueueModule } from './features/review-queue/index.js';
import { SearchModule } from './features/search/index.js';
import { SingleSignOnModule } from './features/single-sign-on/index.js';
import { SourceChangesModule } from './features/source-changes/index.js';
import { SourcesModule } from './features/sources/index.js';
import { StatementsModule } from './features/statements/index.js';
import { StoriesModule } from './features/stories/index.js';
import { SuggestionsModule } from './features/suggestions/index.js';
import { ReexaminationsModule } from './features/reexaminations/index.js';
import { UpkeepModule } from './features/upkeep/index.js';
import { VocabularyModule } from './features/vocabulary/index.js';
import { WebhooksModule } from './features/webhooks/index.js';
import { GraphqlModule } from './graphql/graphql.module.js';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** The whole service over a database that is open and migrated. */
@Module({})
export class AppModule {
  static with(platform: Platform): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(platform),
        GraphqlModule.forRoot({
          imports: [ContextModule],
          orphanedTypes: ORPHANED_TYPES,
          trustedProxies: platform.config.trustedProxies,
        }),
        AgentsModule,
        AssignmentsModule,
        AuthModule,
        BulkApiModule,
        ClaimReviewModule,
        ClaimsModule,
        CommentsModule,
        ContradictionsModule,
        FirstStartModule,
        HypothesesModule,
        ImportsModule,
        InboxModule,
        NodesModule,
        PacksModule,
        PanelModule,
        PartitionsModule,
        PeopleApiModule,
        RecordModule,
        ReexaminationsModule,
        ReviewQueueModule,
        SearchModule,
        SingleSignOnModule,
        SourceChangesModule,
        SourcesModule,
        StatementsModule,
        StoriesModule,
        SuggestionsModule,
        UpkeepModule,
        VocabularyModule,
        WebhooksModule,
      ],
    };
  }
}
