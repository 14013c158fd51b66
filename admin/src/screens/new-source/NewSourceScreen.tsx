import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { NotThere } from '../../components/NotThere';
import { Page } from '../../components/Page';
import { STORY_OF_SOURCE } from './new-source.query';
import { newSourceRoute } from './route';
import { SourceForm } from './SourceForm';

/** Adds a text to a story, and leads to reading it. */
export function NewSourceScreen(): ReactElement {
  const { t } = useTranslation();
  const { id } = newSourceRoute.useParams();
  const [{ data, error }, reread] = useQuery({ query: STORY_OF_SOURCE, variables: { id } });
  if (data?.story === null) return <NotThere />;
  return (
    <Page title={t('newSource.title')} narrow>
      {data?.story && <SourceForm story={data.story} />}
      {data === undefined && error === undefined && <Loading />}
      {data === undefined && error !== undefined && (
        <Failed error={error} onRetry={() => reread({ requestPolicy: 'network-only' })} />
      )}
    </Page>
  );
}
