/**
 * What is asked of an object: which of its fields, and what is asked in turn of the objects behind them. The GraphQL
 * layer makes it from a selection; repositories read by it, so that no column and no row is read that nobody wants.
 */
export interface Asked {
  /** Equal for two that ask for the same. */
  readonly key: string;
  /** The names of the fields, each once, however often and under whatever alias it is mentioned. */
  readonly names: readonly string[];
  /** What is asked of the object behind a field, over all mentions of it. Of a connection: of its nodes. */
  below(name: string): Asked;
  /**
   * The page of a list that is asked for in the simplest way there is: the field is mentioned once, under no condition,
   * with no argument but `first`. Null for any other. A field without arguments counts, with a page of its default size.
   */
  page(name: string): AskedPage | null;
  /** As `page`, but the page may begin after a cursor. */
  pageAfter(name: string): (AskedPage & { readonly after: string | null }) | null;
}

/** A page of a list: how many items, and what is asked of each. */
export interface AskedPage {
  readonly first: number;
  readonly asked: Asked;
}
