import { Badge, Button, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { PlusIcon } from '@primer/octicons-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../../components/Ask';
import { Empty } from '../../components/Empty';
import { Failed } from '../../components/Failed';
import { Loading } from '../../components/Loading';
import { Page } from '../../components/Page';
import { Row, Rows } from '../../components/Rows';
import { TimeAgo } from '../../components/TimeAgo';
import { useNow } from '../../components/useNow';
import type { ResultOf } from '../../graphql/graphql';
import { useAct } from '../../graphql/useAct';
import { usePages } from '../../graphql/usePages';
import { useKeys } from '../../shell/keys';
import { KEYS, REVOKE_KEY } from './keys.query';
import { KeyForm } from './KeyForm';

type ApiKey = NonNullable<ResultOf<typeof KEYS>['viewer']['apiKeys']>['nodes'][number];

/** The own API keys: those that are good, and below them those that are not any more. */
export function KeysScreen(): ReactElement {
  const { t } = useTranslation();
  const keys = usePages(KEYS, {}, ({ viewer }) => viewer.apiKeys);
  const now = useNow();
  const [isMaking, making] = useDisclosure(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  useKeys([{ keys: 'c', label: t('apiKeys.make'), act: making.open }]);

  const isGood = ({ revokedAt, expiresAt }: ApiKey): boolean =>
    revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > now);
  const good = keys.nodes?.filter(isGood) ?? [];
  const past = keys.nodes?.filter((key) => !isGood(key)) ?? [];
  const make = (
    <Button leftSection={<PlusIcon size={16} />} onClick={making.open}>
      {t('apiKeys.make')}
    </Button>
  );

  return (
    <Page title={t('apiKeys.title')} acts={make} narrow>
      <Text c="dimmed" mb="md">
        {t('apiKeys.about')}
      </Text>
      {keys.error !== undefined && <Failed error={keys.error} onRetry={keys.retry} />}
      {keys.isLoading && <Loading rows={3} />}
      {keys.nodes !== undefined && good.length === 0 && <Empty title={t('apiKeys.none')} />}
      <Rows label={t('apiKeys.title')}>
        {good.map((key) => (
          <Row
            key={key.id}
            title={<KeyName of={key} />}
            about={<KeyUse of={key} />}
            acts={
              <Button variant="default" size="xs" onClick={() => setLeaving(key)}>
                {t('apiKeys.revoke')}
              </Button>
            }
          />
        ))}
      </Rows>
      {past.length > 0 && (
        <>
          <Text component="h2" fw={600} mt="xl" mb="xs">
            {t('apiKeys.past')}
          </Text>
          <Rows label={t('apiKeys.past')}>
            {past.map((key) => (
              <Row key={key.id} title={<KeyName of={key} />} about={<KeyUse of={key} />} />
            ))}
          </Rows>
        </>
      )}
      {keys.more !== null && (
        <Button variant="subtle" my="sm" onClick={keys.more} loading={keys.isLoadingMore}>
          {t('more')}
        </Button>
      )}
      <Modal
        opened={isMaking}
        onClose={making.close}
        title={t('apiKeys.make')}
        closeButtonProps={{ 'aria-label': t('close') }}
        closeOnClickOutside={false}
      >
        <KeyForm onMade={keys.retry} onDone={making.close} />
      </Modal>
      <RevokeKey of={leaving} onDone={() => setLeaving(null)} />
    </Page>
  );
}

function KeyName({ of: { name, role } }: { readonly of: ApiKey }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {name}{' '}
      <Badge variant="default" size="sm" ml={4}>
        {t(`role.${role}`)}
      </Badge>
    </>
  );
}

function KeyUse({ of: { lastUsedAt, expiresAt, revokedAt } }: { readonly of: ApiKey }): ReactElement {
  const { t } = useTranslation();
  const end = revokedAt ?? expiresAt;
  return (
    <>
      {lastUsedAt === null ? t('apiKeys.neverUsed') : t('apiKeys.lastUsed')}{' '}
      {lastUsedAt !== null && <TimeAgo at={lastUsedAt} />}
      {end !== null && (
        <>
          {' · '}
          {t(revokedAt === null ? 'apiKeys.expires' : 'apiKeys.revoked')} <TimeAgo at={end} />
        </>
      )}
    </>
  );
}

function RevokeKey({ of, onDone }: { readonly of: ApiKey | null; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const revoke = useAct(REVOKE_KEY);
  return (
    <Ask
      question={of === null ? null : t('apiKeys.revokeAsk', { name: of.name })}
      about={t('apiKeys.revokeWhat')}
      act={t('apiKeys.revoke')}
      refusals={revoke.refusals}
      isBusy={revoke.isBusy}
      onCancel={onDone}
      onYes={() => {
        if (of !== null) void revoke.run({ id: of.id }).then((revoked) => revoked !== null && onDone());
      }}
    />
  );
}
