import { setImmediate as breath } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { differencesOf } from '../../domain/anchoring/differences.js';
import { reanchorer, type Anchoring } from '../../domain/anchoring/reanchor.js';
import { sketchOf } from '../../domain/corroboration/text-sketch.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import {
  sha256Of,
  SnapshotsRepository,
  SourcesRepository,
  SourceTextsService,
  toTextChanges,
  type SnapshotRow,
  type SourcePayload,
} from '../sources/index.js';
import { ReviewReason, ReviewState } from './graphql/review-request.type.js';
import { QuotesRepository, type QuotePlace, type QuoteRow } from './quotes.repository.js';
import { ReviewRequestsRepository, type NewRequest, type ReviewRequestRow } from './review-requests.repository.js';

/** What came of looking at a source's text anew. */
export interface TextOutcome {
  /** The snapshot that has the text. */
  readonly snapshotId: string;
  readonly changes: NonNullable<SourcePayload['changes']>;
  /** The requests that it has raised. */
  readonly raised: readonly StoryKey[];
}

/** Quotes that are looked for before others get a turn. */
const QUOTES_AT_ONCE = 50;
/** Earlier texts that are held at once. */
const TEXTS_AT_ONCE = 16;

/** Gives a source another text: keeps it, finds every quote in it again, and puts up for review what is not as it was. */
@Injectable()
export class NewTextService {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly texts: SourceTextsService,
    private readonly quotes: QuotesRepository,
    private readonly requests: ReviewRequestsRepository,
  ) {}

  /** To be called while the story and the source are locked, in this order. The same text as before changes nothing. */
  async apply(tx: Transaction, source: StoryKey, text: string, mediaType: string, now: Date): Promise<TextOutcome> {
    const [current] = await this.snapshots.findNewestTextsOf([source], tx);
    if (!current) throw new Error('A source has no text.');
    const sha256 = sha256Of(text);
    if (current.sha256 === sha256) return { snapshotId: current.id, changes: [], raised: [] };
    const differences = differencesOf(current.text, text).flatMap((each) => [
      each.oldStart,
      each.oldEnd,
      each.newStart,
      each.newEnd,
    ]);
    const known = await this.snapshots.findByText(tx, source, sha256);
    const snapshotId = known?.id ?? uuidv7();
    if (!known) {
      const { storyId, id: sourceId } = source;
      const row: SnapshotRow = {
        storyId,
        id: snapshotId,
        sourceId,
        sha256,
        mediaType,
        fetchedAt: now,
        previousId: current.id,
        differences,
      };
      await this.snapshots.insert(tx, { ...row, text });
      await this.texts.remember(tx, source, snapshotId, sketchOf(text));
    }
    await this.sources.setRevertedTo(tx, source, known ? known.id : null);
    const raised = await this.reanchor(tx, source, text, now);
    return { snapshotId, changes: toTextChanges(current.text, text, differences), raised };
  }

  private async reanchor(tx: Transaction, source: StoryKey, text: string, now: Date): Promise<StoryKey[]> {
    const quotes = await this.quotes.findOfSource(tx, source);
    if (quotes.length === 0) return [];
    const found = await this.find(tx, source.storyId, quotes, text);
    await this.quotes.place(tx, source.storyId, found.map(placeOf));
    const standing = new Set((await this.quotes.findStanding(tx, source.storyId, [source.id])).map(({ id }) => id));
    const last = new Map((await this.requests.findLastAboutQuotes(tx, source)).map((row) => [row.citationId, row]));
    const outcomes = found.map((each) => ({
      before: last.get(each.quote.id),
      wanted: standing.has(each.quote.id) ? requestOf(each) : null,
    }));
    const lapsed = outcomes.flatMap(({ before, wanted }) =>
      before?.state === ReviewState.OPEN && !isSame(before, wanted) ? [before.id] : [],
    );
    await this.requests.lapse(tx, source.storyId, lapsed);
    const wanted = outcomes.flatMap(({ before, wanted }) => (wanted && !isAnswered(before, wanted) ? [wanted] : []));
    return this.requests.insert(tx, wanted, now);
  }

  /** Looks for quotes in a text. Each snapshot that they are of is read and gone through once. */
  private async find(tx: Transaction, storyId: string, quotes: readonly QuoteRow[], text: string): Promise<Found[]> {
    const reanchorFrom = reanchorer(text);
    const ofSnapshot = new Map<string, QuoteRow[]>(quotes.map(({ snapshotId }) => [snapshotId, []]));
    for (const quote of quotes) ofSnapshot.get(quote.snapshotId)?.push(quote);
    const keys = [...ofSnapshot.keys()].map((id) => ({ storyId, id }));
    const found: Found[] = [];
    for (let start = 0; start < keys.length; start += TEXTS_AT_ONCE) {
      for (const { id, text: before } of await this.snapshots.findTexts(keys.slice(start, start + TEXTS_AT_ONCE), tx)) {
        const reanchor = reanchorFrom(before);
        for (const quote of ofSnapshot.get(id) ?? []) {
          found.push({ quote, anchoring: reanchor(quote) });
          if (found.length % QUOTES_AT_ONCE === 0) await breath();
        }
      }
    }
    return found;
  }
}

/** A quote and where it stands by now. */
interface Found {
  readonly quote: QuoteRow;
  readonly anchoring: Anchoring;
}

function placeOf({ quote: { id, start, end }, anchoring }: Found): QuotePlace {
  const { state } = anchoring;
  if (!('place' in anchoring)) return { id, anchor: state, movedStart: null, movedEnd: null };
  const { place } = anchoring;
  const isAsItWas = state === 'ANCHORED' && place.start === start && place.end === end;
  return { id, anchor: state, movedStart: isAsItWas ? null : place.start, movedEnd: isAsItWas ? null : place.end };
}

/** Why a person should look at a quote; null where nothing calls for it. */
function requestOf({ quote, anchoring }: Found): NewRequest | null {
  const reason = reasonOf(anchoring);
  if (reason === null) return null;
  const { storyId, id: citationId, claimId, sourceId } = quote;
  const sameSurroundings = 'place' in anchoring && anchoring.sameSurroundings;
  return { storyId, claimId, citationId, sourceId, causeId: sourceId, reason, sameSurroundings };
}

function reasonOf(anchoring: Anchoring): ReviewReason | null {
  if (anchoring.state === 'ORPHANED') return ReviewReason.QUOTE_VANISHED;
  if (anchoring.state === 'AMBIGUOUS') return ReviewReason.QUOTE_DOUBLED;
  if (anchoring.state === 'MOVED') return ReviewReason.QUOTE_MOVED;
  return 'doubled' in anchoring && anchoring.doubled ? ReviewReason.QUOTE_DOUBLED : null;
}

function isSame(before: ReviewRequestRow | undefined, wanted: NewRequest | null): boolean {
  return before?.reason === wanted?.reason && before?.sameSurroundings === wanted?.sameSurroundings;
}

/** What is open already, or has been settled by a person and has not changed since, is not asked again. */
function isAnswered(before: ReviewRequestRow | undefined, wanted: NewRequest): boolean {
  return before !== undefined && before.state !== ReviewState.LAPSED && isSame(before, wanted);
}
