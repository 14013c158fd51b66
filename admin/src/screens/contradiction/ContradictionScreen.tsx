import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { NotThere } from '../../components/NotThere';
import { Page } from '../../components/Page';
import { CONTRADICTION } from './contradiction.query';
import { ContradictionView } from './ContradictionView';
import { contradictionRoute } from './route';

/** Claims that do not fit, side by side, and what is decided of it. */
export function ContradictionScreen(): ReactElement {
  const { t } = useTranslation();
  const { id } = contradictionRoute.useParams();
  const [{ data, error }, reread] = useQuery({ query: CONTRADICTION, variables: { id } });
  const again = (): void => reread({ requestPolicy: 'network-only' });
  if (data?.contradiction) return <ContradictionView key={id} contradiction={data.contradiction} onReread={again} />;
  if (data !== undefined) return <NotThere />;
  return (
    <Page title={t('contradiction.title')}>
      {error === undefined ? <Loading /> : <Failed error={error} onRetry={again} />}
    </Page>
  );
}
