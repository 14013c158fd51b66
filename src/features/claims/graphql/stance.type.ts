import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { STANCE_CHANGES } from '../../../domain/stances/stance-change.js';
import { Connection, ForwardArgs } from '../../../graphql/connections/index.js';
import { EdtfScalar } from '../../../graphql/scalars/index.js';
import { IsGlobalId } from '../../../graphql/validation/words.js';
import { CitationType } from './citation.type.js';
import { ClaimType } from './claim.type.js';

/** GraphQL's view of the domain's `StanceChange`. */
export enum StanceChangeEnum {
  NEW = 'NEW',
  REPEATED = 'REPEATED',
  REFINED = 'REFINED',
  BROADENED = 'BROADENED',
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  REVERSED = 'REVERSED',
}

StanceChangeEnum satisfies Record<(typeof STANCE_CHANGES)[number], string>;

registerEnumType(StanceChangeEnum, {
  name: 'StanceChange',
  description: 'How a stance relates to what the agent said last before on the same question, in the same scope.',
  valuesMap: {
    NEW: { description: 'Nothing is known to have been said before.' },
    REPEATED: { description: 'The same.' },
    REFINED: { description: 'More precise, or an answer where there was none.' },
    BROADENED: { description: 'Less precise.' },
    ADDED: { description: 'Something else that stands beside it.' },
    CHANGED: { description: 'A change of position: an answer that excludes the one before or competes with it.' },
    REVERSED: { description: 'A change of position: a denial of what was said, or the saying of what was denied.' },
  },
});

@ObjectType('Stance', { description: 'What an agent, or a part of it, said once on a question.' })
export class StanceType {
  readonly speakerId!: string;
  readonly at!: Date;
  readonly previousId!: string | null;

  @Field(() => CitationType, { description: 'Where it is said, with the words.' })
  readonly citation!: CitationType;

  @Field(() => ClaimType, { description: 'What is said.' })
  readonly claim!: ClaimType;

  @Field(() => EdtfScalar, { nullable: true, description: 'When it was said; null where nobody knows.' })
  readonly saidOn!: string | null;

  @Field(() => StanceChangeEnum, {
    description: 'What is new in it. CHANGED and REVERSED are changes of position.',
  })
  readonly change!: StanceChangeEnum;
}

export const StanceConnection = Connection<StanceType>(() => StanceType, 'Stance');

@ArgsType()
export class StanceArgs extends ForwardArgs {
  @Field(() => ID, { description: 'The story.' })
  @IsGlobalId()
  readonly story!: string;
}

@ObjectType('QuestionVoice', {
  description:
    'An agent as a whole that speaks on a question: itself and its parts, but for members of a group of people, who speak for themselves.',
})
export class QuestionVoiceType {
  readonly storyId!: string;
  readonly questionId!: string;
  readonly agentId!: string;
  readonly at!: Date;

  @Field(() => Int, { description: 'How many of it and of its parts speak on the question.' })
  readonly speakers!: number;
}

export const QuestionVoiceConnection = Connection<QuestionVoiceType>(() => QuestionVoiceType, 'QuestionVoice');
