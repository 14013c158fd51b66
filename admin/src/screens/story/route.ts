import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { signedInRoute } from '../../frame';

const search = z.object({
  /** Which part of the story shows; its questions where absent. */
  view: z.catch(z.optional(z.enum(['contradictions', 'sources', 'claims'])), undefined),
  /** Only questions whose answers do not fit. */
  disputed: z.catch(z.optional(z.boolean()), undefined),
  /** Only claims or contradictions that stand so. */
  status: z.catch(z.optional(z.string()), undefined),
});

export const storyRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/stories/$slug',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./StoryScreen'), 'StoryScreen'),
});
