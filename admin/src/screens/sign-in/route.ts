import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { rootRoute } from '../../frame';
import { currentSession } from '../../session/session';

const search = z.object({
  /** Where to go then: a path of the panel. */
  to: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined),
  /** Why single sign-on did not succeed, as the service says. */
  signInError: z.catch(z.optional(z.string()), undefined),
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: search,
  beforeLoad: async ({ search: { to } }) => {
    const session = await currentSession();
    if (session.account !== null) throw redirect({ href: to ?? '/' });
    if (session.setUpRequired && session.singleSignOn === null) throw redirect({ to: '/set-up' });
    return { session };
  },
  component: lazyRouteComponent(() => import('./SignInScreen'), 'SignInScreen'),
});
