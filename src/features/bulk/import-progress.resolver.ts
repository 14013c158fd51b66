import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { eventBatches, type EventBatch } from '../../graphql/subscriptions/event-batches.js';
import { Changes } from '../../platform/events/index.js';
import { Allow, Role, type GraphqlContext } from '../auth/index.js';
import { BulkImportsService } from './bulk-imports.service.js';
import { ImportProgressType } from './graphql/bulk-import.type.js';

@Resolver()
export class ImportProgressResolver {
  constructor(
    private readonly imports: BulkImportsService,
    private readonly changes: Changes,
  ) {}

  @Allow(Role.EDITOR)
  @Subscription(() => ImportProgressType, {
    description:
      'How far an import has come: at once, then whenever a few hundred lines have been written, until it has ended. An ' +
      'import that broke off is waited for, as it may go on.',
    resolve: (progress: ImportProgressType) => progress,
  })
  async importProgressed(
    @Args('id', { type: () => ID, description: 'The import.' }) globalId: string,
    @Context() context: GraphqlContext,
  ): Promise<AsyncIterableIterator<EventBatch>> {
    const { id } = requireIds('BulkImport', globalId, ['id']);
    const read = async ({ loaders }: GraphqlContext): Promise<ImportProgressType | null> => {
      const row = await this.imports.load(loaders, id);
      return row && { import: row, finished: row.finishedAt !== null };
    };
    if (!(await read(context))) throw notFound('BulkImport', ['id']);
    const changed = await this.changes.follow({ of: 'bulk_import', id });
    // The present state comes first, in the order of changes.
    changed.put([{ storyId: '', id }]);
    return eventBatches(changed, context, read, ({ finished }) => finished);
  }
}
