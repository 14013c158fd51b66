/**
 * A reason not to start that the person who started the service can mend: a wrong setting, a directory in use, a
 * server out of reach. Its message says what is wrong and what to do, and is shown without a stack trace.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}

/** What an error says, for use within a message; Node gives errors of a name with several addresses no text. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
