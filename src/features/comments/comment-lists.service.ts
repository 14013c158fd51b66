import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  emptyConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { idsOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf } from '../../platform/loading/index.js';
import { ActorLoader, includes, Role, type Actor, type GraphqlContext, type Viewer } from '../auth/index.js';
import { ClaimLoader } from '../claims/index.js';
import { ContradictionLoader } from '../contradictions/index.js';
import { RevisionsService, type RevisionType } from '../revisions/index.js';
import { SourceLoader } from '../sources/index.js';
import { toComment } from './comment.mapper.js';
import { COMMENT_ORDER, CommentsRepository, objectOf, type Commented, type CommentRow } from './comments.repository.js';
import type { CommentSubject, CommentType } from './graphql/comment.type.js';
import { mentionedIn, withNames } from './mentions.js';

/** Comments as they are read: by contributors and above, many in one statement. */
@Injectable()
export class CommentListsService {
  constructor(
    private readonly comments: CommentsRepository,
    private readonly actors: ActorLoader,
    private readonly claims: ClaimLoader,
    private readonly contradictions: ContradictionLoader,
    private readonly sources: SourceLoader,
    private readonly revisionLists: RevisionsService,
  ) {}

  /** @returns null where there is no such comment, and for readers */
  load({ loaders, viewer }: GraphqlContext, key: StoryKey): Promise<CommentType | null> | null {
    if (!seesComments(viewer)) return null;
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.comments.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toComment(row));
    };
    return loaders.get<StoryKey, CommentType | null>('comment', load, nameOfKey).load(key);
  }

  /** A page of the comments on an object, oldest first; none for readers. */
  list(
    { loaders, viewer }: GraphqlContext,
    { type, key }: Commented,
    args: PageArgs,
  ): ConnectionOf<CommentType> | Promise<ConnectionOf<CommentType>> {
    if (!seesComments(viewer)) return emptyConnection(args, COMMENT_ORDER);
    return batchedConnection(loaders, key, args, {
      name: `${type}.comments`,
      ordering: COMMENT_ORDER,
      nameOf: nameOfKey,
      read: (keys, page) => this.comments.listByObjects(type, keys, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.objectId }),
      toNode: (row: CommentRow) => toComment(row),
      cursorOf: (comment) => [comment.localId],
      count: (keys) => this.comments.countByObjects(type, keys),
    });
  }

  subject({ loaders }: GraphqlContext, comment: CommentType): Promise<CommentSubject | null> {
    const { type, key } = objectOf(comment);
    if (type === 'Claim') return this.claims.claim(loaders, key);
    return type === 'Contradiction'
      ? this.contradictions.contradiction(loaders, key)
      : this.sources.source(loaders, key);
  }

  /** Whom it mentions, each once, in order. */
  async mentioned({ loaders }: GraphqlContext, { body }: CommentType): Promise<Actor[]> {
    const ids = mentionedIn(body ?? '').flatMap((id) => idsOf('User', id)?.id ?? []);
    return (await Promise.all(ids.map((id) => this.actors.load(loaders, id)))).filter((actor) => actor !== null);
  }

  /** Its words with names in the place of mentions. */
  async text(context: GraphqlContext, comment: CommentType): Promise<string | null> {
    if (comment.body === null) return null;
    const actors = await this.mentioned(context, comment);
    return withNames(comment.body, new Map(actors.map(({ id, name }) => [id, name])));
  }

  /** All its wordings, oldest first; of one that was removed for administrators only. */
  revisions(
    { loaders, viewer }: GraphqlContext,
    { storyId, localId: id, removedAt }: CommentType,
    args: PageArgs,
  ): ConnectionOf<RevisionType> | Promise<ConnectionOf<RevisionType>> {
    if (removedAt !== null && !includes(viewer.role, Role.ADMIN)) return this.revisionLists.none(args);
    return this.revisionLists.list(loaders, 'comment', { storyId, id }, args);
  }
}

function seesComments(viewer: Viewer): boolean {
  return includes(viewer.role, Role.CONTRIBUTOR);
}
