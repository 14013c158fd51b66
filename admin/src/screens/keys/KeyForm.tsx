import { Alert, Button, Code, CopyButton, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusals } from '../../components/Refusals';
import { useNow } from '../../components/useNow';
import { signedInRoute } from '../../frame';
import { otherRefusals, useAct, useFieldErrors } from '../../graphql/useAct';
import { MAKE_KEY } from './keys.query';

const ROLES = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const;
/** How long a key may be good, in days; 0 for ever. */
const TERMS = [30, 90, 365, 0] as const;
const DAY = 86_400_000;
const FIELDS = ['name', 'role', 'expiresAt'];

interface KeyFormProps {
  readonly onMade: () => void;
  readonly onDone: () => void;
}

/** Makes a key, and shows its secret the only time that it can be seen. */
export function KeyForm({ onMade, onDone }: KeyFormProps): ReactElement {
  const { t } = useTranslation();
  const { session } = signedInRoute.useRouteContext();
  const now = useNow();
  const make = useAct(MAKE_KEY);
  const [secret, setSecret] = useState<string | null>(null);
  const form = useForm({
    initialValues: { name: '', role: 'READER', expiresAt: '90' },
    validate: { name: (name) => (name.trim() === '' ? t('apiKeys.nameMissing') : null) },
  });
  useFieldErrors(form, make.refusals, FIELDS);

  const submit = async ({ name, role, expiresAt }: typeof form.values): Promise<void> => {
    const days = Number(expiresAt);
    const made = await make.run({
      input: {
        name,
        role: ROLES.find((each) => each === role) ?? 'READER',
        ...(days > 0 && { expiresAt: new Date(now + days * DAY).toISOString() }),
      },
    });
    if (!made?.newApiKey) return;
    setSecret(made.newApiKey.secret);
    onMade();
  };

  if (secret !== null) return <Secret secret={secret} onDone={onDone} />;
  return (
    <form onSubmit={form.onSubmit((values) => void submit(values))} noValidate>
      <Stack gap="sm">
        <Refusals of={otherRefusals(make.refusals, FIELDS)} />
        <TextInput
          label={t('apiKeys.name')}
          description={t('apiKeys.nameWhy')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('role.title')}
          data={ROLES.slice(0, ROLES.indexOf(session.role) + 1).map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <Select
          label={t('apiKeys.term')}
          data={TERMS.map((days) => ({
            value: String(days),
            label: days === 0 ? t('apiKeys.forEver') : t('apiKeys.days', { count: days }),
          }))}
          {...form.getInputProps('expiresAt')}
        />
        <Group justify="flex-end" mt="xs">
          <Button type="submit" loading={make.isBusy}>
            {t('apiKeys.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Alert color="green" variant="light" role="status">
        {t('apiKeys.once')}
      </Alert>
      <Code block aria-label={t('apiKeys.secret')} tabIndex={0}>
        {secret}
      </Code>
      <Text c="dimmed" size="sm">
        {t('apiKeys.how')}
      </Text>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
