import { Badge, Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { Row, Rows } from '../../components/Rows';
import { Section } from '../../components/Section';
import { TimeAgo } from '../../components/TimeAgo';
import { graphql } from '../../graphql/graphql';
import { REFUSAL, useAct } from '../../graphql/useAct';
import { usePages } from '../../graphql/usePages';
import { browserOf } from './browserOf';

const SESSIONS = graphql(`
  query Sessions($after: String) {
    viewer {
      sessions(first: 50, after: $after) {
        nodes {
          id
          userAgent
          address
          lastUsedAt
          isCurrent
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const END_SESSION = graphql(
  `
    mutation EndSession($id: ID!) {
      sessionEnd(id: $id) {
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);

/** In which browsers one is signed in. */
export function Sessions(): ReactElement {
  const { t } = useTranslation();
  const sessions = usePages(SESSIONS, {}, ({ viewer }) => viewer.sessions);
  const end = useAct(END_SESSION);
  return (
    <Section title={t('profile.sessions')} about={t('profile.sessionsWhy')}>
      {sessions.error !== undefined && <Failed error={sessions.error} onRetry={sessions.retry} />}
      {sessions.isLoading && <Loading rows={2} />}
      <Rows label={t('profile.sessions')}>
        {sessions.nodes?.map(({ id, userAgent, address, lastUsedAt, isCurrent }) => (
          <Row
            key={id}
            title={browserOf(userAgent) ?? t('profile.unknownBrowser')}
            about={
              <>
                {address} {'·'} <TimeAgo at={lastUsedAt} />
              </>
            }
            acts={
              isCurrent ? (
                <Badge variant="light">{t('profile.thisOne')}</Badge>
              ) : (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => void end.run({ id }).then((ended) => ended !== null && sessions.retry())}
                >
                  {t('profile.endSession')}
                </Button>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
