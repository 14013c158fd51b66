import { Args, Query, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { Allow, Role } from '../auth/index.js';
import { ReexaminationConnection, type ReexaminationType } from './graphql/reexamination.type.js';
import { ReexaminationsService } from './reexaminations.service.js';

@Resolver()
export class ReexaminationsResolver {
  constructor(private readonly service: ReexaminationsService) {}

  @Allow(Role.READER)
  @Query(() => ReexaminationConnection, {
    description: 'What changes of the vocabulary have had examined again, newest first.',
  })
  reexaminations(@Args() args: ForwardArgs): Promise<ConnectionOf<ReexaminationType>> {
    return this.service.list(args);
  }
}
