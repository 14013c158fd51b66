import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { Role } from '../../auth/index.js';

/** Who acts by an account. */
export enum AccountKind {
  PERSON = 'PERSON',
  SERVICE = 'SERVICE',
}

registerEnumType(AccountKind, {
  name: 'AccountKind',
  description: 'Who acts by an account.',
  valuesMap: {
    PERSON: { description: 'Somebody who signs in, or acts by keys of their own.' },
    SERVICE: { description: 'An integration, which nobody signs in to: it has keys only. Or the service itself.' },
  },
});

/** Whether somebody can act by an account. */
export enum AccountStatus {
  ACTIVE = 'ACTIVE',
  INVITED = 'INVITED',
  SUSPENDED = 'SUSPENDED',
  DISABLED = 'DISABLED',
}

registerEnumType(AccountStatus, {
  name: 'AccountStatus',
  description: 'Whether somebody can act by an account.',
  valuesMap: {
    ACTIVE: { description: 'It can be signed in to, or acts by keys alone.' },
    INVITED: { description: 'Its owner was invited and has yet to choose a password or to sign in otherwise.' },
    SUSPENDED: { description: 'Whoever answers for it is disabled, so that its keys are refused.' },
    DISABLED: { description: 'It can neither be signed in to nor act by its keys. What it did stays.' },
  },
});

@ObjectType('Account', {
  implements: () => [Node],
  description:
    'What an actor has here beside a name: only its owner, whoever answers for it, and administrators see it.',
})
export class AccountType extends Node {
  readonly __typename!: 'Account';
  readonly localId!: string;
  readonly responsibleId!: string | null;

  @Field(() => AccountKind, { description: 'Who acts by it.' })
  readonly kind!: AccountKind;

  @Field(() => String, {
    nullable: true,
    description: 'The address that its owner signs in with, in lower case; null where nobody signs in.',
  })
  readonly email!: string | null;

  @Field(() => String, { description: 'Name to show.' })
  readonly name!: string;

  @Field(() => Role, { description: 'What its owner may do at most.' })
  readonly role!: Role;

  @Field(() => AccountStatus, { description: 'Whether somebody can act by it.' })
  readonly status!: AccountStatus;

  @Field(() => Boolean, { description: 'Whether its owner has a password.' })
  readonly hasPassword!: boolean;

  @Field(() => Boolean, { description: 'Whether its owner has signed in by single sign-on, and so may again.' })
  readonly hasSingleSignOn!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is disabled; null where it is not.' })
  readonly disabledAt!: Date | null;

  @Field(() => Int, { description: 'Counts its changes: what a change of it says that it was made from.' })
  readonly version!: number;
}

export const AccountConnection = Connection<AccountType>(() => AccountType, 'Account');
