import { Field, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { Role } from '../../auth/index.js';

@ObjectType('ApiKey', {
  implements: () => [Node],
  description:
    'What a program signs in with. Its owner and administrators see it; its secret is shown only when it is made.',
})
export class ApiKeyType extends Node {
  readonly __typename!: 'ApiKey';
  readonly localId!: string;
  readonly accountId!: string;

  @Field(() => String, { description: 'What it is for.' })
  readonly name!: string;

  @Field(() => Role, { description: 'What it may do at most; less where its owner may do less.' })
  readonly role!: Role;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it stops being good; null where it does not.' })
  readonly expiresAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was revoked; null where it was not.' })
  readonly revokedAt!: Date | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was last used, to the minute; null where it never was.',
  })
  readonly lastUsedAt!: Date | null;
}

export const ApiKeyConnection = Connection<ApiKeyType>(() => ApiKeyType, 'ApiKey');
