import type { TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useClient, useQuery, type CombinedError } from 'urql';

/** A page of a connection. */
export interface PageOf<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A list that is read page by page. */
export interface Pages<Node, Data> {
  /** All that was read so far; undefined before the first page is there. */
  readonly nodes: readonly Node[] | undefined;
  /** What came with the first page. */
  readonly first: Data | undefined;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly error: CombinedError | undefined;
  /** Reads the next page; null where there is none. */
  readonly more: (() => void) | null;
  /** Reads anew from the start. */
  readonly retry: () => void;
}

interface Further<Node> {
  readonly of: string;
  readonly pages: readonly PageOf<Node>[];
}

/**
 * Reads a list page by page, and the first page again when what it says changes.
 * @param document takes its cursor as $after
 * @param variables by which the list is one; other variables begin anew
 * @param connectionOf the connection in what the document gives
 */
export function usePages<Data, Variables extends { after?: string | null | undefined }, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionOf: (data: Data) => PageOf<Node> | null | undefined,
): Pages<Node, Data> {
  const client = useClient();
  const [{ data, error, fetching, stale }, reread] = useQuery({ query: document, variables: variables as Variables });
  const [further, setFurther] = useState<Further<Node>>({ of: '', pages: [] });
  const [failure, setFailure] = useState<{ of: string; error: CombinedError | undefined }>();
  const [isLoadingMore, setLoadingMore] = useState(false);
  const first = data === undefined ? undefined : connectionOf(data);
  const of = JSON.stringify([variables, first?.pageInfo.endCursor]);
  const pages = first ? [first, ...(further.of === of ? further.pages : [])] : [];
  const last = pages.at(-1)?.pageInfo;

  const after = last?.endCursor;
  const loadMore = useCallback(() => {
    setLoadingMore(true);
    void client
      .query(document, { ...variables, after } as Variables)
      .toPromise()
      .then((result) => {
        setLoadingMore(false);
        setFailure({ of, error: result.error });
        const page = result.data === undefined ? null : connectionOf(result.data);
        if (page) setFurther((before) => ({ of, pages: [...(before.of === of ? before.pages : []), page] }));
      });
    // The variables and the cursor are what `of` and `after` say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, document, of, after]);

  return {
    nodes: first ? pages.flatMap(({ nodes }) => nodes) : undefined,
    first: data,
    isLoading: fetching && !stale && first === undefined,
    isLoadingMore,
    error: error && first === undefined ? error : failure?.of === of ? failure.error : undefined,
    more: last?.hasNextPage === true ? loadMore : null,
    retry: () => reread({ requestPolicy: 'network-only' }),
  };
}
