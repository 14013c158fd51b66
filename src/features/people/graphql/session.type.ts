import { Field, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';

@ObjectType('Session', {
  implements: () => [Node],
  description: 'A browser in which somebody is signed in. Only they and administrators see it.',
})
export class SessionType extends Node {
  readonly __typename!: 'Session';
  readonly localId!: string;

  @Field(() => String, { nullable: true, description: 'What the browser said it is; null where it did not.' })
  readonly userAgent!: string | null;

  @Field(() => String, { description: 'The IP address that it was signed in from.' })
  readonly address!: string;

  @Field(() => DateTimeScalar, { description: 'When it was signed in.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' })
  readonly lastUsedAt!: Date;

  @Field(() => DateTimeScalar, {
    description: 'When it is over, however much it is used; after twelve hours without use it is over sooner.',
  })
  readonly expiresAt!: Date;
}

@ObjectType({ description: 'Outcome of ending a session.' })
export class SessionPayload {
  @Field(() => SessionType, { nullable: true, description: 'The session that ended; null where it was refused.' })
  readonly session?: SessionType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}

export const SessionConnection = Connection<SessionType>(() => SessionType, 'Session');
