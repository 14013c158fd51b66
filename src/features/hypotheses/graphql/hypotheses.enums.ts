import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's view of the domain's `Consistency`. */
export enum ConsistencyEnum {
  VERY_CONSISTENT = 'VERY_CONSISTENT',
  CONSISTENT = 'CONSISTENT',
  NEUTRAL = 'NEUTRAL',
  INCONSISTENT = 'INCONSISTENT',
  VERY_INCONSISTENT = 'VERY_INCONSISTENT',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}

registerEnumType(ConsistencyEnum, {
  name: 'Consistency',
  description: 'How evidence fits a hypothesis: would one expect to see it, were the hypothesis true?',
  valuesMap: {
    VERY_CONSISTENT: { description: 'It is just what one would expect.' },
    CONSISTENT: { description: 'One would expect it.' },
    NEUTRAL: { description: 'It can be read either way.' },
    INCONSISTENT: { description: 'One would not expect it.' },
    VERY_INCONSISTENT: { description: 'It all but rules the hypothesis out.' },
    NOT_APPLICABLE: { description: 'It has nothing to say about the hypothesis.' },
  },
});
