import { Query, Resolver } from '@nestjs/graphql';
import { Config } from '../../platform/config/config.js';
import { Allow, Role } from '../auth/index.js';
import { SignInOptionsType } from './graphql/sign-in-options.type.js';
import { SINGLE_SIGN_ON_PATH } from './path.js';

@Resolver()
export class SingleSignOnResolver {
  constructor(private readonly config: Config) {}

  @Allow(Role.READER)
  @Query(() => SignInOptionsType, { description: 'How people can sign in, for the page on which they do.' })
  signInOptions(): SignInOptionsType {
    const { singleSignOn } = this.config;
    return { singleSignOn: singleSignOn ? { name: singleSignOn.name, path: SINGLE_SIGN_ON_PATH } : null };
  }
}
