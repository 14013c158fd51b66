import type { NotificationData } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';

let isWanted = false;
const listeners = new Set<() => void>();

/** Tells for a moment what happened. What shows it is loaded with the first thing that there is to tell. */
export function notify(notice: NotificationData): void {
  isWanted = true;
  for (const listener of listeners) listener();
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(notice));
}

/** Whether there has been anything to tell. */
export function useAnyNotice(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isWanted,
  );
}
