/** Parameters that tell who came from where, and nothing of what is shown. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|wt\.mc_\w+)$/i;

/** An address without its fragment and without parameters that only track: the same page has the same one. */
export function plainAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/**
 * The address by which a page is known here: the one that it calls its own where that is of the same site, else where it
 * was found. A page cannot pass for one of another site.
 */
export function addressOfPage(found: string, canonical: string | null): string {
  const isOwn = canonical !== null && siteOf(canonical) === siteOf(found);
  return plainAddress(isOwn ? canonical : found);
}

/** Host and port; pages move between with and without www and between http and https. */
function siteOf(address: string): string {
  return new URL(address).host.replace(/^www\./, '');
}
