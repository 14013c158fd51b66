import { graphql } from '../../graphql/graphql';

export const READER_SOURCE = graphql(`
  query ReaderSource($id: ID!) {
    source(id: $id) {
      id
      title
      kind
      language
      publishedAt
      url
      status
      statusReason
      publisher {
        id
        name
      }
      story {
        id
        slug
        title
      }
      snapshot {
        id
        text
      }
    }
  }
`);

const NOTED_CLAIM = graphql(`
  fragment NotedClaim on Claim {
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
`);

export const READER_CITATIONS = graphql(
  `
    query ReaderCitations($id: ID!, $after: String) {
      source(id: $id) {
        id
        citations(first: 100, after: $after) {
          nodes {
            id
            certainty
            saidOn
            anchor
            currentPosition {
              start
              end
            }
            quote {
              exact
            }
            claimant {
              id
              name
            }
            claim {
              ...NotedClaim
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [NOTED_CLAIM],
);

const SUGGESTED = graphql(
  `
    fragment Suggested on ClaimSuggestion {
      id
      version
      status
      statement
      polarity
      certainty
      claimantName
      saidOn
      confidence
      reader
      reason
      quote {
        exact
        start
        end
      }
      property {
        id
        key
        label
        datatype
      }
      scope {
        dimension
        concept {
          id
          prefLabel
        }
      }
      unlistedScope {
        dimension
        text
      }
      value {
        __typename
        ... on QuantityValue {
          text
        }
        ... on TimeValue {
          text
        }
        ... on ConceptValue {
          text
        }
        ... on BooleanValue {
          text
        }
        ... on TextValue {
          text
        }
        ... on UnknownValue {
          text
        }
        ... on UnlistedConceptValue {
          text
        }
      }
      claim {
        ...NotedClaim
      }
    }
  `,
  [NOTED_CLAIM],
);

export const READER_SUGGESTIONS = graphql(
  `
    query ReaderSuggestions($id: ID!, $after: String) {
      source(id: $id) {
        id
        suggestions(first: 100, after: $after) {
          nodes {
            ...Suggested
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [SUGGESTED],
);
