import type { ReactElement, ReactNode } from 'react';
import classes from './Rows.module.css';

/** A short list in a frame, for settings and the like. */
export function Rows({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <ul className={classes.rows} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly about: ReactNode;
  readonly acts?: ReactNode;
}

/** One of a short list: what it is, in smaller letters what there is to know of it, and what can be done. */
export function Row({ title, about, acts }: RowProps): ReactElement {
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.title}>{title}</div>
        <div className={classes.about}>{about}</div>
      </div>
      <div className={classes.acts}>{acts}</div>
    </li>
  );
}
