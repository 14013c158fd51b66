import { graphql } from '../../graphql/graphql';
import { REFUSAL } from '../../graphql/useAct';

export const STORY_OF_SOURCE = graphql(`
  query StoryOfSource($id: ID!) {
    story(id: $id) {
      id
      title
    }
  }
`);

export const PUBLISHERS = graphql(`
  query Publishers($query: String!) {
    agents(query: $query, first: 10) {
      nodes {
        id
        name
      }
    }
  }
`);

export const CREATE_PUBLISHER = graphql(
  `
    mutation CreatePublisher($input: AgentCreateInput!) {
      agentCreate(input: $input) {
        agent {
          id
          name
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);

export const CREATE_SOURCE = graphql(
  `
    mutation CreateSource($input: SourceCreateInput!) {
      sourceCreate(input: $input) {
        source {
          id
          title
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);
