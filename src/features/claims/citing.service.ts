import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { quoteFinder, type Quote, type QuoteFinder } from '../../domain/anchoring/find-quote.js';
import { timeOf } from '../../domain/values/time.js';
import { collectProblems, UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { MAX_LIST } from '../../graphql/validation/words.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import { AgentsRepository } from '../agents/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { FieldChange } from '../revisions/index.js';
import { SnapshotsRepository, SourcesRepository } from '../sources/index.js';
import { CitationsRepository } from './citations.repository.js';
import type { CitationRow } from './citation.shape.js';
import { ClaimWritesRepository, type CitationFacts } from './claim-writes.repository.js';
import type { CitationInput } from './graphql/citation.inputs.js';
import { AnchorState } from './graphql/claim.enums.js';

/** Texts that are held in memory at once: as many as one claim can cite. */
const TEXTS_AT_ONCE = MAX_LIST;

/** A citation that has been checked but does not yet belong to a claim. */
export type CheckedCitation = Omit<CitationRow, 'claimId'>;

/** Where a citation input stands among the arguments, for the errors that name it. */
export interface CitationAt {
  readonly input: CitationInput;
  readonly field: readonly string[];
}

/** Checks citations against the stored texts, and adds them to claims. */
@Injectable()
export class CitingService {
  constructor(
    private readonly citations: CitationsRepository,
    private readonly writes: ClaimWritesRepository,
    private readonly sources: SourcesRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly agents: AgentsRepository,
  ) {}

  /**
   * Finds each quote in its source's newest text. Reads nothing that grows with the story.
   * @throws UserErrors naming every citation that cannot stand
   */
  async check(
    tx: Transaction,
    storyId: string,
    citations: readonly CitationAt[],
    viewer: ActingViewer,
    now: Date,
  ): Promise<CheckedCitation[]> {
    const problems: UserProblem[] = [];
    const sourceKeys = citations.map(({ input, field }) =>
      collectProblems(problems, () => requireSource(storyId, input.source, [...field, 'source'])),
    );
    const claimantIds = citations.map(({ input, field }) =>
      collectProblems(problems, () =>
        input.claimant ? requireIds('Agent', input.claimant, [...field, 'claimant']).id : null,
      ),
    );
    const known = sourceKeys.filter((key) => key !== null);
    const sources = new Map((await this.sources.findByKeys(known, tx)).map((row) => [row.id, row]));
    const named = claimantIds.filter((id) => id !== null);
    const claimants = new Set(named.length === 0 ? [] : (await this.agents.findByIds(named, tx)).map((row) => row.id));
    const quotes = await this.findQuotes(tx, citations, sourceKeys, problems);

    const checked = citations.map(({ input, field }, i): CheckedCitation | null => {
      const sourceKey = sourceKeys[i];
      const source = sourceKey && sources.get(sourceKey.id);
      const claimantId = claimantIds[i] ?? null;
      if (sourceKey && !source) problems.push(...notFound('Source', [...field, 'source']).problems);
      if (claimantId !== null && !claimants.has(claimantId))
        problems.push(...notFound('Agent', [...field, 'claimant']).problems);
      const found = quotes[i];
      if (!source || !found) return null;
      const { snapshotId, quote } = found;
      return {
        storyId,
        id: uuidv7(),
        sourceId: source.id,
        snapshotId,
        quoteExact: quote.exact,
        quotePrefix: quote.prefix,
        quoteSuffix: quote.suffix,
        quoteStart: quote.start,
        quoteEnd: quote.end,
        anchor: AnchorState.ANCHORED,
        claimantId,
        certainty: input.certainty ?? 'CERTAIN',
        saidOn: input.saidOn ?? null,
        ...saidInterval(input.saidOn ?? null, source.publishedAt),
        createdById: viewer.accountId,
        createdAt: now,
      };
    });
    if (problems.length > 0) throw new UserErrors(problems);
    return checked.filter((citation) => citation !== null);
  }

  /**
   * Adds checked citations to a claim whose question is locked; those that are there already are left as they are.
   * @param isNew whether the claim is being written with them; else they make its next version, where any is new
   * @returns the citations that are new
   */
  async add(
    tx: Transaction,
    claim: StoryKey,
    checked: readonly CheckedCitation[],
    isNew: boolean,
    now: Date,
  ): Promise<CheckedCitation[]> {
    const added = await this.citations.insertNew(
      tx,
      checked.map((citation) => ({ ...citation, claimId: claim.id })),
    );
    const fresh = checked.filter(({ id }) => added.includes(id));
    const facts = { id: claim.id, isNew, ...factsOf(fresh) };
    if (fresh.length > 0) await this.writes.addFacts(tx, claim.storyId, [facts], now);
    return fresh;
  }

  /** Finds the quotes of citations, a few texts at a time, as texts are long. Null where one is not found. */
  private async findQuotes(
    tx: Transaction,
    citations: readonly CitationAt[],
    sources: readonly (StoryKey | null)[],
    problems: UserProblem[],
  ): Promise<(FoundQuote | null)[]> {
    const found: (FoundQuote | null)[] = citations.map(() => null);
    const keys = [...new Map(sources.flatMap((key) => (key ? [[key.id, key]] : []))).values()];
    for (let start = 0; start < keys.length; start += TEXTS_AT_ONCE) {
      const texts = await this.snapshots.findNewestTextsOf(keys.slice(start, start + TEXTS_AT_ONCE), tx);
      const finders = new Map(texts.map(({ sourceId, id, text }) => [sourceId, { id, find: quoteFinder(text) }]));
      citations.forEach(({ input, field }, i) => {
        const finder = finders.get(sources[i]?.id ?? '');
        const quote = finder && quoteIn(finder.find, input, field, problems);
        if (quote) found[i] = { snapshotId: finder.id, quote };
      });
    }
    return found;
  }
}

/** A quote, and the snapshot in which it stands. */
interface FoundQuote {
  readonly snapshotId: string;
  readonly quote: Quote;
}

/** Citations that a claim has got, as its revision tells them. */
export function citedChanges(citations: readonly Pick<CheckedCitation, 'quoteExact'>[]): FieldChange[] {
  return citations.map(({ quoteExact }) => ({ field: 'citation', before: null, after: quoteExact }));
}

/** What citations amount to for their claim. */
export function factsOf(
  citations: readonly Pick<CheckedCitation, 'certainty' | 'saidFrom' | 'saidTo'>[],
): CitationFacts {
  const least = (dates: (Date | null)[]) =>
    dates.reduce((least, date) => (least === null || (date !== null && date < least) ? date : least), null);
  return {
    citations: citations.length,
    hedged: citations.every(({ certainty }) => certainty === 'POSSIBLE'),
    saidFrom: least(citations.map(({ saidFrom }) => saidFrom)),
    saidTo: least(citations.map(({ saidTo }) => saidTo)),
  };
}

function requireSource(storyId: string, globalId: string, field: readonly string[]): StoryKey {
  const key = requireIds('Source', globalId, field);
  if (key.storyId === storyId) return key;
  throw userError(UserErrorCode.WRONG_STORY, 'The source belongs to another story than the claim.', field);
}

function quoteIn(
  find: QuoteFinder,
  input: CitationInput,
  field: readonly string[],
  problems: UserProblem[],
): Quote | null {
  const found = find(input.quote);
  if (found.ok) return found.quote;
  const { code, message, occurrences } = found.problem;
  const at = code === 'QUOTE_NOT_AT_START' ? 'start' : 'exact';
  problems.push({
    code: UserErrorCode[code],
    message,
    field: [...field, 'quote', at],
    ...(occurrences && { occurrences }),
  });
  return null;
}

/** When something was said: as the citation says, or else when its source was published. */
function saidInterval(saidOn: string | null, publishedAt: Date | null): { saidFrom: Date | null; saidTo: Date | null } {
  const said = saidOn === null ? null : timeOf(saidOn);
  if (!said?.ok) return { saidFrom: publishedAt, saidTo: publishedAt };
  return { saidFrom: new Date(said.value.earliest), saidTo: new Date(said.value.latest) };
}
