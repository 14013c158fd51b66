import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { Failed } from './components/Failed';
import { Loading } from './components/Loading';
import { NotThere } from './components/NotThere';
import { currentSession } from './session/session';

/** What all screens stand in. */
export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  notFoundComponent: NotThere,
  pendingComponent: Loading,
});

/** What the screens for people who have signed in stand in; others are asked to sign in first, and then come back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const session = await currentSession();
    if (session.account === null) {
      const { signInError } = location.search as { signInError?: string };
      throw redirect({
        to: '/sign-in',
        search: {
          ...(location.href !== '/' && !signInError && { to: location.href }),
          ...(signInError && { signInError }),
        },
      });
    }
    return { session, account: session.account };
  },
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
});
