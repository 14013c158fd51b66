import { Alert, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '../../components/FrontDoor';
import { signIn, SignInRefused } from '../../session/session';
import { signInRoute } from './route';

/** Signing in by password, or by single sign-on where the operator has set one. */
export function SignInScreen(): ReactElement {
  const { t } = useTranslation();
  const { to, signInError } = signInRoute.useSearch();
  const { session } = signInRoute.useRouteContext();
  const navigate = signInRoute.useNavigate();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.trim() === '' ? t('signIn.emailMissing') : null),
      password: (password) => (password === '' ? t('signIn.passwordMissing') : null),
    },
  });

  const submit = async ({ email, password }: typeof form.values): Promise<void> => {
    setBusy(true);
    setRefusal(null);
    try {
      await signIn(email.trim(), password);
      await navigate({ href: to ?? '/', replace: true });
    } catch (error) {
      setRefusal(error instanceof SignInRefused ? error.message : t('failed.offline'));
    } finally {
      setBusy(false);
    }
  };
  const problem = refusal ?? (signInError === undefined ? null : t('signIn.singleSignOnFailed', { code: signInError }));

  return (
    <FrontDoor title={t('signIn.title')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="sm">
          {problem !== null && (
            <Alert color="red" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            data-autofocus
            autoFocus
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={isBusy} fullWidth mt="xs">
            {t('signIn.act')}
          </Button>
        </Stack>
      </form>
      {session.singleSignOn !== null && (
        <>
          <Divider label={t('signIn.or')} my="md" />
          <Button component="a" href={session.singleSignOn.path} variant="default" fullWidth>
            {t('signIn.singleSignOn', { name: session.singleSignOn.name })}
          </Button>
        </>
      )}
    </FrontDoor>
  );
}
