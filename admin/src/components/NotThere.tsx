import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Stands where an address leads nowhere, or to what one may not see. */
export function NotThere(): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack align="center" gap="xs" p="xl">
      <Title order={1}>{t('notThere.title')}</Title>
      <Text c="dimmed" ta="center" maw={480}>
        {t('notThere.why')}
      </Text>
      <Anchor component={Link} to="/">
        {t('notThere.back')}
      </Anchor>
    </Stack>
  );
}
