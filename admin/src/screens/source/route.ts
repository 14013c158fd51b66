import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from '../../frame';

const search = z.object({
  /** The suggestion or citation that is looked at. */
  at: z.catch(z.optional(z.string()), undefined),
});

export const sourceRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sources/$id',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./ReaderScreen'), 'ReaderScreen'),
});
