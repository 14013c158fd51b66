import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  emptyConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import type { UserErrors } from '../../graphql/errors/index.js';
import { encodeId } from '../../graphql/node/index.js';
import { nameOfKey, type Reader, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { includes, type Viewer } from '../auth/index.js';
import type { RevisionType } from './revision.type.js';
import { REVISION_ORDER, RevisionsRepository, type RevisedKind, type RevisionRow } from './revisions.repository.js';
import { staleVersion, type Stale } from './stale-version.js';

/** The record of what changed on claims, on contradictions, and of what was said and done about them. */
@Injectable()
export class RevisionsService {
  constructor(private readonly revisions: RevisionsRepository) {}

  /** @returns null where there is no such revision, or none that the viewer may see */
  async load(loaders: Loaders, key: StoryKey, viewer: Viewer): Promise<RevisionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.revisions.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey);
    };
    const row = await loaders.get<StoryKey, RevisionRow | null>('revision', load, nameOfKey).load(key);
    return row && includes(viewer.role, row.leastRole) ? toRevision(row) : null;
  }

  /** A page of no revisions: of what has none, or none for whoever asks. */
  none(args: PageArgs): ConnectionOf<RevisionType> {
    return emptyConnection(args, REVISION_ORDER);
  }

  /**
   * The refusal of a change that was made from an older version: it says what changed since, and by whom. Reads that only
   * now that it is needed.
   */
  async stale(reader: Reader, kind: RevisedKind, owner: StoryKey, stale: Stale): Promise<UserErrors> {
    return staleVersion(stale, await this.revisions.listSince(reader, kind, owner, stale.expected));
  }

  /** A page of the revisions of something that the viewer may see, oldest first. */
  list(loaders: Loaders, kind: RevisedKind, owner: StoryKey, args: PageArgs): Promise<ConnectionOf<RevisionType>> {
    return batchedConnection(loaders, owner, args, {
      name: `${kind}.revisions`,
      ordering: REVISION_ORDER,
      nameOf: nameOfKey,
      read: (owners, page) => this.revisions.listByOwners(kind, owners, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.ownerId }),
      toNode: toRevision,
      cursorOf: (revision) => [revision.localId],
      count: (owners) => this.revisions.countByOwners(kind, owners),
    });
  }
}

function toRevision(row: RevisionRow): RevisionType {
  const { id: localId, storyId, actorId, version, changes, reason, createdAt } = row;
  return {
    __typename: 'Revision',
    id: encodeId('Revision', row),
    localId,
    storyId,
    actorId,
    version,
    changes,
    reason,
    createdAt,
  };
}
