import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { rootRoute } from '../../frame';
import { currentSession } from '../../session/session';

export const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  beforeLoad: async () => {
    const session = await currentSession();
    if (!session.setUpRequired) throw redirect({ to: '/sign-in' });
    return { session };
  },
  component: lazyRouteComponent(() => import('./SetUpScreen'), 'SetUpScreen'),
});
