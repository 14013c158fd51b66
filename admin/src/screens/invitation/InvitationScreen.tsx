import { Button, Stack, Text, TextInput } from '@mantine/core';
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
import { invitationRoute } from './route';

const CHOOSE = graphql(
  `
    mutation AcceptInvitation($input: InvitationAcceptInput!) {
      invitationAccept(input: $input) {
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
const FIELDS = ['name', 'password'];

/** Accepting an invitation: the token stands in the address, behind the #. */
export function InvitationScreen(): ReactElement {
  const { session } = invitationRoute.useRouteContext();
  return (
    <Provider value={session.client}>
      <InvitationForm />
    </Provider>
  );
}

function InvitationForm(): ReactElement {
  const { t } = useTranslation();
  const token = useLocation().hash;
  const navigate = invitationRoute.useNavigate();
  const choose = useAct(CHOOSE);
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: { password: (password) => (password === '' ? t('signIn.passwordMissing') : null) },
  });
  useFieldErrors(form, choose.refusals, FIELDS);

  const submit = async ({ name, password }: typeof form.values): Promise<void> => {
    const chosen = await choose.run({ input: { token, password, ...(name.trim() !== '' && { name }) } });
    if (chosen === null) return;
    if (chosen.account?.email) await signIn(chosen.account.email, password);
    await navigate({ to: '/', hash: '' });
  };

  return (
    <FrontDoor title={t('invitation.title')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t(token === '' ? 'invitation.tokenMissing' : 'invitation.why')}</Text>
          <Refusals of={otherRefusals(choose.refusals, FIELDS)} />
          <TextInput
            label={t('invitation.name')}
            description={t('invitation.nameWhy')}
            autoComplete="name"
            {...form.getInputProps('name')}
          />
          <NewPassword {...form.getInputProps('password')} />
          <Button type="submit" loading={choose.isBusy} disabled={token === ''} fullWidth mt="xs">
            {t('invitation.act')}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
