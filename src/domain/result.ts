/** One thing wrong with an input, for the person who wrote it. */
export interface Problem<Code extends string> {
  readonly code: Code;
  /** A sentence that says what is wrong and, where it helps, what would be right. */
  readonly message: string;
  /** Path of the offending field within the input that was given. */
  readonly field: readonly string[];
}

/** Either what was asked for, or everything that stands against it (at least one problem). */
export type Result<T, Code extends string> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem<Code>[] };

export function succeed<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function fail<Code extends string>(
  ...problems: readonly Problem<Code>[]
): { readonly ok: false; readonly problems: readonly Problem<Code>[] } {
  return { ok: false, problems };
}
