import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { AlertIcon } from '@primer/octicons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that the machine has no network, for as long as that is so. */
export function Offline(): ReactElement | null {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <Alert color="yellow" radius={0} icon={<AlertIcon size={16} />} role="status" py="xs">
      {t('shell.offline')}
    </Alert>
  );
}
