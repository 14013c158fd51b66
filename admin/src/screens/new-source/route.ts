import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../frame';

export const newSourceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/stories/$id/new-source',
  component: lazyRouteComponent(() => import('./NewSourceScreen'), 'NewSourceScreen'),
});
