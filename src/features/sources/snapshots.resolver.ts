import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../../platform/loading/index.js';
import { SnapshotType, SourceType } from './graphql/source.type.js';
import { SourceLoader } from './source.loader.js';

@Resolver(() => SnapshotType)
export class SnapshotsResolver {
  constructor(private readonly loader: SourceLoader) {}

  @ResolveField(() => SourceType, { description: 'The source whose text it is.' })
  source(@Parent() snapshot: SnapshotType, @Context('loaders') loaders: Loaders): Promise<SourceType | null> {
    return this.loader.source(loaders, { storyId: snapshot.storyId, id: snapshot.sourceId });
  }

  @ResolveField(() => String, {
    description: 'The text, to the letter. Offsets of quotes count its UTF-16 code units.',
  })
  text(@Parent() snapshot: SnapshotType, @Context('loaders') loaders: Loaders): Promise<string | null> {
    return this.loader.text(loaders, { storyId: snapshot.storyId, id: snapshot.localId });
  }
}
