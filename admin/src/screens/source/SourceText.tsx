import { useMemo, type ReactElement, type Ref } from 'react';
import type { Note } from './notes';
import { paragraphsOf, segmentsOf } from './segments';
import classes from './SourceText.module.css';

interface SourceTextProps {
  readonly ref: Ref<HTMLElement>;
  readonly text: string;
  readonly label: string;
  readonly language: string | null;
  readonly notes: readonly Note[];
  readonly active: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** A text with the words of its claims marked. Each paragraph is written in its own direction. */
export function SourceText({ ref, text, label, language, notes, active, onChoose }: SourceTextProps): ReactElement {
  const paragraphs = useMemo(
    () => paragraphsOf(text).map((paragraph) => ({ paragraph, segments: segmentsOf(paragraph, notes) })),
    [text, notes],
  );
  return (
    <article ref={ref} className={classes.text} aria-label={label} {...(language !== null && { lang: language })}>
      {paragraphs.map(({ paragraph, segments }) => (
        <p key={paragraph.start} dir="auto" className={classes.paragraph}>
          {segments.map(({ start, end, by }) => {
            const words = text.slice(start, end);
            const note = by.find(({ id }) => id === active) ?? by.find(needsAttention) ?? by[0];
            if (note === undefined) return <span key={start}>{words}</span>;
            return (
              <mark
                key={start}
                className={classes.mark}
                data-state={note.state}
                data-denial={note.isDenial || undefined}
                data-disputed={note.disputes.length > 0 || undefined}
                data-active={note.id === active || undefined}
                data-starts={by.flatMap((each) => (each.start === start ? [each.id] : [])).join(' ') || undefined}
                onClick={() => onChoose(note.id)}
              >
                {words}
              </mark>
            );
          })}
        </p>
      ))}
    </article>
  );
}

/** What shows first where several claims are made in the same words: those that wait to be decided on, and those that do not fit. */
function needsAttention({ state, disputes }: Note): boolean {
  return state === 'PENDING' || disputes.length > 0;
}
