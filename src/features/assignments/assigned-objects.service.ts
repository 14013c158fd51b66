import { Injectable } from '@nestjs/common';
import type { ConnectionOf, PageArgs } from '../../graphql/connections/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { ActorLoader, includes, Role, type Actor, type GraphqlContext } from '../auth/index.js';
import { RevisionsService, type RevisionType } from '../revisions/index.js';
import { AssignmentsRepository, type AssignableKind, type AssignmentRow } from './assignments.repository.js';

/** What is seen of assignments at the objects: nothing by readers, and nothing is read that is not asked for. */
@Injectable()
export class AssignedObjectsService {
  constructor(
    private readonly assignments: AssignmentsRepository,
    private readonly actors: ActorLoader,
    private readonly revisionLists: RevisionsService,
  ) {}

  async assignee(context: GraphqlContext, kind: AssignableKind, object: StoryKey): Promise<Actor | null> {
    const assigneeId = (await this.find(context, kind, object))?.assigneeId;
    return assigneeId == null ? null : this.actors.load(context.loaders, assigneeId);
  }

  async dueOn(context: GraphqlContext, kind: AssignableKind, object: StoryKey): Promise<string | null> {
    return (await this.find(context, kind, object))?.dueOn ?? null;
  }

  async revisions(
    context: GraphqlContext,
    kind: AssignableKind,
    object: StoryKey,
    args: PageArgs,
  ): Promise<ConnectionOf<RevisionType>> {
    const assignment = await this.find(context, kind, object);
    return assignment
      ? this.revisionLists.list(context.loaders, 'assignment', assignment, args)
      : this.revisionLists.none(args);
  }

  /** @returns null where it never was assigned, and for readers */
  private async find(
    { loaders, viewer }: GraphqlContext,
    kind: AssignableKind,
    object: StoryKey,
  ): Promise<AssignmentRow | null> {
    return includes(viewer.role, Role.CONTRIBUTOR) ? this.loaderOf(loaders, kind).load(object) : null;
  }

  private loaderOf(loaders: Loaders, kind: AssignableKind) {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.assignments.findByObjects(kind, keys);
      return inOrderOf(keys, rows, ({ storyId, objectId }) => nameOfKey({ storyId, id: objectId }), nameOfKey);
    };
    return loaders.get<StoryKey, AssignmentRow | null>(`assignment of ${kind}`, load, nameOfKey);
  }
}
