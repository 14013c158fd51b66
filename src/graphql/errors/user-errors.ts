import { IntrinsicException } from '@nestjs/common';
import type { UserErrorCode } from './user-error-code.js';

/** One expected failure of a change, for the person or program that asked for it. */
export interface UserProblem {
  readonly code: UserErrorCode;
  readonly message: string;
  /** Path of the input that is wrong, from the argument's name: `['input', 'citations', '0', 'quote', 'exact']`. */
  readonly field?: readonly string[];
  /** Offsets in UTF-16 code units where an ambiguous quote occurs. */
  readonly occurrences?: readonly number[];
  /** Where it stands in a file that the input holds: lines and columns count from 1. */
  readonly position?: { readonly path: string; readonly line: number; readonly column: number };
}

/**
 * Thrown by services when a change is refused for reasons that a client can mend. Mutations answer it with
 * `userErrors`, queries with one top-level error. Intrinsic, so that Nest does not log it as a fault.
 */
export class UserErrors extends IntrinsicException {
  override readonly name = 'UserErrors';

  constructor(readonly problems: readonly UserProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
  }
}

/** Shorthand for the usual case of one problem. */
export function userError(code: UserErrorCode, message: string, field?: readonly string[]): UserErrors {
  return new UserErrors([{ code, message, ...(field && { field }) }]);
}

/** What `read` gives; null where it throws UserErrors, whose problems are kept, so that several can be named at once. */
export function collectProblems<T>(problems: UserProblem[], read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    keepProblems(problems, error);
    return null;
  }
}

/** As {@link collectProblems}, for what takes time. */
export async function collectProblemsLater<T>(problems: UserProblem[], read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    keepProblems(problems, error);
    return null;
  }
}

function keepProblems(problems: UserProblem[], error: unknown): void {
  if (!(error instanceof UserErrors)) throw error;
  problems.push(...error.problems);
}
