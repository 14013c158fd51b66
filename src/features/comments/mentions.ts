/** A place in a comment where somebody is mentioned. */
export interface Mention {
  /** What the token names: the global id of a User, unless it was mistyped. */
  readonly id: string;
  /** Where the token stands, in UTF-16 code units; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/**
 * A mention is `@[`, the global id of a User, `]`, with nothing else in it. The id says who is meant, whoever else has that
 * name, and however it changes; a panel puts the token in where somebody chose a name from `people`. What only looks
 * similar (`@Edith`, `@[Edith Larsen]`, an address) is text.
 */
const MENTION = /@\[([A-Za-z0-9_-]{1,128})\]/g;

/** The mentions of a text, in order. */
export function mentionsIn(body: string): Mention[] {
  return [...body.matchAll(MENTION)].map((match) => ({
    id: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The ids that a text mentions, each once, in order. */
export function mentionedIn(body: string): string[] {
  return [...new Set(mentionsIn(body).map(({ id }) => id))];
}

/** How a mention of somebody is written. @param id the global id of their User */
export function mentionOf(id: string): string {
  return `@[${id}]`;
}

/** A text as people read it: each mention as `@` and a name. What nobody has the name of stays as it is. */
export function withNames(body: string, names: ReadonlyMap<string, string>): string {
  return body.replace(MENTION, (token, id: string) => {
    const name = names.get(id);
    return name === undefined ? token : `@${name}`;
  });
}
