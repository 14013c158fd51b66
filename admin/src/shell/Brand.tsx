import { CommentDiscussionIcon } from '@primer/octicons-react';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import classes from './Brand.module.css';

const BRAND = 'Gainsay';

/** The service's name, which leads to the first screen. */
export function Brand(): ReactElement {
  return (
    <Link to="/" className={classes.brand} translate="no">
      <CommentDiscussionIcon size={16} />
      {BRAND}
    </Link>
  );
}
