import { timeOf } from '../values/time.js';
import type { TimeValue } from '../values/value.js';
import { dayOf, type IsoDay } from './calendar.js';
import { compileVocabulary, type CompiledVocabulary } from './compile.js';
import type { Finding } from './finding.js';
import { readConcepts } from './read-concepts.js';
import { readCounts } from './read-counts.js';
import { readEllipses } from './read-ellipses.js';
import { readParts } from './read-parts.js';
import { readPatterns } from './read-patterns.js';
import { countsByTerm, narrowingOf, type Narrowing } from './preposition-scope.js';
import { lastCount, readRevisions } from './read-revisions.js';
import { readAgents, readBooleans } from './read-says.js';
import { readTimes } from './read-times.js';
import type { ReadableVocabulary } from './recognition.js';
import { isBackground } from './background.js';
import { sceneOf, type Scene } from './scene.js';
import { Speakers, type Voice } from './speakers.js';
import { stanceOf, type Stance } from './stance.js';
import { subjectHintOf } from './subject-hint.js';
import { statementOf } from './suggested-statement.js';
import {
  byDimension,
  type ReadingContext,
  type ReadQuote,
  type SuggestedValue,
  type Suggestion,
} from './suggestion.js';
import { edtfOf, type ReadTime } from './time-mention.js';
import type { Sentence } from './sentence.js';
import { sentencesOf } from './tokenize.js';

/** Reads texts by one vocabulary. */
export type Reader = (text: string, context: ReadingContext) => readonly Suggestion[];

const BEST = 0.95;
const LEAST = 0.1;

/**
 * A reader for a vocabulary: making it takes time in proportion to the vocabulary, reading in proportion to the text.
 * It is pure: the same text and context give the same suggestions, in the order of the text. It never fails: of what
 * it cannot read it says nothing. What a text says twice in the same voice is suggested once.
 */
export function readerOf(vocabulary: ReadableVocabulary): Reader {
  const compiled = compileVocabulary(vocabulary);
  return (text, context) => read(text, context, compiled);
}

/** All of a suggestion but what needs the event's day; nothing in it holds on to the sentence's words. */
interface Heard {
  readonly finding: Finding;
  readonly narrowing: Narrowing | null;
  readonly voice: Voice;
  readonly stance: Stance;
  readonly subjectHint: string | null;
  readonly quote: ReadQuote;
}

interface Told extends Heard {
  readonly value: SuggestedValue;
}

function read(text: string, context: ReadingContext, vocabulary: CompiledVocabulary): readonly Suggestion[] {
  const published = dayOf(context.publishedAt);
  const speakers = new Speakers();
  const heard: Heard[] = [];
  let counted: Counted | null = null;
  for (const sentence of sentencesOf(text)) {
    const scene = sceneOf(text, sentence, vocabulary, published);
    const voiceOf = speakers.hear(scene);
    if (isBackground(scene, published, dayOf(context.eventDate))) continue;
    const findings: readonly Finding[] = findingsOf(scene, recent(counted, sentence));
    counted = countedIn(findings, sentence) ?? counted;
    for (const finding of findings) {
      const stance = stanceOf(scene, finding);
      if (stance === null) continue;
      heard.push({
        finding,
        narrowing: narrowingOf(scene, finding),
        stance,
        voice: voiceOf(finding),
        subjectHint: subjectHintOf(scene),
        quote: quoteOf(scene),
      });
    }
  }
  const calendar = new EventCalendar(dayOf(context.eventDate) ?? eventDayOf(heard));
  return distinct(narrowed(heard, vocabulary), calendar).map((item) =>
    suggestionOf(item, published, calendar, vocabulary),
  );
}

function quoteOf({ text, sentence: { start, end } }: Scene): ReadQuote {
  return { exact: text.slice(start, end), start, end };
}

/** What a text counted last, which "the figure" in the next sentences means. */
interface Counted {
  readonly finding: Finding;
  readonly paragraph: number;
}

function countedIn(findings: readonly Finding[], { paragraph }: Sentence): Counted | null {
  const finding = lastCount(findings, Number.POSITIVE_INFINITY);
  return finding === null ? null : { finding, paragraph };
}

/** "The figure" of a later paragraph may mean anything. */
function recent(counted: Counted | null, { paragraph }: Sentence): Finding | null {
  return counted !== null && paragraph - counted.paragraph <= 1 ? counted.finding : null;
}

