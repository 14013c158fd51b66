import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';

/** A key, or two after another ("g s"), and what it does. */
export interface KeyAct {
  /** As KeyboardEvent.key says it; keys of a sequence have a space between them. */
  readonly keys: string;
  /** What it does, in words, for the list of keys. */
  readonly label: string;
  readonly act: () => void;
}

/** Where a group of keys is listed: those of the whole panel, or of the screen that shows. */
export type KeyScope = 'panel' | 'screen';

interface KeyRegistry {
  readonly groups: ReadonlyMap<symbol, { readonly scope: KeyScope; readonly acts: readonly KeyAct[] }>;
  readonly register: (id: symbol, scope: KeyScope, acts: readonly KeyAct[]) => () => void;
}

const Keys = createContext<KeyRegistry | null>(null);

/** How long the second key of a sequence may take, in milliseconds. */
const SEQUENCE = 1_200;

/** Listens for the keys that screens register. Nothing is listened to while somebody writes or a dialogue is open. */
export function KeysProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [groups, setGroups] = useState<KeyRegistry['groups']>(new Map());
  const latest = useRef(groups);
  useEffect(() => {
    latest.current = groups;
  }, [groups]);

  useEffect(() => {
    let before: { key: string; at: number } | null = null;
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      const sequence = before !== null && event.timeStamp - before.at < SEQUENCE ? `${before.key} ${event.key}` : null;
      const acts = [...latest.current.values()].flatMap((group) => group.acts).reverse();
      const found = acts.find(({ keys }) => keys === sequence) ?? acts.find(({ keys }) => keys === event.key);
      before = found ? null : { key: event.key, at: event.timeStamp };
      if (!found) return;
      event.preventDefault();
      found.act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);

  const registry = useMemo<KeyRegistry>(
    () => ({
      groups,
      register: (id, scope, acts) => {
        setGroups((present) => new Map(present).set(id, { scope, acts }));
        return () =>
          setGroups((present) => {
            const left = new Map(present);
            left.delete(id);
            return left;
          });
      },
    }),
    [groups],
  );
  return <Keys value={registry}>{children}</Keys>;
}

/** Registers keys for as long as the component shows. */
export function useKeys(acts: readonly KeyAct[], scope: KeyScope = 'screen'): void {
  const register = useContext(Keys)?.register;
  const latest = useRef(acts);
  // As soon as something shows, keys act on it.
  useLayoutEffect(() => {
    latest.current = acts;
  });
  const names = acts.map(({ keys, label }) => `${keys}\t${label}`).join('\n');
  useEffect(() => {
    const stable = names.split('\n').flatMap((line, index) => {
      const [keys = '', label = ''] = line.split('\t');
      return keys === '' ? [] : [{ keys, label, act: () => latest.current[index]?.act() }];
    });
    return register?.(Symbol('keys'), scope, stable);
    // The registry's function is made anew with each registration and does the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [names, scope]);
}

/** All keys that work now, by where they are listed. */
export function useAllKeys(): Readonly<Record<KeyScope, readonly KeyAct[]>> {
  const groups = [...(useContext(Keys)?.groups.values() ?? [])];
  const of = (scope: KeyScope): KeyAct[] => groups.filter((group) => group.scope === scope).flatMap(({ acts }) => acts);
  return { panel: of('panel'), screen: of('screen') };
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
    return true;
  return target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="range"])');
}
