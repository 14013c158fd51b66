import { Args, Query, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { Allow, Role, type UserType } from '../auth/index.js';
import { ColleaguesService } from './colleagues.service.js';
import { ColleagueListArgs, UserConnection } from './graphql/colleague.args.js';

@Resolver()
export class ColleaguesResolver {
  constructor(private readonly colleagues: ColleaguesService) {}

  @Allow(Role.CONTRIBUTOR)
  @Query(() => UserConnection, {
    description:
      'People to whom something can be assigned and who can be mentioned, by name: those with the role CONTRIBUTOR or ' +
      'above whose account is not disabled.',
  })
  people(@Args() args: ColleagueListArgs): Promise<ConnectionOf<UserType>> {
    return this.colleagues.list(args.query ?? null, args);
  }
}
