import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** A field for a password that is chosen now, with what is asked of it. */
export function NewPassword(props: PasswordInputProps): ReactElement {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('newPassword.label')}
      description={t('newPassword.rule')}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      {...props}
    />
  );
}