function findingsOf(scene: Scene, last: Finding | null): readonly Finding[] {
  const counts = readCounts(scene);
  const patterns = readPatterns(scene);
  const parts = readParts(scene, [...counts, ...patterns]);
  const all = [
    ...counts,
    ...patterns,
    ...parts,
    ...readEllipses(scene, [...counts, ...patterns, ...parts]),
    ...readRevisions(scene, [...counts, ...patterns], last),
    ...readConcepts(scene),
    ...readTimes(scene),
    ...readBooleans(scene),
    ...readAgents(scene),
  ];
  return all.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Where a text counts by place, its counts with their places; those then are no places of the event. */
function narrowed(heard: readonly Heard[], vocabulary: CompiledVocabulary): readonly Heard[] {
  const narrowings = heard.flatMap(({ narrowing }) => narrowing ?? []);
  const isByPlace = countsByTerm(narrowings, (id) => vocabulary.ancestors(id));
  const narrows = ({ narrowing }: Heard): boolean => narrowing !== null && (isByPlace || narrowing.isSure);
  const placeOf = (quote: ReadQuote, from: number): string => `${quote.start} ${from}`;
  const taken = new Set(
    heard.flatMap((item) =>
      item.narrowing !== null && narrows(item) ? [placeOf(item.quote, item.narrowing.from)] : [],
    ),
  );
  return heard
    .filter(({ finding, quote }) => finding.property.datatype !== 'CONCEPT' || !taken.has(placeOf(quote, finding.from)))
    .map((item) => {
      if (item.narrowing === null || !narrows(item)) return item;
      const scope = [...item.finding.scope, item.narrowing.term].sort(byDimension);
      return { ...item, finding: { ...item.finding, scope } };
    });
}

/** The day of the first thing that the text dates, unless the caller knows the event's. */
function eventDayOf(heard: readonly Heard[]): IsoDay | null {
  for (const { finding } of heard) {
    if (finding.value.kind !== 'PENDING_TIME') continue;
    const day = dayOf(finding.value.time.date?.edtf);
    if (day !== null) return day;
  }
  return null;
}

/** What a text says twice in the same voice, once; without what no time can be told of. */
function distinct(heard: readonly Heard[], calendar: EventCalendar): readonly Told[] {
  const seen = new Set<string>();
  return heard.flatMap((item) => {
    const value = valueOf(item.finding, calendar);
    if (value === null) return [];
    const { finding, stance, voice } = item;
    const key = JSON.stringify([finding.property.key, stance.polarity, value, finding.scope, voice.claimantName]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ ...item, value }];
  });
}

function suggestionOf(
  { finding, value, voice, stance, subjectHint, quote }: Told,
  published: IsoDay | null,
  calendar: EventCalendar,
  vocabulary: CompiledVocabulary,
): Suggestion {
  const { property, scope } = finding;
  return {
    propertyKey: property.key,
    subjectHint,
    ...stance,
    value,
    scope,
    claimantName: voice.claimantName,
    saidOn: (voice.saidOn === null ? null : calendar.dayOf(voice.saidOn)) ?? published,
    quote,
    statement: statementOf(finding, value, stance.polarity, vocabulary.labels),
    confidence: Number(Math.max(LEAST, Math.min(BEST, BEST - finding.doubt)).toFixed(2)),
  };
}

function valueOf({ value }: Finding, calendar: EventCalendar): SuggestedValue | null {
  return value.kind === 'PENDING_TIME' ? calendar.valueOf(value.time) : value;
}

/** Times of a text whose event's day is known, or known to be untold. */
class EventCalendar {
  /** By EDTF: a text names few times, and each of them often. */
  private readonly values = new Map<string, TimeValue | null>();

  constructor(private readonly eventDay: IsoDay | null) {}

  valueOf(time: ReadTime): TimeValue | null {
    const edtf = edtfOf(time, this.eventDay);
    if (edtf === null) return null;
    const known = this.values.get(edtf);
    if (known !== undefined) return known;
    const read = timeOf(edtf);
    const value = read.ok ? read.value : null;
    this.values.set(edtf, value);
    return value;
  }

  /** EDTF without the time of day. */
  dayOf(time: ReadTime): string | null {
    return edtfOf({ ...time, clock: null }, this.eventDay);
  }
}
