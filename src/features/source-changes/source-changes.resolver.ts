import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ReasonArgs } from '../../graphql/validation/reason.args.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { SourcePayload, SourceType, toSource } from '../sources/index.js';
import { SourceCorrectArgs, SourceRefreshArgs } from './graphql/source-changes.inputs.js';
import { SourceChangesService, type ChangedSource } from './source-changes.service.js';

@Resolver(() => SourceType)
export class SourceChangesResolver {
  constructor(private readonly service: SourceChangesService) {}

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => SourcePayload, {
    complexity: 100,
    description:
      'Fetches a source’s address again. Where its text has changed, the new one is kept, every quote is looked for in it, ' +
      'and claims whose words moved, doubled or vanished are put up for review.',
  })
  async sourceRefresh(
    @Args() { id }: SourceRefreshArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    return payloadOf(await this.service.refresh(id, acting(viewer)));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => SourcePayload, {
    description:
      'Marks a source as corrected by its publisher, with its new text where you have it, and puts all claims that rest on ' +
      'it or on what derives from it up for review.',
  })
  async sourceCorrect(
    @Args() { id, reason, text }: SourceCorrectArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    return payloadOf(await this.service.correct({ id, reason, viewer: acting(viewer) }, text ?? null));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => SourcePayload, {
    description:
      'Marks a source as withdrawn and puts all claims that rest on it, or on what derives from it, up for review. The ' +
      'claims stay as they are.',
  })
  async sourceRetract(
    @Args() { id, reason }: ReasonArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    return payloadOf(await this.service.retract({ id, reason, viewer: acting(viewer) }));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => SourcePayload, {
    description: 'Takes a correction or retraction back. What it put up for review and nobody has settled lapses.',
  })
  async sourceReinstate(
    @Args() { id, reason }: ReasonArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    return payloadOf(await this.service.reinstate({ id, reason, viewer: acting(viewer) }));
  }
}

function payloadOf({ source, changes, raised }: ChangedSource): Partial<SourcePayload> {
  return { source: toSource(source), raised, ...(changes && { changes }) };
}
