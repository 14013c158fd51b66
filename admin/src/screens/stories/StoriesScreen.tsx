import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { SearchIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/Empty';
import { Failed } from '../../components/Failed';
import { Filters } from '../../components/Filters';
import { Loading } from '../../components/Loading';
import { Page } from '../../components/Page';
import { TimeAgo } from '../../components/TimeAgo';
import { usePages } from '../../graphql/usePages';
import { storiesRoute } from './route';
import { STORIES } from './stories.query';
import classes from './StoriesScreen.module.css';

const ORDERS = ['UPDATED_AT', 'CREATED_AT', 'TITLE'] as const;

/** All stories that one may see, by title and in the order that the address says. */
export function StoriesScreen(): ReactElement {
  const { t } = useTranslation();
  const { query, order = 'UPDATED_AT' } = storiesRoute.useSearch();
  const navigate = storiesRoute.useNavigate();
  const [words, setWords] = useState(query ?? '');
  const look = useDebouncedCallback((value: string) => {
    void navigate({ search: (before) => ({ ...before, query: value === '' ? undefined : value }), replace: true });
  }, 250);
  const stories = usePages(
    STORIES,
    {
      filter: query === undefined ? null : { title: query },
      orderBy: { field: order, direction: order === 'TITLE' ? ('ASC' as const) : ('DESC' as const) },
    },
    ({ stories: connection }) => connection,
  );

  return (
    <Page
      title={t('stories.title')}
      bar={
        <Filters>
          <TextInput
            aria-label={t('stories.search')}
            placeholder={t('stories.search')}
            leftSection={<SearchIcon size={16} />}
            value={words}
            onChange={({ currentTarget: { value } }) => {
              setWords(value);
              look(value);
            }}
          />
          <NativeSelect
            aria-label={t('stories.order')}
            data={ORDERS.map((value) => ({ value, label: t(`stories.orders.${value}`) }))}
            value={order}
            onChange={({ currentTarget: { value } }) =>
              void navigate({ search: (before) => ({ ...before, order: ORDERS.find((each) => each === value) }) })
            }
          />
        </Filters>
      }
    >
      {stories.error !== undefined && <Failed error={stories.error} onRetry={stories.retry} />}
      {stories.isLoading && <Loading />}
      {stories.nodes?.length === 0 && (
        <Empty title={query === undefined ? t('stories.none') : t('stories.noneFound')} />
      )}
      <ul className={classes.list}>
        {stories.nodes?.map((story) => (
          <li key={story.id} className={classes.story}>
            <div className={classes.head}>
              <Link to="/stories/$slug" params={{ slug: story.slug }} className={classes.title}>
                {story.title}
              </Link>
              <span className={classes.when}>
                <TimeAgo at={story.updatedAt} />
              </span>
            </div>
            {story.summary !== null && <p className={classes.summary}>{story.summary}</p>}
          </li>
        ))}
      </ul>
      {stories.more !== null && (
        <Button variant="subtle" mx="md" my="sm" onClick={stories.more} loading={stories.isLoadingMore}>
          {t('more')}
        </Button>
      )}
    </Page>
  );
}
