import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's view of the domain's `Relation`. */
export enum RelationEnum {
  EQUIVALENT = 'EQUIVALENT',
  REFINES = 'REFINES',
  GENERALISES = 'GENERALISES',
  COMPATIBLE = 'COMPATIBLE',
  CONTRADICTS = 'CONTRADICTS',
  UNRELATED = 'UNRELATED',
}

registerEnumType(RelationEnum, {
  name: 'Relation',
  description: 'How one statement relates to another.',
  valuesMap: {
    EQUIVALENT: { description: 'Both say the same.' },
    REFINES: { description: 'The first says all that the second says, and more.' },
    GENERALISES: { description: 'The second says all that the first says, and more.' },
    COMPATIBLE: { description: 'They speak of the same, and neither follows from the other.' },
    CONTRADICTS: { description: 'They do not, or seem not to, hold together.' },
    UNRELATED: { description: 'They share too little to be compared.' },
  },
});
