import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node, type NodeType } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';

export enum ReexaminationState {
  WAITING = 'WAITING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
}

registerEnumType(ReexaminationState, {
  name: 'ReexaminationState',
  description: 'How far a re-examination has come.',
  valuesMap: {
    WAITING: { description: 'Nothing has been examined yet.' },
    RUNNING: { description: 'Some of it has been examined.' },
    DONE: { description: 'All of it has been examined.' },
    FAILED: { description: 'All of it has been examined but some subjects, which were given up.' },
  },
});

@ObjectType('Reexamination', {
  implements: () => [Node],
  description:
    'What a change of the vocabulary or a new name of an agent touched is examined again in the background, a subject at ' +
    'a time. What is written meanwhile is examined by what is new at once.',
})
export class ReexaminationType extends Node {
  readonly __typename!: 'Reexamination';
  readonly localId!: string;
  readonly object!: { readonly type: NodeType; readonly id: string };

  @Field(() => String, { description: 'The mutation that asked for it, for example conceptUpdate.' })
  readonly cause!: string;

  @Field(() => ReexaminationState, { description: 'How far it has come.' })
  readonly state!: ReexaminationState;

  @Field(() => Int, { description: 'How many subjects the change touched.' })
  readonly total!: number;

  @Field(() => Int, { description: 'How many of them have been examined.' })
  readonly done!: number;

  @Field(() => Int, {
    description: 'How many of them were given up after several attempts; `npm run recheck` mends them.',
  })
  readonly failed!: number;

  @Field(() => Int, { description: 'How many contradictions it raised, or raised again.' })
  readonly raised!: number;

  @Field(() => Int, { description: 'How many contradictions it found without ground.' })
  readonly lapsed!: number;

  @Field(() => Int, { description: 'How many contradictions it gave another kind, strength, rule or explanation.' })
  readonly changed!: number;

  @Field(() => DateTimeScalar, { description: 'When the vocabulary was changed.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the first subject was examined.' })
  readonly startedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the last subject was examined.' })
  readonly finishedAt!: Date | null;
}

export const ReexaminationConnection = Connection<ReexaminationType>(() => ReexaminationType, 'Reexamination');
