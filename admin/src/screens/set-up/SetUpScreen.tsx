import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { FrontDoor } from '../../components/FrontDoor';
import { NewPassword } from '../../components/NewPassword';
import { Refusals } from '../../components/Refusals';
import { graphql } from '../../graphql/graphql';
import { otherRefusals, REFUSAL, useAct, useFieldErrors } from '../../graphql/useAct';
import { signIn } from '../../session/session';
import { setUpRoute } from './route';

const SET_UP = graphql(
  `
    mutation SetUp($input: SetUpInput!) {
      setUp(input: $input) {
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);
const FIELDS = ['name', 'email', 'password'];

/** The first start: whoever has the key that the service printed becomes its first administrator. */
export function SetUpScreen(): ReactElement {
  const { session } = setUpRoute.useRouteContext();
  return (
    <Provider value={session.client}>
      <SetUpForm />
    </Provider>
  );
}

function SetUpForm(): ReactElement {
  const { t } = useTranslation();
  const navigate = setUpRoute.useNavigate();
  const setUp = useAct(SET_UP);
  const form = useForm({
    initialValues: { key: '', name: '', email: '', password: '' },
    validate: {
      key: (key) => (key.trim() === '' ? t('setUp.keyMissing') : null),
      name: (name) => (name.trim() === '' ? t('setUp.nameMissing') : null),
      email: (email) => (email.trim() === '' ? t('signIn.emailMissing') : null),
      password: (password) => (password === '' ? t('signIn.passwordMissing') : null),
    },
  });
  useFieldErrors(form, setUp.refusals, FIELDS);

  const submit = async ({ key, ...input }: typeof form.values): Promise<void> => {
    const made = await setUp.run({ input }, { fetchOptions: { headers: { authorization: `Bearer ${key.trim()}` } } });
    if (made === null) return;
    await signIn(input.email, input.password);
    await navigate({ to: '/' });
  };

  return (
    <FrontDoor title={t('setUp.title')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="sm">
          <Text c="dimmed">{t('setUp.why')}</Text>
          <Refusals of={otherRefusals(setUp.refusals, FIELDS)} />
          <PasswordInput
            label={t('setUp.key')}
            description={t('setUp.keyWhere')}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('setUp.showKey') }}
            {...form.getInputProps('key')}
          />
          <TextInput label={t('setUp.name')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput label={t('signIn.email')} type="email" autoComplete="username" {...form.getInputProps('email')} />
          <NewPassword {...form.getInputProps('password')} />
          <Button type="submit" loading={setUp.isBusy} fullWidth mt="xs">
            {t('setUp.act')}
          </Button>
        </Stack>
      </form>
    </FrontDoor>
  );
}
