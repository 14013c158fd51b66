import { registerEnumType } from '@nestjs/graphql';

export enum SuggestionStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
}

registerEnumType(SuggestionStatus, {
  name: 'SuggestionStatus',
  description: 'What has become of a suggestion.',
  valuesMap: {
    PENDING: { description: 'It waits for a person to decide.' },
    ACCEPTED: { description: 'A claim was made of it.' },
    REJECTED: { description: 'It was refused; it is not suggested again.' },
  },
});

export enum SuggestionReader {
  GRAMMAR = 'GRAMMAR',
  MODEL = 'MODEL',
}

registerEnumType(SuggestionReader, {
  name: 'SuggestionReader',
  description: 'What read a suggestion from the text.',
  valuesMap: {
    GRAMMAR: { description: 'The grammar, with the words that vocabulary packs give: the same text gives the same.' },
    MODEL: { description: 'The language model that the operator has set; its quotes were found in the text.' },
  },
});

/** The parts of a suggestion that a person can correct. */
export enum SuggestionPart {
  PROPERTY = 'PROPERTY',
  POLARITY = 'POLARITY',
  VALUE = 'VALUE',
  SCOPE = 'SCOPE',
  CERTAINTY = 'CERTAINTY',
  CLAIMANT = 'CLAIMANT',
  SAID_ON = 'SAID_ON',
  QUOTE = 'QUOTE',
}

registerEnumType(SuggestionPart, {
  name: 'SuggestionPart',
  description: 'A part of a suggestion that can be corrected when it is accepted.',
  valuesMap: {
    PROPERTY: { description: 'What is said of the subject.' },
    POLARITY: { description: 'Whether it is so or is not so.' },
    VALUE: { description: 'What it says.' },
    SCOPE: { description: 'What it is narrowed to.' },
    CERTAINTY: { description: 'How sure whoever says it is.' },
    CLAIMANT: { description: 'Who is quoted.' },
    SAID_ON: { description: 'When it was said.' },
    QUOTE: { description: 'The words that make it.' },
  },
});
