/** One field before and after, as text for readers. */
export interface FieldChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change that was made since the version that somebody knew, and who made it. */
export interface ChangeSince {
  readonly version: number;
  readonly changes: readonly FieldChange[];
  readonly actor: string;
}
