import { ResolveField, Resolver } from '@nestjs/graphql';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { SnapshotType, SourceType } from './graphql/source.type.js';
import { TextChangeType } from './graphql/text-change.type.js';
import { SourceLoader } from './source.loader.js';
import { toTextChanges } from './source.mapper.js';

@Resolver(() => SnapshotType)
export class SnapshotsResolver {
  constructor(private readonly loader: SourceLoader) {}

  @ResolveField(() => SourceType, { description: 'The source whose text it is.' })
  source(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<SourceType | null> {
    return this.loader.source(loaders, { storyId: snapshot.storyId, id: snapshot.sourceId });
  }

  @ResolveField(() => SnapshotType, {
    nullable: true,
    description: 'The text that the source had before; null for its first.',
  })
  previous(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<SnapshotType | null> | null {
    const { storyId, previousId } = snapshot;
    return previousId === null ? null : this.loader.snapshot(loaders, { storyId, id: previousId });
  }

  @ResolveField(() => [TextChangeType], {
    description: 'How the text differs from the one before, in order; empty for the first.',
  })
  async changes(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<TextChangeType[]> {
    const { storyId, previousId, differences } = snapshot;
    if (previousId === null || differences.length === 0) return [];
    const [before, after] = await Promise.all([
      this.loader.text(loaders, { storyId, id: previousId }),
      this.loader.text(loaders, keyOf(snapshot)),
    ]);
    return toTextChanges(before ?? '', after ?? '', differences);
  }

  @ResolveField(() => String, {
    description: 'The text, to the letter. Offsets of quotes count its UTF-16 code units.',
  })
  text(snapshot: SnapshotType, _args: unknown, { loaders }: GraphqlContext): Promise<string | null> {
    return this.loader.text(loaders, keyOf(snapshot));
  }
}
