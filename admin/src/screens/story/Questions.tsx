import { Button, SegmentedControl } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/Empty';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { usePages } from '../../graphql/usePages';
import { Matrix } from './Matrix';
import { storyRoute } from './route';
import classes from './Story.module.css';
import { QUESTIONS } from './story.query';

interface QuestionsProps {
  readonly slug: string;
  readonly disputedCount: number;
}

/** The story's questions with their competing answers: those that are disputed, or all. */
export function Questions({ slug, disputedCount }: QuestionsProps): ReactElement {
  const { t } = useTranslation();
  const { disputed: asked } = storyRoute.useSearch();
  const navigate = storyRoute.useNavigate();
  // What is disputed comes first, and by itself, as long as there is any.
  const isDisputed = asked ?? disputedCount > 0;
  const pages = usePages(QUESTIONS, { slug, disputed: isDisputed ? true : null }, ({ story }) => story?.questions);
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={t('story.which')}
          value={isDisputed ? 'disputed' : 'all'}
          data={[
            { value: 'disputed', label: t('story.disputed', { count: disputedCount }) },
            { value: 'all', label: t('story.allQuestions') },
          ]}
          onChange={(value) =>
            void navigate({ search: (before) => ({ ...before, disputed: value === 'disputed' }), replace: true })
          }
        />
      </div>
      {pages.error !== undefined && <Failed error={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <Loading />}
      {pages.nodes?.length === 0 && <Empty title={t('story.noQuestions')} />}
      {pages.nodes?.map((question) => (
        <Matrix key={question.id} question={question} />
      ))}
      {pages.more !== null && (
        <Button variant="subtle" mx="md" my="sm" onClick={pages.more} loading={pages.isLoadingMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
