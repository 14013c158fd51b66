import type { ReactElement, ReactNode } from 'react';
import classes from './Filters.module.css';

/** What a list is narrowed and ordered by, in a line below the heading. */
export function Filters({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={classes.filters}>{children}</div>;
}
