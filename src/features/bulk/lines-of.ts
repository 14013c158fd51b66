/** Longest line, in bytes: the longest text of a source with every character escaped fits. */
export const MAX_LINE_BYTES = 8 * 1024 * 1024;

/** A line of a file, without its end. */
export interface FileLine {
  /** Counts from 1. */
  readonly number: number;
  /** Its text; null where it cannot be read. */
  readonly text: string | null;
  /** Its bytes with its end, as they stand in the file: more than a line may have, or not UTF-8, where it cannot be read. */
  readonly bytes: number;
}

const NEWLINE = 0x0a;

/**
 * Splits bytes into lines at LF, as they come. Holds one line at most, and of one that is too long nothing.
 * @param onBytes told of every byte before the line that it belongs to is given, in order
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<FileLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const take = (part: Uint8Array): void => {
    onBytes(part);
    length += part.length;
    if (length > MAX_LINE_BYTES) held = [];
    else held.push(part);
  };
  const end = (): FileLine => {
    number += 1;
    const line = { number, text: length > MAX_LINE_BYTES ? null : textOf(held), bytes: length };
    held = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at + 1));
      start = at + 1;
      yield end();
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield end();
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function textOf(parts: readonly Uint8Array[]): string | null {
  try {
    return decoder.decode(Buffer.concat(parts));
  } catch {
    return null;
  }
}
