import { BookIcon } from '@primer/octicons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql';
import type { EntryGroup } from './acts';

const FIND = graphql(`
  query Find($words: String!) {
    stories(first: 5, filter: { title: $words }) {
      nodes {
        id
        slug
        title
      }
    }
  }
`);

/**
 * What there is by some words.
 * @param words nothing is looked for below two letters
 */
export function useFoundEntries(words: string): readonly EntryGroup[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: FIND, variables: { words }, pause: words.length < 2 });
  if (data === undefined || words.length < 2) return [];
  return [
    {
      title: t('stories.title'),
      entries: data.stories.nodes.map(({ id, slug, title }) => ({
        id,
        label: title,
        icon: BookIcon,
        go: () => void navigate({ to: '/stories/$slug', params: { slug } }),
      })),
    },
  ];
}
