/** An account that acts or has written, with the person who answers for it where it is no person itself. */
export interface Hand {
  readonly accountId: string;
  readonly responsibleId: string | null;
}

/**
 * Whose hand it is: four eyes are those of two people, so a service writes and decides for whoever answers for it, and
 * keys and sign-ins do not count at all.
 */
function personOf({ accountId, responsibleId }: Hand): string {
  return responsibleId ?? accountId;
}

/** Whether nobody who wrote a part of something is the one who decides on it. */
export function isSecondPerson(decider: Hand, authors: readonly Hand[]): boolean {
  return authors.every((author) => personOf(author) !== personOf(decider));
}
