import { registerEnumType } from '@nestjs/graphql';

/** GraphQL's view of the domain's `ContradictionKind`. */
export enum ContradictionKindEnum {
  QUANTITY = 'QUANTITY',
  TIME = 'TIME',
  CATEGORY = 'CATEGORY',
  POLARITY = 'POLARITY',
  SCOPE = 'SCOPE',
  UPDATE = 'UPDATE',
  ARITHMETIC = 'ARITHMETIC',
  ORDER = 'ORDER',
  TEXT = 'TEXT',
}

registerEnumType(ContradictionKindEnum, {
  name: 'ContradictionKind',
  description: 'In what way claims do not fit.',
  valuesMap: {
    QUANTITY: { description: 'Figures that cannot both be right.' },
    TIME: { description: 'Dates or times that cannot both be right.' },
    CATEGORY: { description: 'Concepts that exclude each other, or compete.' },
    POLARITY: { description: 'One affirms what the other denies.' },
    SCOPE: { description: 'Figures that differ because they count different things.' },
    UPDATE: { description: 'A figure that grew with time.' },
    ARITHMETIC: { description: 'Figures whose sum does not come out.' },
    ORDER: { description: 'Times that cannot follow each other.' },
    TEXT: { description: 'Words that seem not to agree.' },
  },
});

/** GraphQL's view of the domain's `Strength`. */
export enum StrengthEnum {
  CONFLICT = 'CONFLICT',
  TENSION = 'TENSION',
  POSSIBLE = 'POSSIBLE',
}

registerEnumType(StrengthEnum, {
  name: 'Strength',
  description: 'How sure it is that claims do not fit.',
  valuesMap: {
    CONFLICT: { description: 'They cannot both hold.' },
    TENSION: { description: 'They differ and can be reconciled, or are only said with a hedge.' },
    POSSIBLE: { description: 'It needs a reader.' },
  },
});

export enum ContradictionStatus {
  OPEN = 'OPEN',
  IN_REVIEW = 'IN_REVIEW',
  RESOLVED = 'RESOLVED',
  DISMISSED = 'DISMISSED',
  LAPSED = 'LAPSED',
}

registerEnumType(ContradictionStatus, {
  name: 'ContradictionStatus',
  description: 'Where a contradiction stands.',
  valuesMap: {
    OPEN: { description: 'Nobody has decided.' },
    IN_REVIEW: { description: 'Somebody is at it.' },
    RESOLVED: { description: 'Decided, with an outcome and a note.' },
    DISMISSED: { description: 'Decided not to be a contradiction.' },
    LAPSED: { description: 'It no longer holds: a claim was withdrawn or changed, or the vocabulary was.' },
  },
});

export enum Outcome {
  CLAIM_WRONG = 'CLAIM_WRONG',
  ALL_WRONG = 'ALL_WRONG',
  SUPERSEDED = 'SUPERSEDED',
  DIFFERENT_SCOPE = 'DIFFERENT_SCOPE',
  DIFFERENT_MEANING = 'DIFFERENT_MEANING',
  BOTH_STAND = 'BOTH_STAND',
  NOT_A_CONFLICT = 'NOT_A_CONFLICT',
}

registerEnumType(Outcome, {
  name: 'Outcome',
  description: 'What was decided of a contradiction.',
  valuesMap: {
    CLAIM_WRONG: { description: 'The claims that are not upheld are wrong.' },
    ALL_WRONG: { description: 'None of the claims is right.' },
    SUPERSEDED: { description: 'A newer figure replaces an older one.' },
    DIFFERENT_SCOPE: { description: 'They count different things.' },
    DIFFERENT_MEANING: { description: 'They use the same word for different things.' },
    BOTH_STAND: { description: 'The sources disagree, and it cannot be decided.' },
    NOT_A_CONFLICT: { description: 'It is no contradiction: the same as dismissing it.' },
  },
});

export enum ContradictionOrderField {
  DETECTED_AT = 'DETECTED_AT',
  UPDATED_AT = 'UPDATED_AT',
}

registerEnumType(ContradictionOrderField, {
  name: 'ContradictionOrderField',
  description: 'What to order contradictions by.',
  valuesMap: {
    DETECTED_AT: { description: 'When it was first found.' },
    UPDATED_AT: { description: 'When it last changed.' },
  },
});
