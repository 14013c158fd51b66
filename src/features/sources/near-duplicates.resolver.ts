import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { NearDuplicateConnection, NearDuplicateType } from './graphql/near-duplicate.type.js';
import { SourceType } from './graphql/source.type.js';
import { SourceLoader } from './source.loader.js';
import { SourceTextsService } from './source-texts.service.js';

@Resolver(() => SourceType)
export class SourceNearDuplicatesResolver {
  constructor(private readonly texts: SourceTextsService) {}

  @ResolveField(() => NearDuplicateConnection, {
    description: 'Sources of the story whose texts are the same, carry it or are carried by it; the closest first.',
  })
  @FieldArgs(ForwardArgs)
  nearDuplicates(
    source: SourceType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<NearDuplicateType>> {
    return this.texts.listNearDuplicates(loaders, keyOf(source), args);
  }
}

@Resolver(() => NearDuplicateType)
export class NearDuplicatesResolver {
  constructor(private readonly sources: SourceLoader) {}

  @ResolveField(() => SourceType, { description: 'The other source.' })
  source(
    { storyId, otherId }: NearDuplicateType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<SourceType | null> {
    return this.sources.source(loaders, { storyId, id: otherId });
  }
}
