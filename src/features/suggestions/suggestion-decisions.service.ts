import { Injectable } from '@nestjs/common';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { encodeId, idsOf, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AgentKind, AgentsRepository, AgentsService } from '../agents/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import {
  CertaintyEnum,
  ClaimsService,
  PolarityEnum,
  type ClaimCreateInput,
  type WrittenClaim,
} from '../claims/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { SuggestionStatus } from './graphql/suggestion.enums.js';
import type { SuggestionAcceptArgs, SuggestionAcceptInput, SuggestionRejectArgs } from './graphql/suggestion.inputs.js';
import { conceptFinder, type ConceptFinder } from './named-concepts.js';
import { conceptsKept, correctionsOf, scopeInputOf, valueInputOf } from './suggested-claim.js';
import { SuggestionSubjectsService } from './suggestion-subjects.service.js';
import { SuggestionsRepository, type HeldSuggestion, type SuggestionRow } from './suggestions.repository.js';

/** Who is quoted, and whether that is whom the text names. */
interface Claimant {
  readonly id: string | null;
  readonly isSuggested: boolean;
}

/** What people decide on suggestions: each once, on record. */
@Injectable()
export class SuggestionDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly suggestions: SuggestionsRepository,
    private readonly subjects: SuggestionSubjectsService,
    private readonly agents: AgentsService,
    private readonly agentRows: AgentsRepository,
    private readonly claims: ClaimsService,
    private readonly vocabulary: VocabularyService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Makes the claim that a suggestion suggests, and all that it needs and is not there yet, in one transaction.
   * @throws UserErrors where it was decided on already, has changed, or the claim cannot stand; nothing is changed then
   */
  async accept({ id, expectedVersion, input }: SuggestionAcceptArgs, viewer: ActingViewer): Promise<WrittenClaim> {
    const key = requireIds('ClaimSuggestion', id, ['id']);
    const act = { viewer, action: 'suggestionAccept' };
    const given = input ?? {};
    return this.database.transaction(async (tx) => {
      const [seen] = await this.suggestions.findByKeys([key], tx);
      if (!seen) throw notFound('ClaimSuggestion', ['id']);
      requirePending(seen, expectedVersion);
      const { vocabulary, find } = await this.vocabularyWith(tx, seen, given, act);
      const row = await this.hold(tx, key, seen.version);
      const claimant = await this.claimantOf(tx, row, given, act);
      const corrected = correctionsOf(row, given, claimant.isSuggested, { vocabulary, find });
      const subject =
        given.subject ??
        encodeId('Subject', {
          storyId: key.storyId,
          id: await this.subjects.find(tx, key.storyId, row.subjectLabel, act, ['input', 'subject']),
        });
      const claim = claimInput(row, given, { subject, claimant: claimant.id, find });
      const written = await this.write(tx, vocabulary, claim, { ...act, about: { suggestionId: key.id, corrected } });
      const decided = { status: SuggestionStatus.ACCEPTED, version: row.version + 1, reason: null, ...by(viewer) };
      const accepted = JSON.parse(JSON.stringify(claim)) as Record<string, never>;
      await this.suggestions.decide(tx, key, { ...decided, claimId: written.claim.id, corrected, accepted });
      return written;
    });
  }

  /** @throws UserErrors where it was decided on already, or has changed */
  async reject(
    { id, expectedVersion, reason = null }: SuggestionRejectArgs,
    viewer: ActingViewer,
  ): Promise<SuggestionRow> {
    const key = requireIds('ClaimSuggestion', id, ['id']);
    return this.database.transaction(async (tx) => {
      const row = await this.hold(tx, key, expectedVersion);
      const decided = { status: SuggestionStatus.REJECTED, version: row.version + 1, reason, ...by(viewer) };
      await this.suggestions.decide(tx, key, { ...decided, claimId: null, corrected: [], accepted: null });
      const { storyId, id: objectId } = key;
      const what = { action: 'suggestionReject', objectType: 'ClaimSuggestion', objectId, storyId } as const;
      const change = { before: { status: row.status }, after: { status: decided.status, reason } };
      await this.audit.append(tx, { viewer, ...what, ...change }, decided.decidedAt);
      return { ...row, ...decided };
    });
  }

  /** The suggestion, which nobody else decides on or reads anew until the transaction ends. */
  private async hold(
    tx: Transaction,
    key: StoryKey,
    expectedVersion: number | null | undefined,
  ): Promise<HeldSuggestion> {
    const row = await this.suggestions.lock(tx, key);
    if (!row) throw notFound('ClaimSuggestion', ['id']);
    requirePending(row, expectedVersion);
    return row;
  }

  /** The vocabulary as it stays, with the concepts that the claim takes over from the suggestion. */
  private async vocabularyWith(
    tx: Transaction,
    row: SuggestionRow,
    input: SuggestionAcceptInput,
    act: { viewer: ActingViewer; action: string },
  ): Promise<{ vocabulary: VocabularySnapshot; find: ConceptFinder }> {
    const kept = conceptsKept(row, input);
    const findNow = conceptFinder(await this.vocabulary.read(tx));
    const isComplete = kept.every(({ named }) => findNow(named) !== null);
    let vocabulary = await (isComplete ? this.vocabulary.holdStill(tx) : this.vocabulary.takeForChange(tx));
    for (const { named, part } of kept) {
      if (conceptFinder(vocabulary)(named) !== null) continue;
      const { label, scheme, broaderId } = named;
      if (isComplete || named.conceptId !== null || input.addConcepts === false) {
        const message = `The vocabulary has no "${label}" in the scheme "${scheme}": choose what to write instead.`;
        throw userError(UserErrorCode.REQUIRED, message, ['input', part]);
      }
      const broader = broaderId === null ? [] : [encodeId('Concept', { id: broaderId })];
      ({ vocabulary } = await this.vocabulary.addConcept(tx, vocabulary, { scheme, prefLabel: label, broader }, act));
    }
    return { vocabulary, find: conceptFinder(vocabulary) };
  }

  private async claimantOf(
    tx: Transaction,
    { claimantName }: SuggestionRow,
    { claimant, claimantKind }: SuggestionAcceptInput,
    act: { viewer: ActingViewer; action: string },
  ): Promise<Claimant> {
    if (claimant === null) return { id: null, isSuggested: claimantName === null };
    if (claimant !== undefined) {
      const given = idsOf('Agent', claimant);
      const [agent] = given ? await this.agentRows.findByIds([given.id], tx) : [];
      const names = agent ? [agent.name, ...agent.aliases].map((name) => name.toLowerCase()) : [];
      return { id: claimant, isSuggested: claimantName !== null && names.includes(claimantName.toLowerCase()) };
    }
    if (claimantName === null) return { id: null, isSuggested: true };
    const kind = claimantKind ?? AgentKind.OTHER;
    const agent = await this.agents.findOrMake(tx, claimantName, { ...act, kind }, ['input', 'claimant']);
    return { id: encodeId('Agent', agent), isSuggested: true };
  }

  /** Writes the claim; what cannot stand is said of the suggestion's input. */
  private async write(
    tx: Transaction,
    vocabulary: VocabularySnapshot,
    claim: ClaimCreateInput,
    act: Parameters<ClaimsService['createWithin']>[3],
  ): Promise<WrittenClaim> {
    try {
      return await this.claims.createWithin(tx, vocabulary, claim, act);
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
      throw new UserErrors(
        error.problems.map((problem) => {
          const [input = 'input', list, , ...rest] = problem.field ?? [];
          return list === 'citations' ? { ...problem, field: [input, ...rest] } : problem;
        }),
      );
    }
  }
}

