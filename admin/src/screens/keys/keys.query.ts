import { graphql } from '../../graphql/graphql';
import { REFUSAL } from '../../graphql/useAct';

export const KEYS = graphql(`
  query ApiKeys($after: String) {
    viewer {
      apiKeys(first: 50, after: $after) {
        nodes {
          id
          name
          role
          createdAt
          expiresAt
          lastUsedAt
          revokedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export const MAKE_KEY = graphql(
  `
    mutation MakeApiKey($input: ApiKeyCreateInput!) {
      apiKeyCreate(input: $input) {
        newApiKey {
          secret
          apiKey {
            id
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

export const REVOKE_KEY = graphql(
  `
    mutation RevokeApiKey($id: ID!) {
      apiKeyRevoke(id: $id) {
        apiKey {
          id
          revokedAt
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);
