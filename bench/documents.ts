/** The GraphQL documents that are measured, in the schema of each server. */

const GAINSAY_VALUE = /* GraphQL */ `
  value {
    __typename
    ... on QuantityValue { amount lowerBound upperBound unit }
    ... on TimeValue { edtf }
    ... on ConceptValue { text }
    ... on BooleanValue { boolean }
    ... on TextValue { text }
  }`;

const GAINSAY_CLAIMS = /* GraphQL */ `
  nodes {
    id statement ${GAINSAY_VALUE}
    citations(first: 3) { nodes { id quote { exact } source { title url } } }
    contradictions(first: 5) { nodes { id kind strength explanation } }
  }
  pageInfo { hasNextPage endCursor }`;

/** Documents for Gainsay's schema. */
export const GAINSAY = {
  story: /* GraphQL */ `
    query ($story: ID!) {
      story(id: $story) { id title claims(first: 50) { ${GAINSAY_CLAIMS} } }
    }`,
  deep: /* GraphQL */ `
    query ($story: ID!, $after: String!) {
      story(id: $story) { id title claims(first: 50, after: $after) { ${GAINSAY_CLAIMS} } }
    }`,
  feed: /* GraphQL */ `
    {
      contradictions(first: 50, filter: { status: OPEN }) {
        nodes {
          id
          kind
          strength
          explanation
          members {
            id
            statement
            citations(first: 1) {
              nodes {
                id
                quote {
                  exact
                }
                source {
                  title
                  url
                }
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  claim: /* GraphQL */ `
    query ($claim: ID!) {
      claim(id: $claim) {
        id statement ${GAINSAY_VALUE}
        subject { label }
        property { key label }
        citations(first: 20) { nodes { id quote { exact } source { title url } } }
      }
    }`,
} as const;

/** PostGraphile has no type of its own for a value: its columns, of which those of the claim's kind are filled. */
const POSTGRAPHILE_VALUE = /* GraphQL */ `
  valueKind quantityAmount quantityLower quantityUpper quantityUnit timeEdtf
  conceptByConceptId { prefLabel }
  booleanValue textValue`;

const POSTGRAPHILE_CLAIMS = /* GraphQL */ `
  nodes {
    rowId statement ${POSTGRAPHILE_VALUE}
    citationsByStoryIdAndClaimId(first: 3) {
      nodes { rowId quoteExact sourceByStoryIdAndSourceId { title url } }
    }
    contradictionMembersByStoryIdAndClaimId(first: 5) {
      nodes { contradictionByStoryIdAndContradictionId { rowId kind strength explanation } }
    }
  }
  pageInfo { hasNextPage endCursor }`;

/** Documents that ask the same of the schema that PostGraphile makes from the tables. */
export const POSTGRAPHILE = {
  story: /* GraphQL */ `
    query ($story: UUID!) {
      storyByRowId(rowId: $story) {
        rowId title claimsByStoryId(first: 50, orderBy: [PRIMARY_KEY_DESC]) { ${POSTGRAPHILE_CLAIMS} }
      }
    }`,
  deep: /* GraphQL */ `
    query ($story: UUID!, $after: Cursor!) {
      storyByRowId(rowId: $story) {
        rowId title claimsByStoryId(first: 50, after: $after, orderBy: [PRIMARY_KEY_DESC]) { ${POSTGRAPHILE_CLAIMS} }
      }
    }`,
  feed: /* GraphQL */ `
    {
      allContradictions(first: 50, condition: { status: OPEN }, orderBy: [ROW_ID_DESC]) {
        nodes {
          rowId
          kind
          strength
          explanation
          contradictionMembersByStoryIdAndContradictionId {
            nodes {
              claimByStoryIdAndClaimId {
                rowId
                statement
                citationsByStoryIdAndClaimId(first: 1) {
                  nodes {
                    rowId
                    quoteExact
                    sourceByStoryIdAndSourceId {
                      title
                      url
                    }
                  }
                }
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  claim: /* GraphQL */ `
    query ($story: UUID!, $claim: UUID!) {
      claimByStoryIdAndRowId(storyId: $story, rowId: $claim) {
        rowId statement ${POSTGRAPHILE_VALUE}
        subjectByStoryIdAndSubjectId { label }
        propertyByPropertyId { key label }
        citationsByStoryIdAndClaimId(first: 20) {
          nodes { rowId quoteExact sourceByStoryIdAndSourceId { title url } }
        }
      }
    }`,
} as const;

/** Asks PostGraphile for its cursor of the claim that stands at an offset of a story's list. */
export const POSTGRAPHILE_CURSOR = /* GraphQL */ `
  query ($story: UUID!, $offset: Int!) {
    storyByRowId(rowId: $story) {
      claimsByStoryId(first: 1, offset: $offset, orderBy: [PRIMARY_KEY_DESC]) {
        edges {
          cursor
        }
      }
    }
  }
`;
