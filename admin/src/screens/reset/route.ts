import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../frame';
import { currentSession } from '../../session/session';

/** The token stands behind the #, so that neither the service's log nor another page sees it. */
export const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset',
  beforeLoad: async () => ({ session: await currentSession() }),
  component: lazyRouteComponent(() => import('./ResetScreen'), 'ResetScreen'),
});
