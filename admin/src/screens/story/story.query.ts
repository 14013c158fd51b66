import { graphql } from '../../graphql/graphql';

export const STORY = graphql(`
  query Story($slug: String!) {
    story(slug: $slug) {
      id
      title
      summary
      questions(first: 1) {
        totalCount
      }
      disputed: questions(first: 1, disputed: true) {
        totalCount
      }
      contradictions(first: 1) {
        totalCount
      }
      sources(first: 1) {
        totalCount
      }
      claims(first: 1) {
        totalCount
      }
    }
  }
`);

export const QUESTIONS = graphql(`
  query StoryQuestions($slug: String!, $disputed: Boolean, $after: String) {
    story(slug: $slug) {
      id
      questions(first: 10, after: $after, disputed: $disputed) {
        nodes {
          id
          disputed
          subject {
            id
            label
          }
          property {
            id
            label
          }
          positions {
            claim {
              id
              statement
              status
              citations(first: 10) {
                nodes {
                  id
                  certainty
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
                    publishedAt
                    publisher {
                      id
                      name
                    }
                  }
                }
                pageInfo {
                  hasNextPage
                }
              }
            }
            corroboration {
              independentOrigins
              citations
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CONTRADICTIONS = graphql(`
  query StoryContradictions($slug: String!, $after: String) {
    story(slug: $slug) {
      id
      contradictions(first: 30, after: $after) {
        nodes {
          id
          kind
          strength
          status
          explanation
          detectedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const SOURCES = graphql(`
  query StorySources($slug: String!, $after: String) {
    story(slug: $slug) {
      id
      sources(first: 30, after: $after) {
        nodes {
          id
          title
          kind
          status
          publishedAt
          publisher {
            id
            name
          }
          citations(first: 1) {
            totalCount
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const CLAIMS = graphql(`
  query StoryClaims($slug: String!, $filter: ClaimFilter, $after: String) {
    story(slug: $slug) {
      id
      claims(first: 50, after: $after, filter: $filter) {
        nodes {
          id
          statement
          status
          rank
          updatedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
