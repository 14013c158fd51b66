import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { Actor, ActorLoader, Allow, Role, type GraphqlContext } from '../auth/index.js';
import { BulkImportsService } from './bulk-imports.service.js';
import {
  BulkImportConnection,
  BulkImportErrorConnection,
  BulkImportType,
  type BulkImportErrorType,
} from './graphql/bulk-import.type.js';

@Resolver(() => BulkImportType)
export class BulkImportsResolver {
  constructor(
    private readonly service: BulkImportsService,
    private readonly actors: ActorLoader,
  ) {}

  @Allow(Role.EDITOR)
  @Query(() => BulkImportConnection, { description: 'Imports of many lines, newest first.' })
  bulkImports(@Args() args: ForwardArgs): Promise<ConnectionOf<BulkImportType>> {
    return this.service.list(args);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who imports.' })
  actor({ accountId }: BulkImportType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, accountId);
  }

  @ResolveField(() => BulkImportErrorConnection, {
    description: 'What is wrong with its lines, by line; of the first 1,000 lines that cannot stand.',
  })
  @FieldArgs(ForwardArgs)
  errors(
    { localId }: BulkImportType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<BulkImportErrorType>> {
    return this.service.listErrors(loaders, localId, args);
  }
}
