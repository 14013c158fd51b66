import { Button, Stack, Text, Title } from '@mantine/core';
import { AlertIcon } from '@primer/octicons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CombinedError } from 'urql';

interface FailedProps {
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Stands where something could not be read, with what the service said and a way to try again. */
export function Failed({ error, onRetry }: FailedProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack align="center" gap="xs" p="xl" role="alert">
      <AlertIcon size={24} />
      <Title order={2}>{t('failed.title')}</Title>
      <Text c="dimmed" ta="center" maw={480}>
        {wordsOf(error) ?? t('failed.offline')}
      </Text>
      <Button variant="default" mt="xs" onClick={onRetry}>
        {t('failed.retry')}
      </Button>
    </Stack>
  );
}

/** What the service said; null where it did not answer. */
function wordsOf(error: unknown): string | null {
  if (!(error instanceof CombinedError)) return error instanceof Error ? error.message : String(error);
  if (error.networkError && error.graphQLErrors.length === 0) return null;
  return error.graphQLErrors.map(({ message }) => message).join(' ');
}
