import { Notifications } from '@mantine/notifications';
import type { ReactElement } from 'react';

/** Where what happened is told for a moment. */
export function Notices(): ReactElement {
  return <Notifications position="bottom-right" />;
}
