import type { Identity } from '../arithmetic/identity.js';
import type { Property } from '../claim/claim.js';
import type { Order } from '../order/order.js';

/** What ties the questions of one subject together: sums that must come out, and times that must follow each other. */
export interface Ties {
  readonly identities: readonly Identity[];
  readonly orders: readonly Order[];
  /** Every property that these name, and perhaps others. */
  readonly properties: readonly Property[];
}

/**
 * The keys of all properties that are tied to this one, by however long a way, itself among them, sorted. What is found
 * across questions for one of them depends on the answers to all of them, and on those to no other.
 */
export function tiedProperties(key: string, ties: Ties): readonly string[] {
  const links = linksOf(ties);
  // A set hands out what is added while it is walked, each key once.
  const tied = new Set([key]);
  for (const known of tied) {
    for (const link of links.filter((keys) => keys.includes(known))) link.forEach((each) => tied.add(each));
  }
  return [...tied].sort();
}

/** What is among these properties, which are all those that are tied to one of them. */
export function tiesAmong(keys: readonly string[], { identities, orders, properties }: Ties): Ties {
  return {
    identities: identities.filter(({ whole }) => keys.includes(whole)),
    orders: orders.filter(({ earlier }) => keys.includes(earlier)),
    properties: properties.filter(({ key }) => keys.includes(key)),
  };
}

/** For each identity and order, the properties that it ties. */
function linksOf({ identities, orders }: Pick<Ties, 'identities' | 'orders'>): readonly (readonly string[])[] {
  return [
    ...identities.map(({ whole, parts }) => [whole, ...parts]),
    ...orders.map(({ earlier, later }) => [earlier, later]),
  ];
}
