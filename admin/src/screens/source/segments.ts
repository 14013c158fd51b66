/** Something that covers a part of a text; the end is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that the same spans cover from end to end. */
export interface Segment<Covering> extends Span {
  /** The shortest first, as it says most closely what stands there. */
  readonly by: readonly Covering[];
}

/** The paragraphs of a text, by what ends a line. */
export function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Cuts a paragraph wherever something begins or ends to be covered. */
export function segmentsOf<Covering extends Span>(
  paragraph: Span,
  covering: readonly Covering[],
): readonly Segment<Covering>[] {
  const within = covering.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const cuts = [paragraph.start, paragraph.end, ...within.flatMap(({ start, end }) => [start, end])]
    .filter((cut) => cut >= paragraph.start && cut <= paragraph.end)
    .sort((a, b) => a - b);
  const bounds = [...new Set(cuts)];
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? paragraph.start;
    const by = within.filter((each) => each.start <= start && each.end >= end);
    return { start, end, by: by.sort((a, b) => a.end - a.start - (b.end - b.start)) };
  });
}
