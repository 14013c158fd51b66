import { Badge, NativeSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Line, List } from '../../components/List';
import { TimeAgo } from '../../components/TimeAgo';
import { usePages } from '../../graphql/usePages';
import { storyRoute } from './route';
import { CLAIMS } from './story.query';
import classes from './Story.module.css';

const STATES = ['DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'PUBLISHED', 'REJECTED', 'RETRACTED'] as const;

/** The story's claims, newest first, all or those that stand as the address says. */
export function Claims({ slug }: { readonly slug: string }): ReactElement {
  const { t } = useTranslation();
  const search = storyRoute.useSearch();
  const navigate = storyRoute.useNavigate();
  const status = STATES.find((each) => each === search.status);
  const pages = usePages(
    CLAIMS,
    { slug, filter: status === undefined ? null : { status } },
    ({ story }) => story?.claims,
  );
  return (
    <>
      <div className={classes.filters}>
        <NativeSelect
          aria-label={t('story.status')}
          data={[
            { value: '', label: t('story.allClaims') },
            ...STATES.map((value) => ({ value, label: t(`claimStatus.${value}`) })),
          ]}
          value={status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            void navigate({
              search: (before) => ({ ...before, status: value === '' ? undefined : value }),
              replace: true,
            })
          }
        />
      </div>
      <List of={pages} none={t('story.noClaims')}>
        {({ statement, status: stands, updatedAt }) => (
          <Line
            title={statement}
            end={
              <>
                <Badge variant="default">{t(`claimStatus.${stands}`)}</Badge>
                <TimeAgo at={updatedAt} />
              </>
            }
          />
        )}
      </List>
    </>
  );
}
