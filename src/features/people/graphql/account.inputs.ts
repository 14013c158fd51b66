import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsEnum, IsOptional, MaxLength } from 'class-validator';
import { ForwardArgs } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { Role } from '../../auth/index.js';
import { IsAccountEmail, IsNewPassword, IsTypedSecret } from './account-rules.js';
import { AccountType } from './account.type.js';

const NAME = `Name to show, at most ${MAX_NAME} characters.`;
const PASSWORD = 'The new password: 15 to 128 characters, at least 5 of them different. Nothing else is prescribed.';

@ArgsType()
export class AccountListArgs extends ForwardArgs {
  @Field(() => String, { nullable: true, description: 'Only accounts whose name or e-mail address contains this.' })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly query?: string | null;
}

@InputType({ description: 'Somebody who is to have an account.' })
export class AccountInviteInput {
  @Field(() => String, { description: 'The e-mail address to sign in with; upper and lower case are the same.' })
  @IsAccountEmail()
  readonly email!: string;

  @Field(() => String, { description: `${NAME} Whoever accepts may change it.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => Role, { description: 'What they may do.' })
  @IsEnum(Role)
  readonly role!: Role;
}

@InputType({ description: 'An integration that is to have an account.' })
export class ServiceAccountCreateInput {
  @Field(() => String, { description: `${NAME} Everybody sees it on what the integration does.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => Role, { description: 'What it may do: no more than whoever answers for it.' })
  @IsEnum(Role)
  readonly role!: Role;

  @Field(() => ID, {
    description:
      'The account of the person who answers for it, and as whose work its own counts where two people have to look. It ' +
      'stays so. While that person is disabled its keys are refused; what they may no longer do it may no longer do.',
  })
  @IsGlobalId()
  readonly responsible!: string;
}

@InputType({ description: 'What to change of an account; what is absent stays.' })
export class AccountUpdateInput {
  @Field(() => String, { nullable: true, description: 'The e-mail address to sign in with.' })
  @IsOptional()
  @IsAccountEmail()
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: NAME })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name?: string | null;

  @Field(() => Role, { nullable: true, description: 'What its owner may do, and its keys at most.' })
  @IsOptional()
  @IsEnum(Role)
  readonly role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is disabled: then nobody signs in to it, its keys are refused and invitations to it end.',
  })
  @IsOptional()
  @IsBoolean()
  readonly disabled?: boolean | null;
}

@InputType({ description: 'What somebody changes of their own account.' })
export class ProfileUpdateInput {
  @Field(() => String, { description: `${NAME} Everybody sees it on what its owner does.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;
}

@InputType({ description: 'What makes an invitation an account.' })
export class InvitationAcceptInput {
  @Field(() => String, { description: 'The token that the administrator gave.' })
  @IsTypedSecret()
  readonly token!: string;

  @Field(() => String, { nullable: true, description: `${NAME} Absent: as in the invitation.` })
  @IsOptional()
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name?: string | null;

  @Field(() => String, { description: PASSWORD })
  @IsNewPassword()
  readonly password!: string;
}

@InputType({ description: 'A new password in the place of one that was lost.' })
export class PasswordResetInput {
  @Field(() => String, { description: 'The token that the administrator gave.' })
  @IsTypedSecret()
  readonly token!: string;

  @Field(() => String, { description: PASSWORD })
  @IsNewPassword()
  readonly password!: string;
}

@InputType({ description: 'A new password in the place of one that is known.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The present password.' })
  @IsTypedSecret()
  readonly current!: string;

  @Field(() => String, { description: PASSWORD })
  @IsNewPassword()
  readonly password!: string;
}

@InputType({ description: 'How the first administrator signs in.' })
export class SetUpInput {
  @Field(() => String, { description: 'The e-mail address to sign in with; upper and lower case are the same.' })
  @IsAccountEmail()
  readonly email!: string;

  @Field(() => String, { description: NAME })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => String, { description: PASSWORD })
  @IsNewPassword()
  readonly password!: string;
}

@ObjectType('AccountToken', {
  description: 'What lets somebody choose the password of an account, once, at the one moment when it can be shown.',
})
export class AccountTokenType {
  @Field(() => AccountType, { description: 'The account.' })
  readonly account!: AccountType;

  @Field(() => String, {
    description: 'The token, to be handed to the owner by a way that only they read. It is not stored.',
  })
  readonly token!: string;

  @Field(() => DateTimeScalar, { description: 'When it stops being good.' })
  readonly expiresAt!: Date;
}

@ObjectType({ description: 'Outcome of letting somebody choose a password.' })
export class AccountTokenPayload {
  @Field(() => AccountTokenType, { nullable: true, description: 'The token; null where the change was refused.' })
  readonly accountToken?: AccountTokenType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of changing an account.' })
export class AccountPayload {
  @Field(() => AccountType, { nullable: true, description: 'The account; null where the change was refused.' })
  readonly account?: AccountType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
