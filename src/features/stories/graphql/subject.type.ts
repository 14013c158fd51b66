import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { UrlScalar } from '../../../graphql/scalars/index.js';

export enum SubjectKind {
  EVENT = 'EVENT',
  PERSON = 'PERSON',
  ORGANISATION = 'ORGANISATION',
  PLACE = 'PLACE',
  OBJECT = 'OBJECT',
  RELATION = 'RELATION',
}

registerEnumType(SubjectKind, {
  name: 'SubjectKind',
  description: 'What kind of thing claims speak of.',
  valuesMap: {
    EVENT: { description: 'Something that happened: a crash, a phone call.' },
    PERSON: { description: 'One human being.' },
    ORGANISATION: { description: 'A body with members or staff.' },
    PLACE: { description: 'Somewhere.' },
    OBJECT: { description: 'A thing: an aircraft, a weapon, a document.' },
    RELATION: { description: 'What holds between two others: an alliance, a debt.' },
  },
});

@ObjectType('Subject', {
  implements: () => [Node],
  description: 'The entity or event that a claim speaks of: the crash, the phone call, a person, an aircraft.',
})
export class SubjectType extends Node {
  readonly __typename!: 'Subject';
  readonly localId!: string;
  readonly storyId!: string;

  @Field(() => SubjectKind, { description: 'What kind of thing it is.' })
  readonly kind!: SubjectKind;

  @Field(() => String, { description: 'Name to show.' })
  readonly label!: string;

  @Field(() => [String], { description: 'Other names under which sources speak of it.' })
  readonly aliases!: string[];

  @Field(() => [UrlScalar], { description: 'Addresses of the same thing elsewhere: Wikidata and the like.' })
  readonly sameAs!: string[];
}

export const SubjectConnection = Connection<SubjectType>(() => SubjectType, 'Subject');
