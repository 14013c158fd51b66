import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { sketchOf, type TextSketch } from '../../domain/corroboration/text-sketch.js';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { badUserInput, UserErrorCode, userError } from '../../graphql/errors/index.js';
import { idsOf, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, nameOfKey, type Reader, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AgentsRepository } from '../agents/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { StoriesRepository } from '../stories/index.js';
import { SourceKind, SourceStatus } from './graphql/source.enums.js';
import type { SourceCreateInput, SourceFilter } from './graphql/source.inputs.js';
import type { SnapshotType, SourceType } from './graphql/source.type.js';
import { SNAPSHOT_ORDER, SnapshotsRepository } from './snapshots.repository.js';
import { toSnapshot, toSource } from './source.mapper.js';
import { SourceTextsService } from './source-texts.service.js';
import { SOURCE_ORDER, SourcesRepository, type SourceCriteria } from './sources.repository.js';
import type { SourceRow } from './source.shape.js';

/** A source to be added: what is said of it, its text's sketch, and by which mutation. */
export interface NewSource {
  readonly input: SourceCreateInput;
  readonly sketch: TextSketch;
  /** Of what the text was read from. */
  readonly mediaType: string;
  readonly action: string;
}

/** SHA-256 of a text's UTF-8 bytes in hex: the name of a snapshot's text. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

@Injectable()
export class SourcesService {
  constructor(
    private readonly database: Database,
    private readonly sources: SourcesRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly stories: StoriesRepository,
    private readonly agents: AgentsRepository,
    private readonly texts: SourceTextsService,
    private readonly audit: AuditRepository,
  ) {}

  /** A page of a story's sources, newest first. */
  listOfStory(
    loaders: Loaders,
    storyId: string,
    filter: SourceFilter | null,
    args: PageArgs,
  ): Promise<ConnectionOf<SourceType>> {
    const criteria = criteriaOf(filter);
    return batchedConnection(loaders, storyId, args, {
      name: `story.sources ${JSON.stringify(criteria)}`,
      ordering: SOURCE_ORDER,
      nameOf: String,
      read: (storyIds, page) => this.sources.listByStories(storyIds, criteria, page),
      ownerOf: (row) => row.storyId,
      toNode: toSource,
      cursorOf: (source) => [source.localId],
      count: (storyIds) => this.sources.countByStories(storyIds, criteria),
    });
  }

  /** A page of a source's snapshots, newest first. */
  listSnapshots(loaders: Loaders, source: StoryKey, args: PageArgs): Promise<ConnectionOf<SnapshotType>> {
    return batchedConnection(loaders, source, args, {
      name: 'source.snapshots',
      ordering: SNAPSHOT_ORDER,
      nameOf: nameOfKey,
      read: (sources, page) => this.snapshots.listBySources(sources, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.sourceId }),
      toNode: toSnapshot,
      cursorOf: (snapshot) => [snapshot.localId],
      count: (sources) => this.snapshots.countBySources(sources),
    });
  }

  /**
   * Adds a source and keeps its text as its first snapshot.
   * @throws UserErrors where the story, the publisher or the source it derives from is not there
   */
  async create(input: SourceCreateInput, viewer: ActingViewer, mediaType = 'text/plain'): Promise<SourceRow> {
    const sketch = sketchOf(input.text);
    return this.database.transaction((tx) =>
      this.add(tx, { input, sketch, mediaType, action: 'sourceCreate' }, viewer),
    );
  }

  /**
   * Adds a source in a transaction of the caller's, as `create` does. The story stays locked for other texts until the
   * transaction ends.
   */
  async add(
    tx: Transaction,
    { input, sketch, mediaType, action }: NewSource,
    viewer: ActingViewer,
  ): Promise<SourceRow> {
    const storyId = requireIds('Story', input.story, ['input', 'story']).id;
    const publisherId = input.publisher ? requireIds('Agent', input.publisher, ['input', 'publisher']).id : null;
    const derivedFromId = input.derivedFrom ? this.idInStory(storyId, input.derivedFrom) : null;
    const now = new Date();
    await this.requireStory(storyId, tx);
    await this.requirePublisher(tx, publisherId);
    const derivedFrom = derivedFromId === null ? null : await this.requireOriginal(tx, { storyId, id: derivedFromId });
    const id = uuidv7();
    const row: SourceRow = {
      storyId,
      id,
      title: input.title,
      url: input.url ?? null,
      kind: input.kind ?? SourceKind.OTHER,
      publisherId,
      authors: input.authors ?? [],
      language: input.language ?? null,
      publishedAt: input.publishedAt ? new Date(input.publishedAt) : null,
      derivedFromId,
      originId: derivedFrom?.originId ?? id,
      reliability: input.reliability ?? null,
      status: SourceStatus.ACTIVE,
      statusReason: null,
      createdById: viewer.accountId,
      createdAt: now,
    };
    await this.sources.insert(tx, row);
    const snapshot = {
      storyId,
      id: uuidv7(),
      sourceId: id,
      text: input.text,
      sha256: sha256Of(input.text),
      mediaType,
      fetchedAt: now,
      previousId: null,
      differences: [],
    };
    await this.snapshots.insert(tx, snapshot);
    const { title, url } = row;
    const after = { title, url, publisherId, derivedFromId, snapshotId: snapshot.id, sha256: snapshot.sha256 };
    await this.audit.append(tx, { viewer, action, objectType: 'Source', objectId: id, storyId, after }, now);
    await this.texts.remember(tx, row, snapshot.id, sketch);
    return row;
  }

  /** @throws UserErrors where there is no such story */
  async requireStory(storyId: string, reader: Reader = this.database): Promise<void> {
    const [story] = await this.stories.findByIds([storyId], reader);
    if (!story) throw notFound('Story', ['input', 'story']);
  }

  private idInStory(storyId: string, derivedFrom: string): string {
    const field = ['input', 'derivedFrom'];
    const ids = requireIds('Source', derivedFrom, field);
    if (ids.storyId === storyId) return ids.id;
    throw userError(UserErrorCode.WRONG_STORY, 'A source can derive only from a source of its own story.', field);
  }

  private async requirePublisher(tx: Transaction, publisherId: string | null): Promise<void> {
    if (publisherId === null) return;
    const [publisher] = await this.agents.findByIds([publisherId], tx);
    if (!publisher) throw notFound('Agent', ['input', 'publisher']);
  }

  private async requireOriginal(tx: Transaction, key: StoryKey): Promise<SourceRow> {
    const [original] = await this.sources.findByKeys([key], tx);
    if (!original) throw notFound('Source', ['input', 'derivedFrom']);
    return original;
  }
}

function criteriaOf(filter: SourceFilter | null): SourceCriteria {
  const publisherId = filter?.publisher ? idsOf('Agent', filter.publisher)?.id : null;
  if (publisherId === undefined) throw badUserInput('publisher must be the id of an agent.', ['filter', 'publisher']);
  return { status: filter?.status ?? null, kind: filter?.kind ?? null, publisherId };
}
