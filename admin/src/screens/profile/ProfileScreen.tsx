import { Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/Page';
import { signedInRoute } from '../../frame';
import { Person } from './Person';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';

/** The own account: who one is here, the password, and where one is signed in. */
export function ProfileScreen(): ReactElement {
  const { t } = useTranslation();
  const { account } = signedInRoute.useRouteContext();
  return (
    <Page title={t('profile.title')} narrow>
      <Stack gap="xl">
        <Person account={account} />
        {account.hasPassword && <PasswordForm email={account.email ?? ''} />}
        <Sessions />
      </Stack>
    </Page>
  );
}
