import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { FrontDoor } from '../../components/FrontDoor';
import { NewPassword } from '../../components/NewPassword';
import { Refusals } from '../../components/Refusals';
import { graphql } from '../../graphql/graphql';
import { otherRefusals, REFUSAL, useAct, useFieldErrors } from '../../graphql/useAct';
import { signIn } from '../../session/session';
import { resetRoute } from './route';

const CHOOSE = graphql(
  `
    mutation ResetPassword($input: PasswordResetInput!) {
      passwordReset(input: $input) {
        account {
          id
          email
        }
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);
const FIELDS = ['password'];

/** Another password for whoever lost theirs: the token stands in the address, behind the #. */
export function ResetScreen(): ReactElement {
  const { session } = resetRoute.useRouteContext();
  return (
    <Provider value={session.client}>
      <ResetForm />
    </Provider>
  );
}

function ResetForm(): ReactElement {
  const { t } = useTranslation();
  const token = useLocation().hash;
  const navigate = resetRoute.useNavigate();
  const choose = useAct(CHOOSE);
  const form = useForm({
    initialValues: { password: '' },
    validate: { password: (password) => (password === '' ? t('signIn.passwordMissing') : null) },
  });
  useFieldErrors(form, choose.refusals, FIELDS);

  const submit = async ({ password }: typeof form.values): Promise<void> => {
    const chosen = await choose.run({ input: { token, password } });
    if (chosen === null) return;
    if (chosen.account?.email) await signIn(chosen.account.email, password);
    await navigate({ to: '/', hash: '' });
  };

  return (
    <FrontDoor title={t('reset.title')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t(token === '' ? 'reset.tokenMissing' : 'reset.why')}</Text>
          <Refusals of={otherRefusals(choose.refusals, FIELDS)} />
          <NewPassword {...form.getInputProps('password')} />
          <Button type="submit" loading={choose.isBusy} disabled={token === ''} fullWidth mt="xs">
            {t('reset.act')}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
