import { Stack, Text } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  /** What one can do about it. */
  readonly children?: ReactNode;
}

/** Stands where a list has nothing in it. */
export function Empty({ title, children }: EmptyProps): ReactElement {
  return (
    <Stack align="center" gap={4} py={48} px="md">
      <Text fw={600}>{title}</Text>
      {children !== undefined && (
        <Text c="dimmed" ta="center" maw={480} component="div">
          {children}
        </Text>
      )}
    </Stack>
  );
}
