import { MOST_SPEAKERS, type Claim, type Speaker } from '../../src/domain/claim/claim.js';
import { daysOf } from '../../src/domain/claim/validity.js';
import type { DraftQuestion } from './claims.js';
import type { Random } from './random.js';
import type { Row, Rows } from './rows.js';
import { quoteIn, type DraftSource } from './sources.js';
import { DAY, dateOf, timeValue } from './times.js';
import type { World } from './vocabulary.js';

/** What a claim carries of its citations. */
export interface CitedClaim extends Omit<Claim, 'id' | 'polarity' | 'value' | 'scope' | 'standing'> {
  readonly leadId: string;
  readonly citations: number;
}

interface ToCite {
  readonly question: DraftQuestion;
  readonly id: string;
  readonly statement: string;
  readonly createdAt: number;
}

interface Citation {
  readonly id: string;
  readonly source: DraftSource;
  readonly start: number;
  readonly hedged: boolean;
  readonly saidOn: string | null;
  readonly said: { readonly from: number; readonly to: number } | null;
  readonly claimantName: string | null;
  readonly speaker: { readonly id: string; readonly name: string };
}

/** How many citations claims have. */
const COUNTS = { 1: 35, 2: 30, 3: 20, 4: 10, 5: 5 } as const;
const CERTAINTIES = { CERTAIN: 75, PROBABLE: 15, POSSIBLE: 10 } as const;
/** Code units of text that are kept on either side of a quote. */
const CONTEXT = 32;

/** Cites a claim from sources of its story and adds the rows, all but what surrounds the quotes; the texts grow. */
export function citationsOf(
  rows: Rows,
  random: Random,
  world: World,
  claim: ToCite,
  sources: readonly DraftSource[],
): CitedClaim {
  const chosen = random.sample(sources, Number(random.weighted(COUNTS)));
  const citations = chosen.map((source) => cite(rows, random, world, claim, source));
  const [lead] = [...citations].sort(comesFirst) as [Citation];
  const said = citations.flatMap((citation) => citation.said ?? []);
  return {
    hedged: citations.every(({ hedged }) => hedged),
    firstSaid:
      said.length === 0
        ? null
        : { from: Math.min(...said.map(({ from }) => from)), to: Math.min(...said.map(({ to }) => to)) },
    saidDays: said.map(daysOf),
    ...speakersOf(citations),
    attribution: {
      sourceId: lead.source.id,
      sourceName: lead.source.publisherName ?? lead.source.title,
      claimantName: lead.claimantName,
      saidOn: lead.saidOn ?? (lead.source.publishedAt === null ? null : dateOf(lead.source.publishedAt)),
    },
    leadId: lead.id,
    citations: citations.length,
  };
}

function speakersOf(citations: readonly Citation[]): Pick<Claim, 'speakers' | 'isWidelySaid'> {
  const speakers = new Map<string, Speaker>();
  for (const { speaker, said } of citations) {
    const before = speakers.get(speaker.id)?.lastSaid ?? null;
    const lastSaid =
      before && said ? { from: Math.max(before.from, said.from), to: Math.max(before.to, said.to) } : (before ?? said);
    speakers.set(speaker.id, { ...speaker, lastSaid });
  }
  return { speakers: [...speakers.values()], isWidelySaid: speakers.size > MOST_SPEAKERS };
}

function cite(rows: Rows, random: Random, world: World, claim: ToCite, source: DraftSource): Citation {
  const claimant = random.chance(0.4) ? random.pick(world.speakers) : null;
  const exact = `${claimant?.name ?? 'This much is known'}: ${claim.statement}.`;
  const { start, end } = quoteIn(random, source, exact);
  const saidOn = random.chance(0.3) ? dateOf(claim.createdAt - random.integer(1, 5) * DAY) : null;
  const said = saidOn === null ? momentOf(source.publishedAt) : dayOf(saidOn);
  const certainty = random.weighted(CERTAINTIES);
  const id = random.uuidAt(claim.createdAt);
  rows.citation.push({
    story_id: claim.question.storyId,
    id,
    claim_id: claim.id,
    question_id: claim.question.id,
    source_id: source.id,
    snapshot_id: source.snapshotId,
    quote_exact: exact,
    quote_start: start,
    quote_end: end,
    anchor: 'ANCHORED',
    claimant_id: claimant?.id ?? null,
    certainty,
    said_on: saidOn,
    said_from: said && new Date(said.from).toISOString(),
    said_to: said && new Date(said.to).toISOString(),
    created_by_id: world.accountId,
    created_at: new Date(claim.createdAt).toISOString(),
  });
  const hedged = certainty === 'POSSIBLE';
  const { publisherId, publisherName, title } = source;
  const speaker = claimant ?? { id: publisherId ?? source.id, name: publisherName ?? title };
  return { id, source, start, hedged, saidOn, said, claimantName: claimant?.name ?? null, speaker };
}

/** The order in which the service picks a claim's lead citation: no date comes last. */
function comesFirst(a: Citation, b: Citation): number {
  const [to, otherTo] = [a.said?.to ?? Infinity, b.said?.to ?? Infinity];
  if (to !== otherTo) return to < otherTo ? -1 : 1;
  if (a.source.id !== b.source.id) return a.source.id < b.source.id ? -1 : 1;
  return a.start - b.start;
}

function momentOf(moment: number | null): { from: number; to: number } | null {
  return moment === null ? null : { from: moment, to: moment };
}

function dayOf(edtf: string): { from: number; to: number } {
  const { earliest, latest } = timeValue(edtf);
  return { from: earliest, to: latest };
}

/** Completes the citations of a story with what stands before and after each quote, once the texts are complete. */
export function addQuoteContexts(citations: Row[], sources: readonly DraftSource[]): void {
  const texts = new Map(sources.map(({ id, text }) => [id, text]));
  citations.forEach((citation, i) => {
    const text = texts.get(String(citation.source_id)) ?? '';
    const [start, end] = [Number(citation.quote_start), Number(citation.quote_end)];
    citations[i] = {
      ...citation,
      quote_prefix: withoutHalves(text.slice(Math.max(0, start - CONTEXT), start)),
      quote_suffix: withoutHalves(text.slice(end, end + CONTEXT)),
    };
  });
}

/** Leaves out half of a character of two code units, which a slice may have cut and PostgreSQL does not take. */
function withoutHalves(slice: string): string {
  return slice.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}
