/** Minutes for which somebody has an item at hand, from when it was handed out or renewed. */
export const LEASE_MINUTES = 15;
