import { graphql, type ResultOf } from '../../graphql/graphql';
import { REFUSAL } from '../../graphql/useAct';

export const ACCEPT = graphql(
  `
    mutation AcceptSuggestion($id: ID!, $expectedVersion: Int, $input: SuggestionAcceptInput!) {
      suggestionAccept(id: $id, expectedVersion: $expectedVersion, input: $input) {
        alreadyExisted
        claim {
          id
          statement
          status
          polarity
          rank
          contradictions(first: 10) {
            nodes {
              id
              status
              strength
            }
          }
        }
        contradictions {
          id
          kind
          strength
          status
          explanation
          members {
            id
            statement
            citations(first: 3) {
              nodes {
                id
                quote {
                  exact
                }
                claimant {
                  id
                  name
                }
                source {
                  id
                  title
                  publisher {
                    id
                    name
                  }
                }
              }
            }
          }
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);

export const REJECT = graphql(
  `
    mutation RejectSuggestion($id: ID!, $expectedVersion: Int) {
      suggestionReject(id: $id, expectedVersion: $expectedVersion) {
        suggestion {
          id
          version
          status
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);

/** What an accepted suggestion came to. */
export type Accepted = ResultOf<typeof ACCEPT>['suggestionAccept'];
/** A contradiction that it raised. */
export type RaisedContradiction = Accepted['contradictions'][number];
