/** A, B, C: by which the members of a contradiction are told from each other. */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}
