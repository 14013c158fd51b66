import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimType } from '../../claims/index.js';
import { ContradictionType } from '../../contradictions/index.js';
import { SourceType } from '../../sources/index.js';

@ObjectType('Comment', {
  implements: () => [Node],
  description: 'What somebody says of a claim, a contradiction or a source to those who work on it. Readers see none.',
})
export class CommentType extends Node {
  readonly __typename!: 'Comment';
  readonly localId!: string;
  readonly storyId!: string;
  readonly claimId!: string | null;
  readonly contradictionId!: string | null;
  readonly sourceId!: string | null;
  readonly authorId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The words, as they were written: plain text, in which `@[id of a User]` mentions somebody. Nothing else in it means ' +
      'anything: show it as text. Null once it was removed.',
  })
  readonly body!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its author last changed it; null where never.' })
  readonly editedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was removed; null where it stands.' })
  readonly removedAt!: Date | null;

  @Field(() => Int, { description: 'Goes up with every change; a change names the version it was made from.' })
  readonly version!: number;
}

export const CommentConnection = Connection<CommentType>(() => CommentType, 'Comment');

/** What comments are on. */
export type CommentSubject = ClaimType | ContradictionType | SourceType;

export const CommentSubjectUnion = createUnionType({
  name: 'CommentSubject',
  description: 'What can be commented on.',
  types: () => [ClaimType, ContradictionType, SourceType] as const,
  resolveType: ({ __typename }: CommentSubject) => __typename,
});

@ObjectType({ description: 'Outcome of a change of a comment.' })
export class CommentPayload {
  @Field(() => CommentType, { nullable: true, description: 'The comment; null where the change was refused.' })
  readonly comment?: CommentType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
