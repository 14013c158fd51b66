import { createRouter } from '@tanstack/react-router';
import { Failed } from './components/Failed';
import { Loading } from './components/Loading';
import { NotThere } from './components/NotThere';
import { rootRoute, signedInRoute } from './frame';
import { contradictionRoute } from './screens/contradiction/route';
import { invitationRoute } from './screens/invitation/route';
import { keysRoute } from './screens/keys/route';
import { newSourceRoute } from './screens/new-source/route';
import { profileRoute } from './screens/profile/route';
import { resetRoute } from './screens/reset/route';
import { setUpRoute } from './screens/set-up/route';
import { signInRoute } from './screens/sign-in/route';
import { sourceRoute } from './screens/source/route';
import { startRoute } from './screens/start/route';
import { storiesRoute } from './screens/stories/route';
import { storyRoute } from './screens/story/route';

/** One line for each screen: within the shell those for people who have signed in, beside it the rest. */
const routes = rootRoute.addChildren([
  invitationRoute,
  resetRoute,
  setUpRoute,
  signInRoute,
  signedInRoute.addChildren([
    contradictionRoute,
    keysRoute,
    newSourceRoute,
    profileRoute,
    sourceRoute,
    startRoute,
    storiesRoute,
    storyRoute,
  ]),
]);

export const router = createRouter({
  routeTree: routes,
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} onRetry={reset} />,
  defaultNotFoundComponent: NotThere,
  defaultPendingComponent: Loading,
  scrollRestoration: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
