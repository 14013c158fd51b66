import type { ReactElement, ReactNode } from 'react';
import classes from './Chip.module.css';

/** What a state means for those who work: green is done, red needs somebody, yellow is on the way. */
export type Tone = 'good' | 'bad' | 'waiting' | 'open' | 'quiet';

/** A state in a word or two, with a dot in its colour. */
export function Chip({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): ReactElement {
  return (
    <span className={classes.chip} data-tone={tone}>
      {children}
    </span>
  );
}
