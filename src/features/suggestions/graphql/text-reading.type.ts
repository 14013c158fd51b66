import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimSuggestionType } from './suggestion.type.js';

export enum ModelReadingStatus {
  READING = 'READING',
  READ = 'READ',
  PARTIAL = 'PARTIAL',
  FAILED = 'FAILED',
}

registerEnumType(ModelReadingStatus, {
  name: 'ModelReadingStatus',
  description: 'How far a language model is with a text.',
  valuesMap: {
    READING: { description: 'It is being read. What the grammar found is there already.' },
    READ: { description: 'It has been read.' },
    PARTIAL: { description: 'Some of it has been read: the problem says why not all.' },
    FAILED: { description: 'None of it has been read: the problem says why.' },
  },
});

export enum ModelProblem {
  UNREACHABLE = 'UNREACHABLE',
  TOO_SLOW = 'TOO_SLOW',
  OVERLOADED = 'OVERLOADED',
  REFUSED = 'REFUSED',
  BAD_ANSWER = 'BAD_ANSWER',
  TEXT_TOO_LONG = 'TEXT_TOO_LONG',
  STOPPED = 'STOPPED',
}

registerEnumType(ModelProblem, {
  name: 'ModelProblem',
  description: 'Why a language model has not read all of a text.',
  valuesMap: {
    UNREACHABLE: { description: 'No connection to its server.' },
    TOO_SLOW: { description: 'It did not answer in time.' },
    OVERLOADED: { description: 'Its server has too much to do or is out of order, or too many wait for it here.' },
    REFUSED: { description: 'Its server refused: the key, the model’s name or the address is wrong.' },
    BAD_ANSWER: { description: 'It answered in another form than it was asked for.' },
    TEXT_TOO_LONG: { description: 'The text is longer than what is sent of one text.' },
    STOPPED: { description: 'The service was stopped.' },
  },
});

@ObjectType('ModelReading', {
  description:
    'How far the language model is that the operator has set. The grammar reads every text, whatever becomes of it.',
})
export class ModelReadingType {
  @Field(() => String, { description: 'The name by which the model is served.' })
  readonly model!: string;

  @Field(() => ModelReadingStatus, { description: 'How far it is.' })
  readonly status!: ModelReadingStatus;

  @Field(() => ModelProblem, { nullable: true, description: 'Why it has not read all of the text.' })
  readonly problem!: ModelProblem | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'From when it is asked again, when somebody looks; null where it is not.',
  })
  readonly retryAt!: Date | null;
}

@ObjectType('TextReading', { description: 'What a text claims. It is not stored.' })
export class TextReadingType {
  @Field(() => [ClaimSuggestionType], { description: 'In the order of the text.' })
  readonly suggestions!: readonly ClaimSuggestionType[];

  @Field(() => ModelReadingType, {
    nullable: true,
    description:
      'How far the language model got; null where none is set, or it was not asked, as it is not for readers.',
  })
  readonly modelReading!: ModelReadingType | null;
}
