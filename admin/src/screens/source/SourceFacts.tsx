import { Anchor } from '@mantine/core';
import { LinkExternalIcon } from '@primer/octicons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../components/Chip';
import type { ResultOf } from '../../graphql/graphql';
import type { Note } from './notes';
import type { READER_SOURCE } from './reader.query';
import classes from './SourceFacts.module.css';

interface SourceFactsProps {
  readonly source: NonNullable<ResultOf<typeof READER_SOURCE>['source']>;
  readonly notes: readonly Note[];
  /** Whether what it suggests is known. */
  readonly isRead: boolean;
}

/** Whose text it is, from when, and what was made of it. */
export function SourceFacts({ source, notes, isRead }: SourceFactsProps): ReactElement {
  const { t, i18n } = useTranslation();
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  const count = (is: (note: Note) => boolean): number => notes.filter(is).length;
  const pending = count(({ state }) => state === 'PENDING');
  const disputed = count(({ disputes }) => disputes.length > 0);
  return (
    <div className={classes.facts}>
      <span className={classes.about}>
        <span>{source.story.title}</span>
        {source.publisher !== null && <span>{source.publisher.name}</span>}
        {source.publishedAt !== null && (
          <time dateTime={source.publishedAt}>{date.format(new Date(source.publishedAt))}</time>
        )}
        <span>{t(`sourceKinds.${source.kind}`)}</span>
        {source.status !== 'ACTIVE' && <strong>{t(`sourceStatus.${source.status}`)}</strong>}
        {source.url !== null && (
          <Anchor href={source.url} target="_blank" rel="noreferrer" inherit>
            {t('reader.original')} <LinkExternalIcon size={12} />
          </Anchor>
        )}
      </span>
      <span className={classes.counts} aria-live="polite">
        <Chip tone="open">{isRead ? t('reader.pending', { count: pending }) : t('reader.isBeingRead')}</Chip>
        <Chip tone="quiet">{t('reader.claims', { count: count(({ claim }) => claim !== null) })}</Chip>
        {disputed > 0 && <Chip tone="bad">{t('reader.disputes', { count: disputed })}</Chip>}
      </span>
    </div>
  );
}
