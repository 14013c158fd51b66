import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from '../../frame';

const search = z.object({
  /** Words that the title contains. */
  query: z.catch(z.optional(z.string()), undefined),
  order: z.catch(z.optional(z.enum(['UPDATED_AT', 'CREATED_AT', 'TITLE'])), undefined),
});

export const storiesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/stories',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./StoriesScreen'), 'StoriesScreen'),
});