/** The claim that a suggestion makes, with its corrections. */
function claimInput(
  row: HeldSuggestion,
  input: SuggestionAcceptInput,
  { subject, claimant, find }: { subject: string; claimant: string | null; find: ConceptFinder },
): ClaimCreateInput {
  const { storyId, sourceId, quoteExact: exact, quotePrefix: prefix, quoteSuffix: suffix, quoteStart } = row;
  // Offsets of an older text say nothing of the newest.
  const quote = row.isOfNewestText ? { exact, start: quoteStart } : { exact, prefix, suffix };
  return {
    subject,
    property: input.property ?? row.propertyKey,
    polarity: input.polarity ?? PolarityEnum[row.polarity],
    value: input.value ?? valueInputOf(row.value, find),
    scope: input.scope ?? scopeInputOf(row, find),
    ...(input.statement && { statement: input.statement }),
    citations: [
      {
        source: encodeId('Source', { storyId, id: sourceId }),
        quote: input.quote ?? quote,
        claimant,
        certainty: input.certainty ?? CertaintyEnum[row.certainty],
        saidOn: input.saidOn === undefined ? row.saidOn : input.saidOn,
      },
    ],
  };
}

function by(viewer: ActingViewer): { decidedById: string; decidedAt: Date } {
  return { decidedById: viewer.accountId, decidedAt: new Date() };
}

/** @throws UserErrors ILLEGAL_STATE where it was decided on already, STALE_VERSION where it is another than expected */
function requirePending(row: SuggestionRow, expectedVersion: number | null | undefined): void {
  if (row.status !== SuggestionStatus.PENDING) {
    const message = `The suggestion was ${row.status.toLowerCase()} already.`;
    throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
  }
  if (expectedVersion != null && expectedVersion !== row.version) {
    const message = `The suggestion has changed: version ${row.version} is the newest.`;
    throw userError(UserErrorCode.STALE_VERSION, message, ['expectedVersion']);
  }
}
