import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../../frame';

export const contradictionRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/contradictions/$id',
  component: lazyRouteComponent(() => import('./ContradictionScreen'), 'ContradictionScreen'),
});
