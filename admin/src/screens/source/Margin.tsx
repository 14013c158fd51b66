import { useLayoutEffect, useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import classes from './Margin.module.css';
import type { Note } from './notes';

/** Between two notes, in pixels. */
const GAP = 8;

interface MarginProps {
  /** The text, in which each note's words are marked. */
  readonly text: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly notes: readonly Note[];
  readonly active: string | undefined;
  readonly children: (note: Note) => ReactNode;
}

/** Notes beside the text, each as near to its words as the others let it; the one that is looked at right beside them. */
export function Margin({ text, label, notes, active, children }: MarginProps): ReactElement {
  const list = useRef<HTMLOListElement>(null);

  useLayoutEffect(() => {
    const [column, words] = [list.current, text.current];
    if (column === null || words === null) return undefined;
    const items = [...column.children].filter((item) => item instanceof HTMLElement);
    const place = (): void => {
      const wanted = startsIn(words);
      const cards = notes.map(({ id }, index) => ({
        top: wanted.get(id) ?? 0,
        height: items[index]?.offsetHeight ?? 0,
      }));
      const anchor = Math.max(
        0,
        notes.findIndex(({ id }) => id === active),
      );
      const tops = spread(cards, anchor);
      for (const [index, top] of tops.entries()) items[index]?.style.setProperty('top', `${top}px`);
      column.style.minHeight = `${(tops.at(-1) ?? 0) + (cards.at(-1)?.height ?? 0)}px`;
    };
    place();
    const observer = new ResizeObserver(place);
    for (const each of [words, ...items]) observer.observe(each);
    return () => observer.disconnect();
  }, [text, notes, active]);

  return (
    <ol ref={list} className={classes.margin} aria-label={label}>
      {notes.map((note) => (
        <li key={note.id} className={classes.note} data-note data-active={note.id === active || undefined}>
          {children(note)}
        </li>
      ))}
    </ol>
  );
}

/** How far down the words of each note begin, in pixels. */
function startsIn(text: HTMLElement): ReadonlyMap<string, number> {
  const marks = [...text.querySelectorAll<HTMLElement>('[data-starts]')];
  return new Map(
    marks.flatMap((mark) => (mark.dataset.starts ?? '').split(' ').map((id) => [id, mark.offsetTop] as const)),
  );
}

/** Where each card comes to stand: the anchor where it wants to, the others pushed away from it as far as they must be. */
function spread(
  cards: readonly { readonly top: number; readonly height: number }[],
  anchor: number,
): readonly number[] {
  const tops = cards.map(({ top }) => top);
  for (let index = anchor - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? 0, (tops[index + 1] ?? 0) - (cards[index]?.height ?? 0) - GAP);
  }
  // Above the text there is no room.
  tops[0] = Math.max(0, tops[0] ?? 0);
  for (let index = 1; index < tops.length; index += 1) {
    tops[index] = Math.max(tops[index] ?? 0, (tops[index - 1] ?? 0) + (cards[index - 1]?.height ?? 0) + GAP);
  }
  return tops;
}
