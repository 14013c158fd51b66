import { registerEnumType } from '@nestjs/graphql';

/** Which way a list is ordered. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}

registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Which way a list is ordered.',
  valuesMap: {
    ASC: { description: 'Least, first or oldest first.' },
    DESC: { description: 'Greatest, last or newest first.' },
  },
});
