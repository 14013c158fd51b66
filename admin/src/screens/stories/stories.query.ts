import { graphql } from '../../graphql/graphql';

export const STORIES = graphql(`
  query Stories($filter: StoryFilter, $orderBy: StoryOrder, $after: String) {
    stories(first: 30, after: $after, filter: $filter, orderBy: $orderBy) {
      nodes {
        id
        slug
        title
        summary
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
