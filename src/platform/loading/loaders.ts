import DataLoader from 'dataloader';

/**
 * The DataLoaders of one request, made when first asked for. A loader gathers the keys that field resolvers ask for
 * in one turn and reads them in one statement, so that a list of any length costs the same number of statements.
 */
export class Loaders {
  private readonly loaders = new Map<string, DataLoader<unknown, unknown, unknown>>();
  private shared = new WeakMap<object, Map<string, unknown>>();

  /**
   * The request's loader of this name.
   * @param name unique to what is loaded, its arguments included
   * @param load gives for every key, in order, its value
   * @param cacheKey makes a key comparable where it is not a string
   */
  get<K, V>(
    name: string,
    load: (keys: readonly K[]) => Promise<readonly V[]>,
    cacheKey?: (key: K) => string,
  ): DataLoader<K, V, unknown> {
    const known = this.loaders.get(name);
    if (known) return known as DataLoader<K, V, unknown>;
    const loader = new DataLoader<K, V, unknown>(load, cacheKey ? { cacheKeyFn: cacheKey } : {});
    this.loaders.set(name, loader);
    return loader;
  }

  /**
   * What is made once for an object that many rows of the request share, such as the checked arguments of a field.
   * @param name unique among what is made for the object
   */
  sharedBy<V>(object: object, name: string, make: () => V): V {
    const known = this.shared.get(object) ?? new Map<string, unknown>();
    if (known.has(name)) return known.get(name) as V;
    const made = make();
    this.shared.set(object, known.set(name, made));
    return made;
  }

  /** Forgets all that was read: a write may have made it untrue. */
  forget(): void {
    this.loaders.clear();
    this.shared = new WeakMap();
  }
}

/** Puts rows in the order of the keys they were asked by; null where a key has none. */
export function inOrderOf<K, R>(
  keys: readonly K[],
  rows: readonly R[],
  keyOf: (row: R) => string,
  nameOf: (key: K) => string,
): (R | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(nameOf(key)) ?? null);
}

/** Puts rows in groups in the order of the keys they were asked by; empty where a key has none. */
export function groupedBy<K, R>(
  keys: readonly K[],
  rows: readonly R[],
  keyOf: (row: R) => string,
  nameOf: (key: K) => string,
): R[][] {
  const groups = new Map<string, R[]>(keys.map((key) => [nameOf(key), []]));
  for (const row of rows) groups.get(keyOf(row))?.push(row);
  return keys.map((key) => groups.get(nameOf(key)) ?? []);
}
