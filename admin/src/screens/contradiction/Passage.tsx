import type { ReactElement } from 'react';
import { useQuery } from 'urql';
import { PASSAGE, type MemberCitation } from './contradiction.query';
import classes from './Passage.module.css';

interface PassageProps {
  readonly citation: string;
  readonly quote: MemberCitation['quote'];
  /** Whether the whole paragraph is read; else the quote stands with the few words about it. */
  readonly isWhole: boolean;
}

/** A quote, marked within what stands about it. */
export function Passage({ citation, quote, isWhole }: PassageProps): ReactElement {
  const [{ data }] = useQuery({
    query: PASSAGE,
    variables: { id: citation },
    pause: !isWhole,
    requestPolicy: 'cache-first',
  });
  const whole = data?.node?.__typename === 'Citation' ? paragraphOf(data.node.snapshot.text, data.node.quote) : null;
  const { before, after } = whole ?? { before: `… ${quote.prefix}`, after: `${quote.suffix} …` };
  return (
    <blockquote className={classes.passage} dir="auto">
      {before}
      <mark className={classes.quote}>{quote.exact}</mark>
      {after}
    </blockquote>
  );
}

/** What stands before and after a quote in its paragraph. */
function paragraphOf(
  text: string,
  quote: { readonly start: number; readonly end: number },
): { before: string; after: string } {
  const start = text.lastIndexOf('\n', quote.start - 1) + 1;
  const end = text.indexOf('\n', quote.end);
  return { before: text.slice(start, quote.start), after: text.slice(quote.end, end < 0 ? text.length : end) };
}
