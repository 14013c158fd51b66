import { useEffect } from 'react';

/**
 * Keeps what is written in a form while the browser's tab is open, so that it survives a reload.
 * @param key where it is kept
 * @returns what was kept before, and a way to forget it
 */
export function useDraft(key: string, values: object): () => void {
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(values)), [key, values]);
  return () => sessionStorage.removeItem(key);
}

/** What `useDraft` kept, laid over what a form begins with. */
export function draftOf<Values extends object>(key: string, initial: Values): Values {
  const kept = sessionStorage.getItem(key);
  return kept === null ? initial : { ...initial, ...(JSON.parse(kept) as Partial<Values>) };
}
