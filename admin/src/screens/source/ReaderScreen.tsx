import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { NotThere } from '../../components/NotThere';
import { Page } from '../../components/Page';
import { Reading } from './Reading';
import { READER_SOURCE } from './reader.query';
import { sourceRoute } from './route';

/** A source's text with the claims that it makes, and those that it may make. */
export function ReaderScreen(): ReactElement {
  const { t } = useTranslation();
  const { id } = sourceRoute.useParams();
  const [{ data, error }, reread] = useQuery({ query: READER_SOURCE, variables: { id } });
  if (data?.source) return <Reading key={id} source={data.source} />;
  if (data !== undefined) return <NotThere />;
  return (
    <Page title={t('reader.title')}>
      {error === undefined ? (
        <Loading />
      ) : (
        <Failed error={error} onRetry={() => reread({ requestPolicy: 'network-only' })} />
      )}
    </Page>
  );
}
