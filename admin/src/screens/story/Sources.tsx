import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../../components/Day';
import { Line, List } from '../../components/List';
import { usePages } from '../../graphql/usePages';
import { SOURCES } from './story.query';

/** The story's sources, in the order in which they came. */
export function Sources({ slug }: { readonly slug: string }): ReactElement {
  const { t } = useTranslation();
  const pages = usePages(SOURCES, { slug }, ({ story }) => story?.sources);
  return (
    <List of={pages} none={t('story.noSources')}>
      {({ id, title, publisher, publishedAt, kind, status, citations }) => (
        <Line
          title={
            <Link to="/sources/$id" params={{ id }}>
              {title}
            </Link>
          }
          about={
            <>
              {publisher?.name ?? t('story.noPublisher')} {'·'} {t(`sourceKinds.${kind}`)}
              {publishedAt !== null && (
                <>
                  {' · '}
                  <Day at={publishedAt} />
                </>
              )}
            </>
          }
          end={
            <>
              {status !== 'ACTIVE' && <Badge variant="default">{t(`sourceStatus.${status}`)}</Badge>}
              {t('story.citations', { count: citations.totalCount })}
            </>
          }
        />
      )}
    </List>
  );
}
