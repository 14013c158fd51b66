import { ResolveField, Resolver } from '@nestjs/graphql';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { SnapshotType, SourceType } from './graphql/source.type.js';
import { SourceLoader } from './source.loader.js';

@Resolver(() => SnapshotType)
export class SnapshotsResolver {
  constructor(private readonly loader: SourceLoader) {}

  @ResolveField(() => SourceType, { description: 'The source whose text it is.' })
  source(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<SourceType | null> {
    return this.loader.source(loaders, { storyId: snapshot.storyId, id: snapshot.sourceId });
  }

  @ResolveField(() => String, {
    description: 'The text, to the letter. Offsets of quotes count its UTF-16 code units.',
  })
  text(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<string | null> {
    return this.loader.text(loaders, keyOf(snapshot));
  }
}
