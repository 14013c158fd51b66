import { useEffect } from 'react';

/** Names the page in the browser's tab and history, as the screen's heading does on it. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Gainsay' : `${title} · Gainsay`;
  }, [title]);
}
