import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { acting, Allow, Role, SIGNED_IN, type Viewer } from '../auth/index.js';
import { toAccount } from './account.mapper.js';
import {
  AccountPayload,
  InvitationAcceptInput,
  PasswordChangeInput,
  PasswordResetInput,
  SetUpInput,
} from './graphql/account.inputs.js';
import { PasswordsService } from './passwords.service.js';

@Resolver()
export class PasswordsResolver {
  constructor(private readonly passwords: PasswordsService) {}

  @Allow(Role.READER)
  @Query(() => Boolean, { description: 'Whether nobody has a password yet, so that setUp is possible.' })
  setUpRequired(): Promise<boolean> {
    return this.passwords.isSetUpRequired();
  }

  @Allow(Role.ADMIN)
  @Mutation(() => AccountPayload, {
    description:
      "Gives whoever holds the first administrator's key an e-mail address and a password to sign in with. Possible " +
      'only while nobody has a password.',
  })
  async setUp(
    @Args('input', { description: 'What to sign in with.' }) input: SetUpInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.passwords.setUp(input, acting(viewer))) };
  }

  @Allow(Role.READER)
  @Mutation(() => AccountPayload, {
    description: 'Accepts an invitation by choosing a password. The token is good once; whoever has it needs no key.',
  })
  async invitationAccept(
    @Args('input', { description: 'The token and the password.' }) input: InvitationAcceptInput,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.passwords.accept(input)) };
  }

  @Allow(Role.READER)
  @Mutation(() => AccountPayload, {
    description: 'Chooses another password by a token of an administrator, which is good once; it needs no key.',
  })
  async passwordReset(
    @Args('input', { description: 'The token and the password.' }) input: PasswordResetInput,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.passwords.reset(input)) };
  }

  @Allow(SIGNED_IN)
  @Mutation(() => AccountPayload, { description: 'Changes the own password. It needs the present one.' })
  async passwordChange(
    @Args('input', { description: 'Both passwords.' }) input: PasswordChangeInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AccountPayload>> {
    return { account: toAccount(await this.passwords.change(input, acting(viewer))) };
  }
}
