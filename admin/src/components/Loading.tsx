import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Stands where a list will be. */
export function Loading({ rows = 6 }: { readonly rows?: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" p="md" role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={18} width={`${90 - ((row * 17) % 40)}%`} radius="sm" />
      ))}
    </Stack>
  );
}
