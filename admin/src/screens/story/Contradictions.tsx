import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, List } from '../../components/List';
import { TimeAgo } from '../../components/TimeAgo';
import { usePages } from '../../graphql/usePages';
import { CONTRADICTIONS } from './story.query';

/** Where the story's claims do not fit, newest first. */
export function Contradictions({ slug }: { readonly slug: string }): ReactElement {
  const { t } = useTranslation();
  const pages = usePages(CONTRADICTIONS, { slug }, ({ story }) => story?.contradictions);
  return (
    <List of={pages} none={t('story.noContradictions')}>
      {({ id, explanation, strength, kind, status, detectedAt }) => (
        <Line
          title={
            <Link to="/contradictions/$id" params={{ id }}>
              {explanation}
            </Link>
          }
          about={
            <>
              {t(`contradictionKinds.${kind}`)} {'·'} {t(`contradictionStatus.${status}`)} {'·'}{' '}
              <TimeAgo at={detectedAt} />
            </>
          }
          end={
            <Badge color="red" variant={strength === 'CONFLICT' ? 'light' : 'default'}>
              {t(`strength.${strength}`)}
            </Badge>
          }
        />
      )}
    </List>
  );
}
