import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { NewPassword } from '../../components/NewPassword';
import { notify } from '../../components/notify';
import { Refusals } from '../../components/Refusals';
import { Section } from '../../components/Section';
import { graphql } from '../../graphql/graphql';
import { otherRefusals, REFUSAL, useAct, useFieldErrors } from '../../graphql/useAct';

const CHANGE_PASSWORD = graphql(
  `
    mutation ChangePassword($input: PasswordChangeInput!) {
      passwordChange(input: $input) {
        userErrors {
          ...Refusal
        }
      }
    }
  `,
  [REFUSAL],
);
const FIELDS = ['current', 'password'];

/** Another password, for whoever knows the present one. */
export function PasswordForm({ email }: { readonly email: string }): ReactElement {
  const { t } = useTranslation();
  const change = useAct(CHANGE_PASSWORD);
  const form = useForm({
    initialValues: { current: '', password: '' },
    validate: {
      current: (current) => (current === '' ? t('signIn.passwordMissing') : null),
      password: (password) => (password === '' ? t('signIn.passwordMissing') : null),
    },
  });
  useFieldErrors(form, change.refusals, FIELDS);

  const submit = async (input: typeof form.values): Promise<void> => {
    if ((await change.run({ input })) === null) return;
    form.reset();
    notify({ message: t('profile.passwordChanged') });
  };

  return (
    <Section title={t('profile.password')}>
      <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
        <Stack gap="sm" maw={380}>
          <Refusals of={otherRefusals(change.refusals, FIELDS)} />
          {/* For password managers, which keep passwords by name. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={t('profile.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            {...form.getInputProps('current')}
          />
          <NewPassword {...form.getInputProps('password')} />
          <div>
            <Button type="submit" variant="default" loading={change.isBusy}>
              {t('profile.changePassword')}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  );
}
