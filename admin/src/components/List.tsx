import { Button } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../graphql/usePages';
import { Empty } from './Empty';
import { Failed } from './Failed';
import classes from './List.module.css';
import { Loading } from './Loading';

interface ListProps<Node> {
  readonly of: Pages<Node, unknown>;
  /** What there is none of, where there is none. */
  readonly none: string;
  /** A line of the list, within an element li. */
  readonly children: (node: Node) => ReactNode;
}

/** A list over the whole width, read page by page, with what to show while it is read, empty or out of reach. */
export function List<Node extends { readonly id: string }>({ of, none, children }: ListProps<Node>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {of.error !== undefined && <Failed error={of.error} onRetry={of.retry} />}
      {of.isLoading && <Loading />}
      {of.nodes?.length === 0 && <Empty title={none} />}
      <ul className={classes.list}>
        {of.nodes?.map((node) => (
          <li key={node.id} className={classes.line}>
            {children(node)}
          </li>
        ))}
      </ul>
      {of.more !== null && (
        <Button variant="subtle" mx="md" my="sm" onClick={of.more} loading={of.isLoadingMore}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

interface LineProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  /** What stands at the line's end. */
  readonly end?: ReactNode;
}

/** What a line says: what it is, in smaller letters what there is to know of it, and at its end how it stands. */
export function Line({ title, about, end }: LineProps): ReactElement {
  return (
    <div className={classes.words}>
      <div className={classes.main}>
        <div className={classes.title}>{title}</div>
        {about !== undefined && <div className={classes.about}>{about}</div>}
      </div>
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </div>
  );
}
