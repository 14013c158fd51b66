import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEnum, IsOptional, MaxLength } from 'class-validator';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { DateTimeScalar, IsRfc3339 } from '../../../graphql/scalars/index.js';
import { IsGlobalId, IsWords, MAX_NAME } from '../../../graphql/validation/words.js';
import { Role } from '../../auth/index.js';
import { ApiKeyType } from './api-key.type.js';

@InputType({ description: 'A new API key.' })
export class ApiKeyCreateInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'The account that it is for, where that is not the own: a service account, for whoever answers for it or administers.',
  })
  @IsOptional()
  @IsGlobalId()
  readonly account?: string | null;

  @Field(() => String, { description: `What it is for, at most ${MAX_NAME} characters.` })
  @IsWords()
  @MaxLength(MAX_NAME)
  readonly name!: string;

  @Field(() => Role, { description: 'What it may do: no more than its maker, nor than its account.' })
  @IsEnum(Role)
  readonly role!: Role;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it stops being good; absent for never. A key that is made with a key that expires may not outlive it.',
  })
  @IsOptional()
  @IsRfc3339()
  readonly expiresAt?: string | null;
}

@ObjectType('NewApiKey', { description: 'An API key at the one moment when its secret can be shown.' })
export class NewApiKeyType {
  @Field(() => ApiKeyType, { description: 'The key.' })
  readonly apiKey!: ApiKeyType;

  @Field(() => String, {
    description: 'What to send as "Authorization: Bearer <secret>". It is not stored and cannot be shown again.',
  })
  readonly secret!: string;
}

@ObjectType({ description: 'Outcome of making an API key.' })
export class NewApiKeyPayload {
  @Field(() => NewApiKeyType, { nullable: true, description: 'The key with its secret; null where it was refused.' })
  readonly newApiKey?: NewApiKeyType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

@ObjectType({ description: 'Outcome of changing an API key.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key; null where the change was refused.' })
  readonly apiKey?: ApiKeyType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
