import { Group, Title } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './Page.module.css';
import { useTitle } from './useTitle';

interface PageProps {
  readonly title: string;
  /** What stands at the end of the heading's line: the acts of the screen. */
  readonly acts?: ReactNode;
  /** What stands below the heading and stays while the rest scrolls: filters, tabs. */
  readonly bar?: ReactNode;
  /** Whether the content is read from line to line and so kept narrow. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** What each screen in the shell stands in: a heading that stays, and content that scrolls. */
export function Page({ title, acts, bar, narrow = false, children }: PageProps): ReactElement {
  useTitle(title);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Group justify="space-between" wrap="nowrap" gap="sm" mih={32}>
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          {acts !== undefined && (
            <Group gap="xs" wrap="nowrap">
              {acts}
            </Group>
          )}
        </Group>
        {bar}
      </div>
      <div className={narrow ? classes.narrow : classes.content}>{children}</div>
    </div>
  );
}
