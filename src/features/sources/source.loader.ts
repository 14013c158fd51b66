import { Injectable } from '@nestjs/common';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { Carrier } from '../../platform/reading/index.js';
import { SOURCE_SHAPE } from './source.shape.js';
import type { SnapshotType, SourceType } from './graphql/source.type.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { toSnapshot, toSource } from './source.mapper.js';
import { SourcesRepository } from './sources.repository.js';

/** Sources and snapshots by key, many in one statement. */
@Injectable()
export class SourceLoader {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly snapshots: SnapshotsRepository,
  ) {}

  /** The source of what names it, such as a citation: the one that came with it, or else the one with this key. */
  sourceOf(loaders: Loaders, carrier: Carrier, key: StoryKey): SourceType | Promise<SourceType | null> {
    const row = SOURCE_SHAPE.rowFrom(carrier, 'source', { storyId: key.storyId });
    return row ? toSource(row) : this.source(loaders, key);
  }

  source(loaders: Loaders, key: StoryKey): Promise<SourceType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.sources.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toSource(row));
    };
    return loaders.get<StoryKey, SourceType | null>('source', load, nameOfKey).load(key);
  }

  snapshot(loaders: Loaders, key: StoryKey): Promise<SnapshotType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.snapshots.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toSnapshot(row));
    };
    return loaders.get<StoryKey, SnapshotType | null>('snapshot', load, nameOfKey).load(key);
  }

  /** A snapshot's text, which is read only where a client asks for it. */
  text(loaders: Loaders, key: StoryKey): Promise<string | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.snapshots.findTexts(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row?.text ?? null);
    };
    return loaders.get<StoryKey, string | null>('snapshot.text', load, nameOfKey).load(key);
  }

  /** The newest snapshot of a source. */
  newestSnapshot(loaders: Loaders, source: StoryKey): Promise<SnapshotType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.snapshots.findNewestOf(keys);
      const owner = (row: (typeof rows)[number]) => nameOfKey({ storyId: row.storyId, id: row.sourceId });
      return inOrderOf(keys, rows, owner, nameOfKey).map((row) => row && toSnapshot(row));
    };
    return loaders.get<StoryKey, SnapshotType | null>('source.snapshot', load, nameOfKey).load(source);
  }
}
