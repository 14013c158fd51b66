/** What a person who starts the service is told. */
export interface Start {
  /** Where the service listens, without a path. */
  readonly url: string;
  /** The administrator's key, where this start made it. */
  readonly madeKey: string | null;
  /** Whether GAINSAY_ADMIN_KEY is set. */
  readonly keyIsGiven: boolean;
}

/** Plain text for the terminal: where the service is, and how to sign in. */
export function bannerOf(start: Start): string {
  const lines = [
    'Gainsay is running.',
    '',
    `  Panel              ${start.url}`,
    `  GraphiQL           ${start.url}/graphiql`,
    `  GraphQL endpoint   ${start.url}/graphql`,
    '',
    'Reading needs no key. To write, send this header (in GraphiQL under Headers, as JSON):',
    '',
    `  Authorization: Bearer ${start.madeKey ?? '<key>'}`,
    '',
    ...keyLines(start),
  ];
  return `\n${lines.join('\n')}\n\n`;
}

function keyLines({ madeKey, keyIsGiven }: Start): string[] {
  if (madeKey !== null)
    return ["This is the administrator's key. It is shown only this once: keep it in a safe place."];
  if (keyIsGiven) return ['The key is the one that GAINSAY_ADMIN_KEY holds.'];
  return [
    "The administrator's key was shown at the first start and is not shown again. If it is lost, start the service once",
    'with GAINSAY_ADMIN_KEY set to a new key of your choice; that one works from then on.',
  ];
}
