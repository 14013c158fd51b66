import { Group, Paper, Title } from '@mantine/core';
import { CommentDiscussionIcon } from '@primer/octicons-react';
import type { ReactElement, ReactNode } from 'react';
import { useTitle } from './useTitle';
import classes from './FrontDoor.module.css';

/** What stands before one has signed in: one small form in the middle of the page. */
export function FrontDoor({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  useTitle(title);
  return (
    <main className={classes.page}>
      <Group gap="xs" justify="center" mb="lg" className={classes.brand}>
        <CommentDiscussionIcon size={20} />
        <span translate="no">{BRAND}</span>
      </Group>
      <Paper withBorder p="lg" radius="lg" className={classes.card}>
        <Title order={1} mb="md">
          {title}
        </Title>
        {children}
      </Paper>
    </main>
  );
}

const BRAND = 'Gainsay';
