import { Injectable } from '@nestjs/common';
import { decodeId, type DecodedId, type Node } from '../../graphql/node/index.js';
import { AgentLoader } from '../agents/index.js';
import { ActorLoader, includes, Role, type GraphqlContext } from '../auth/index.js';
import { BulkImportsService } from '../bulk/index.js';
import { ProposalListsService } from '../claim-review/index.js';
import { ClaimLoader } from '../claims/index.js';
import { CommentListsService } from '../comments/index.js';
import { ContradictionLoader } from '../contradictions/index.js';
import { InboxService } from '../inbox/index.js';
import { PackLoader } from '../packs/index.js';
import { PartitionLoader } from '../partitions/index.js';
import { ApiKeysService, PeopleService, SessionsService } from '../people/index.js';
import { AuditEventsService } from '../record/index.js';
import { ReexaminationLoader } from '../reexaminations/index.js';
import { RevisionsService } from '../revisions/index.js';
import { ReviewRequestLoader } from '../source-changes/index.js';
import { SourceLoader } from '../sources/index.js';
import { StoryLoader } from '../stories/index.js';
import { maySeeSuggestions, SuggestionLoader } from '../suggestions/index.js';
import { VocabularyLoader } from '../vocabulary/index.js';
import { WebhookDeliveriesService, WebhooksService } from '../webhooks/index.js';

/** Finds any object again by its global id. */
@Injectable()
export class NodesService {
  constructor(
    private readonly actors: ActorLoader,
    private readonly agents: AgentLoader,
    private readonly apiKeys: ApiKeysService,
    private readonly auditEvents: AuditEventsService,
    private readonly bulkImports: BulkImportsService,
    private readonly claims: ClaimLoader,
    private readonly comments: CommentListsService,
    private readonly contradictions: ContradictionLoader,
    private readonly inbox: InboxService,
    private readonly packs: PackLoader,
    private readonly partitions: PartitionLoader,
    private readonly people: PeopleService,
    private readonly proposals: ProposalListsService,
    private readonly reexaminations: ReexaminationLoader,
    private readonly reviewRequests: ReviewRequestLoader,
    private readonly revisions: RevisionsService,
    private readonly sessions: SessionsService,
    private readonly sources: SourceLoader,
    private readonly stories: StoryLoader,
    private readonly suggestions: SuggestionLoader,
    private readonly vocabulary: VocabularyLoader,
    private readonly webhookDeliveries: WebhookDeliveriesService,
    private readonly webhooks: WebhooksService,
  ) {}

  /** @returns null where no object has the id, or none that the viewer may see */
  async find(context: GraphqlContext, globalId: string): Promise<Node | null> {
    const key = decodeId(globalId);
    return key && this.load(context, key);
  }

  private async load(context: GraphqlContext, key: DecodedId): Promise<Node | null> {
    const { loaders, viewer } = context;
    switch (key.type) {
      case 'Account':
        return this.people.load(loaders, key.id, viewer);
      case 'Agent':
        return this.agents.load(loaders, key.id);
      case 'ApiKey':
        return this.apiKeys.load(loaders, key.id, viewer);
      case 'AuditEvent':
        return includes(viewer.role, Role.ADMIN) ? this.auditEvents.load(loaders, key.id) : null;
      case 'BulkImport':
        return includes(viewer.role, Role.EDITOR) ? this.bulkImports.load(loaders, key.id) : null;
      case 'Citation':
        return this.claims.citation(loaders, key);
      case 'Claim':
        return this.claims.claim(loaders, key);
      case 'ClaimProposal':
        return this.proposals.load(loaders, key, viewer);
      case 'ClaimSuggestion':
        return maySeeSuggestions({ viewer }) ? this.suggestions.load(loaders, key) : null;
      case 'Comment':
        return this.comments.load(context, key);
      case 'Concept':
        return this.vocabulary.concept(loaders, key.id);
      case 'ConceptScheme':
        return this.vocabulary.scheme(loaders, key.id);
      case 'Contradiction':
        return this.contradictions.contradiction(loaders, key);
      case 'Identity':
        return this.vocabulary.identity(loaders, key.id);
      case 'InboxItem':
        return this.inbox.load(context, key.id);
      case 'Partition':
        return this.partitions.load(loaders, key);
      case 'Property':
        return this.vocabulary.property(loaders, key.id);
      case 'PropertyOrder':
        return this.vocabulary.order(loaders, key.id);
      case 'Question':
        return this.claims.question(loaders, key);
      case 'Reexamination':
        return this.reexaminations.load(loaders, key.id);
      case 'ReviewRequest':
        return this.reviewRequests.load(loaders, key);
      case 'Revision':
        return this.revisions.load(loaders, key, viewer);
      case 'Session':
        return this.sessions.load(loaders, key.id, viewer);
      case 'Snapshot':
        return this.sources.snapshot(loaders, key);
      case 'Source':
        return this.sources.source(loaders, key);
      case 'Story':
        return this.stories.story(loaders, key.id);
      case 'Subject':
        return this.stories.subject(loaders, key);
      case 'User':
        return this.actors.load(loaders, key.id);
      case 'VocabularyPack':
        return this.packs.load(loaders, key.id);
      case 'Webhook':
        return includes(viewer.role, Role.ADMIN) ? this.webhooks.load(loaders, key.id) : null;
      case 'WebhookDelivery':
        return includes(viewer.role, Role.ADMIN) ? this.webhookDeliveries.load(loaders, key.id) : null;
      default:
        return null;
    }
  }
}
