import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's view of the domain's `Datatype`. */
export enum DatatypeEnum {
  QUANTITY = 'QUANTITY',
  TIME = 'TIME',
  CONCEPT = 'CONCEPT',
  BOOLEAN = 'BOOLEAN',
  TEXT = 'TEXT',
}

registerEnumType(DatatypeEnum, {
  name: 'Datatype',
  description: 'What kind of value a property takes. A claim of any property may also say that the value is not known.',
  valuesMap: {
    QUANTITY: { description: 'A number or a range of numbers, with a unit.' },
    TIME: { description: 'A date or time in Extended Date/Time Format.' },
    CONCEPT: { description: 'A concept of a scheme: a cause, a place.' },
    BOOLEAN: { description: 'Yes or no.' },
    TEXT: { description: 'Words, which are not compared.' },
  },
});

/** GraphQL's view of the domain's `Accrual`. */
export enum AccrualEnum {
  FIXED = 'FIXED',
  CUMULATIVE = 'CUMULATIVE',
  VARYING = 'VARYING',
}

registerEnumType(AccrualEnum, {
  name: 'Accrual',
  description: "How a property's true value may change with time.",
  valuesMap: {
    FIXED: { description: 'Never.' },
    CUMULATIVE: { description: 'Only upwards: a toll that can only grow.' },
    VARYING: { description: 'Freely: the number of people still in hospital.' },
  },
});
