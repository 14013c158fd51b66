import { TWICE, type Refusal, type Scene } from './api-refusals.js';
import { inCitation, spoiltClaim } from './api-spoilt-claim.js';

/** A claim whose quote would stand, but for what is changed of it. */
const quoting = (quote: object): ((scene: Scene) => object) =>
  spoiltClaim({ quantity: '41' }, (input, { source }) => Object.assign(input.citations[0], { source, quote }));

/** Quotes that cannot stand. */
export const REFUSED_QUOTES: Refusal[] = [
  {
    what: 'a quote that is not in the text',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower never called.' }),
    code: 'QUOTE_NOT_FOUND',
    field: inCitation('quote.exact'),
    says: /does not occur in the text/,
  },
  {
    what: 'a quote that differs in one letter’s case',
    mutation: 'claimCreate',
    given: quoting({ exact: 'the tower called twice. Then' }),
    code: 'QUOTE_NOT_FOUND',
    field: inCitation('quote.exact'),
    says: /does not occur in the text/,
  },
  {
    what: 'an ambiguous quote',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower called twice.' }),
    code: 'QUOTE_AMBIGUOUS',
    field: inCitation('quote.exact'),
    says: /occurs 2 times\. Add the words before or after it, or its offset/,
    occurrences: [0, TWICE.lastIndexOf('The tower')],
  },
  {
    what: 'a quote with the wrong words before it',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower called twice.', prefix: 'no such words' }),
    code: 'QUOTE_NOT_FOUND',
    field: inCitation('quote.exact'),
    says: /not with the given words before and after it/,
    occurrences: [0, TWICE.lastIndexOf('The tower')],
  },
  {
    what: 'a quote at another start',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower called twice.', start: 3 }),
    code: 'QUOTE_NOT_AT_START',
    field: inCitation('quote.start'),
    says: /not at offset 3/,
    occurrences: [0, TWICE.lastIndexOf('The tower')],
  },
  {
    what: 'a negative start',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower called twice.', start: -1 }),
    code: 'INVALID_INPUT',
    field: inCitation('quote.start'),
    says: /must be from 0/,
  },
  {
    what: 'a blank quote',
    mutation: 'claimCreate',
    given: quoting({ exact: ' \n ' }),
    code: 'QUOTE_EMPTY',
    field: inCitation('quote.exact'),
    says: /empty/,
  },
  {
    what: 'half an emoji',
    mutation: 'claimCreate',
    given: quoting({ exact: '\ud83d' }),
    code: 'QUOTE_NOT_FOUND',
    field: inCitation('quote.exact'),
    says: /does not occur/,
  },
  {
    what: 'a quote with a null character',
    mutation: 'claimCreate',
    given: quoting({ exact: 'The tower\0 called twice.' }),
    code: 'QUOTE_NOT_FOUND',
    field: inCitation('quote.exact'),
    says: /does not occur/,
  },
  {
    what: 'an over-long quote',
    mutation: 'claimCreate',
    given: quoting({ exact: 'x'.repeat(5_001) }),
    code: 'TOO_LONG',
    field: inCitation('quote.exact'),
    says: /5000/,
  },
  {
    what: 'a second citation whose quote is not there',
    mutation: 'claimCreate',
    given: spoiltClaim({ quantity: '41' }, (input, { world }) =>
      input.citations.push(world.citationOf({ quote: 'Nowhere.' })),
    ),
    code: 'QUOTE_NOT_FOUND',
    field: 'input.citations.1.quote.exact',
    says: /does not occur/,
  },
];
