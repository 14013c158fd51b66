import { Group, Text, Title } from '@mantine/core';
import { useId, type ReactElement, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about?: string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen under a heading of its own. */
export function Section({ title, about, acts, children }: SectionProps): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" mb={about === undefined ? 'xs' : 2} wrap="nowrap">
        <Title order={2} id={id}>
          {title}
        </Title>
        {acts}
      </Group>
      {about !== undefined && (
        <Text c="dimmed" mb="xs">
          {about}
        </Text>
      )}
      {children}
    </section>
  );
}
