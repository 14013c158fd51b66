import { Injectable } from '@nestjs/common';
import { encodeId } from '../../graphql/node/index.js';
import { Loaders } from '../../platform/loading/index.js';
import { AgentsService } from '../agents/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ClaimReviewService } from '../claim-review/index.js';
import { ClaimsService, ClaimStatus, toClaim, type ClaimType } from '../claims/index.js';
import { SourcesService } from '../sources/index.js';
import { StoriesService } from '../stories/index.js';
import { AGENTS, type AgentKey } from './story/agents.js';
import { CLAIMS } from './story/claims.js';
import { SOURCES, type SourceKey } from './story/sources.js';
import { STORY, SUBJECT } from './story/story.js';
import { toClaimInput } from './claim-input.js';
import type { ConceptIds } from './terms.service.js';

/** Enough to have all of the demo's agents, subjects or sources on one page. */
const ALL = { first: 100 };

/** The demo story itself: its agents, subject, sources and claims. */
@Injectable()
export class DossierService {
  constructor(
    private readonly agents: AgentsService,
    private readonly stories: StoriesService,
    private readonly sources: SourcesService,
    private readonly claims: ClaimsService,
    private readonly review: ClaimReviewService,
  ) {}

  /**
   * Creates what is missing of the story, and publishes its claims. One that is there already is written again, which
   * changes nothing.
   * @param editor approves what `viewer` writes
   * @returns the story's id in the database
   */
  async ensure(concepts: ConceptIds, viewer: ActingViewer, editor: ActingViewer): Promise<string> {
    const agents = await this.ensureAgents(viewer);
    const storyId =
      (await this.stories.findBySlug(STORY.slug))?.localId ?? (await this.stories.create(STORY, viewer)).id;
    const subject = await this.ensureSubject(storyId, viewer);
    const sources = await this.ensureSources(storyId, agents, viewer);
    const published: string[] = [];
    for (const claim of CLAIMS) {
      const written = await this.claims.create(toClaimInput(claim, { subject, agents, sources, concepts }), viewer);
      const { id } = await this.ensurePublished(toClaim(written.claim), published, viewer, editor);
      published.push(id);
    }
    return storyId;
  }

  /** @param rivals the claims that it may conflict with: the story is about what does not fit */
  private async ensurePublished(
    claim: ClaimType,
    rivals: readonly string[],
    viewer: ActingViewer,
    editor: ActingViewer,
  ): Promise<ClaimType> {
    const steps = [
      { from: ClaimStatus.DRAFT, act: 'SUBMIT', by: viewer },
      { from: ClaimStatus.IN_REVIEW, act: 'APPROVE', by: editor },
    ] as const;
    let { status, version } = claim;
    for (const { from, act, by } of steps) {
      if (status !== from) continue;
      const decision = { id: claim.id, expectedVersion: version, acknowledged: rivals };
      const done = await this.review.perform(act, decision, by);
      ({ status, version } = done.claim);
    }
    return claim;
  }

  private async ensureAgents(viewer: ActingViewer): Promise<ReadonlyMap<AgentKey, string>> {
    const ids = new Map<AgentKey, string>();
    for (const [key, agent] of Object.entries(AGENTS) as [AgentKey, (typeof AGENTS)[AgentKey]][]) {
      const { nodes } = await this.agents.list(agent.name, ALL);
      const known = nodes.find(({ name }) => name === agent.name);
      ids.set(key, known?.id ?? encodeId('Agent', { id: (await this.agents.create(agent, viewer)).id }));
    }
    return ids;
  }

  private async ensureSubject(storyId: string, viewer: ActingViewer): Promise<string> {
    const { nodes } = await this.stories.listSubjects(new Loaders(), storyId, ALL);
    const known = nodes.find(({ label }) => label === SUBJECT.label);
    if (known) return known.id;
    const made = await this.stories.createSubject({ story: encodeId('Story', { id: storyId }), ...SUBJECT }, viewer);
    return encodeId('Subject', made);
  }

  private async ensureSources(
    storyId: string,
    agents: ReadonlyMap<AgentKey, string>,
    viewer: ActingViewer,
  ): Promise<ReadonlyMap<SourceKey, string>> {
    const { nodes } = await this.sources.listOfStory(new Loaders(), storyId, null, ALL);
    const ids = new Map<SourceKey, string>();
    for (const [key, source] of Object.entries(SOURCES) as [SourceKey, (typeof SOURCES)[SourceKey]][]) {
      const known = nodes.find(({ title }) => title === source.title);
      const input = {
        ...source,
        story: encodeId('Story', { id: storyId }),
        publisher: agents.get(source.publisher) ?? null,
        derivedFrom: (source.derivedFrom && ids.get(source.derivedFrom)) ?? null,
        language: 'en',
      };
      ids.set(key, known?.id ?? encodeId('Source', await this.sources.create(input, viewer)));
    }
    return ids;
  }
}
