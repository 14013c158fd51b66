import { graphql, type ResultOf } from '../../graphql/graphql';
import { REFUSAL } from '../../graphql/useAct';

/** What changes by a decision. */
const STANDING = graphql(`
  fragment Standing on Contradiction {
    id
    version
    status
    newEvidenceSince
    updatedAt
    resolution {
      outcome
      note
      at
      by {
        id
        name
      }
      upheld {
        id
      }
    }
    members {
      id
      rank
    }
    revisions(first: 100) {
      nodes {
        id
        version
        createdAt
        reason
        actor {
          id
          name
        }
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export const CONTRADICTION = graphql(
  `
    query ContradictionRead($id: ID!) {
      contradiction(id: $id) {
        ...Standing
        kind
        strength
        rule
        explanation
        detectedAt
        story {
          id
          title
        }
        members {
          id
          statement
          status
          rank
          corroboration {
            citations
            sources
            independentOrigins
          }
          citations(first: 10) {
            totalCount
            nodes {
              id
              certainty
              saidOn
              quote {
                exact
                prefix
                suffix
              }
              claimant {
                id
                name
              }
              source {
                id
                title
                publishedAt
                publisher {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  `,
  [STANDING],
);

export type ContradictionRead = NonNullable<ResultOf<typeof CONTRADICTION>['contradiction']>;
export type Member = ContradictionRead['members'][number];
export type MemberCitation = Member['citations']['nodes'][number];

/** The text that a quote stands in. It can be long, so that it is read for the quotes that show. */
export const PASSAGE = graphql(`
  query CitationPassage($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Citation {
        quote {
          exact
          start
          end
        }
        snapshot {
          id
          text
        }
      }
    }
  }
`);

export const TAKE = graphql(
  `
    mutation TakeContradiction($id: ID!, $expectedVersion: Int!) {
      contradictionTake(id: $id, expectedVersion: $expectedVersion) {
        contradiction {
          ...Standing
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [STANDING, REFUSAL],
);

export const RELEASE = graphql(
  `
    mutation ReleaseContradiction($id: ID!, $expectedVersion: Int!) {
      contradictionRelease(id: $id, expectedVersion: $expectedVersion) {
        contradiction {
          ...Standing
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [STANDING, REFUSAL],
);

export const RESOLVE = graphql(
  `
    mutation ResolveContradiction($id: ID!, $expectedVersion: Int!, $input: ContradictionResolveInput!) {
      contradictionResolve(id: $id, expectedVersion: $expectedVersion, input: $input) {
        contradiction {
          ...Standing
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [STANDING, REFUSAL],
);

export const REOPEN = graphql(
  `
    mutation ReopenContradiction($id: ID!, $expectedVersion: Int!, $reason: String!) {
      contradictionReopen(id: $id, expectedVersion: $expectedVersion, reason: $reason) {
        contradiction {
          ...Standing
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [STANDING, REFUSAL],
);

export const CONFIRM = graphql(
  `
    mutation ConfirmContradiction($id: ID!, $expectedVersion: Int!, $reason: String!) {
      contradictionConfirm(id: $id, expectedVersion: $expectedVersion, reason: $reason) {
        contradiction {
          ...Standing
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [STANDING, REFUSAL],
);
