import { Button, Modal, Text } from '@mantine/core';
import { useRouter, useRouterState } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../session/session';

/** Says that the session is over. What stands on the screen stays to be read and copied until one signs in again. */
export function SessionEnded({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const router = useRouter();
  const here = useRouterState({ select: ({ location }) => location.href });

  const again = async (): Promise<void> => {
    await signOut();
    await router.navigate({ to: '/sign-in', search: { to: here } });
  };

  return (
    <Modal opened onClose={onClose} title={t('shell.sessionEnded')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text mb="md">{t('shell.sessionEndedWhy')}</Text>
      <Button onClick={() => void again()} data-autofocus>
        {t('shell.signInAgain')}
      </Button>
    </Modal>
  );
}
