import { Field, ObjectType } from '@nestjs/graphql';
import { Role } from '../role.js';
import { Actor } from './actor.type.js';

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => Role, { description: 'What the asker may do; READER for anonymous callers.' })
  readonly role!: Role;

  @Field(() => Actor, { nullable: true, description: 'The account that asks; null for anonymous callers.' })
  readonly actor!: Actor | null;
}
