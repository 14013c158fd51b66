import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { signedInRoute } from '../frame';
import { destinations } from './destinations';
import classes from './Navigation.module.css';

/** The screens, each a link. */
export function Navigation(): ReactElement {
  const { t } = useTranslation();
  const { session } = signedInRoute.useRouteContext();
  return (
    <ul className={classes.list}>
      {destinations(session.role).map(({ to, word, icon: Icon }) => (
        <li key={to}>
          <Link to={to} className={classes.link} activeProps={{ 'data-active': true }}>
            <Icon size={16} />
            {t(word)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
