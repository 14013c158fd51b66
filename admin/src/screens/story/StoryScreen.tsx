import { Button, Tabs, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { NotThere } from '../../components/NotThere';
import { Page } from '../../components/Page';
import { signedInRoute } from '../../frame';
import { useKeys } from '../../shell/keys';
import { Claims } from './Claims';
import { Contradictions } from './Contradictions';
import { Questions } from './Questions';
import { storyRoute } from './route';
import { Sources } from './Sources';
import { STORY } from './story.query';
import classes from './Story.module.css';

const VIEWS = ['questions', 'contradictions', 'sources', 'claims'] as const;
type View = (typeof VIEWS)[number];

/** One story: what is asked, how it is answered and by whom, and where the answers do not fit. */
export function StoryScreen(): ReactElement {
  const { t } = useTranslation();
  const { slug } = storyRoute.useParams();
  const { view = 'questions' } = storyRoute.useSearch();
  const { session } = signedInRoute.useRouteContext();
  const navigate = storyRoute.useNavigate();
  const [{ data, error }, reread] = useQuery({ query: STORY, variables: { slug } });
  const show = (wanted: View): void =>
    void navigate({ search: { ...(wanted !== 'questions' && { view: wanted }) }, replace: true });
  useKeys(
    VIEWS.map((each, index) => ({
      keys: String(index + 1),
      label: t('keys.goTo', { place: t(`story.views.${each}`) }),
      act: () => show(each),
    })),
  );

  if (error !== undefined && data === undefined) return <Failed error={error} onRetry={reread} />;
  if (data === undefined) return <Loading />;
  const { story } = data;
  if (story === null) return <NotThere />;
  return (
    <Tabs value={view} onChange={(value) => show(VIEWS.find((each) => each === value) ?? 'questions')}>
      <Page
        title={story.title}
        acts={
          session.role !== 'READER' && (
            <Button component={Link} to={`/stories/${story.id}/new-source`} variant="default">
              {t('story.addSource')}
            </Button>
          )
        }
        bar={
          <Tabs.List mt={4} className={classes.tabs}>
            {VIEWS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {t(`story.views.${each}`)} <span className={classes.count}>{story[each].totalCount}</span>
              </Tabs.Tab>
            ))}
          </Tabs.List>
        }
      >
        {story.summary !== null && view === 'questions' && (
          <Text c="dimmed" maw="90ch" className={classes.summary}>
            {story.summary}
          </Text>
        )}
        <Tabs.Panel value="questions">
          <Questions slug={slug} disputedCount={story.disputed.totalCount} />
        </Tabs.Panel>
        <Tabs.Panel value="contradictions">
          <Contradictions slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <Sources slug={slug} />
        </Tabs.Panel>
        <Tabs.Panel value="claims">
          <Claims slug={slug} />
        </Tabs.Panel>
      </Page>
    </Tabs>
  );
}
