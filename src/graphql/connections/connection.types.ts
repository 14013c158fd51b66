/** One item of a connection. */
export interface EdgeOf<T> {
  readonly cursor: string;
  readonly node: T;
}

/** Where a page stands in its list. */
export interface PageInfoFields {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A page of a list as resolvers return it; `totalCount` is called only where a client asks for it. */
export interface ConnectionOf<T> {
  readonly edges: readonly EdgeOf<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoFields;
  readonly totalCount: () => Promise<number> | number;
}
