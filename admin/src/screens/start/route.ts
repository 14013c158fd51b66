import { createRoute, redirect } from '@tanstack/react-router';
import { signedInRoute } from '../../frame';

/** The address of the service by itself leads to the first screen. */
export const startRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/stories' });
  },
});
