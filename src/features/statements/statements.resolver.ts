import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Role } from '../auth/index.js';
import { CompareStatementsArgs } from './graphql/comparison.args.js';
import { ComparisonType } from './graphql/comparison.types.js';
import { StatementsService } from './statements.service.js';

@Resolver()
export class StatementsResolver {
  constructor(private readonly service: StatementsService) {}

  @Allow(Role.READER)
  @Query(() => ComparisonType, {
    description:
      'How two statements in English relate, by their words, figures, dates and denials. Stateless: nothing is stored. What cannot be read is UNRELATED, or a contradiction that is only POSSIBLE.',
    complexity: 200,
  })
  compareStatements(@Args() args: CompareStatementsArgs): Promise<ComparisonType> {
    return this.service.compare(args);
  }
}
