import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { changesByProposal } from '../../domain/review/transitions.js';
import {
  collectProblems,
  collectProblemsLater,
  UserErrorCode,
  UserErrors,
  userError,
  type UserProblem,
} from '../../graphql/errors/index.js';
import { requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService } from '../detection/index.js';
import { RevisionsRepository } from '../revisions/index.js';
import { SubjectsRepository } from '../stories/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { citedChanges, CitingService, factsOf, type CheckedCitation, type CitationAt } from './citing.service.js';
import { ClaimBatchesRepository } from './claim-batches.repository.js';
import { changesOf, importedOf, newClaimOf, withoutRepeats, type Draft } from './claim-drafts.js';
import { readClaim, type ReadClaim } from './claim-reading.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import { touchOf } from './content-change.js';
import type { ClaimImportInput, ClaimImportType } from './graphql/claim-import.inputs.js';
import type { ClaimCreateInput } from './graphql/claim.inputs.js';
import type { ProposalRow } from './proposals.repository.js';
import { ProposingService } from './proposing.service.js';
import { QuestionsRepository } from './questions.repository.js';

/** What an import made of its input. */
export interface ImportedClaims extends ClaimImportType {
  /** Whether each claim of the input added anything. */
  readonly changed: readonly boolean[];
}

/** An import works as long as its claims take, of which there may be a thousand. */
const TIMEOUT = 120_000;

/** Writes many claims of one story in one transaction, with as many statements as for one. */
@Injectable()
export class ClaimImportService {
  constructor(
    private readonly database: Database,
    private readonly batches: ClaimBatchesRepository,
    private readonly writes: ClaimWritesRepository,
    private readonly questions: QuestionsRepository,
    private readonly citing: CitingService,
    private readonly proposing: ProposingService,
    private readonly subjects: SubjectsRepository,
    private readonly vocabulary: VocabularyService,
    private readonly detection: DetectionService,
    private readonly revisions: RevisionsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Writes the claims, those that the story has already as further citations of them. What is stored afterwards is
   * what writing them one by one would have stored, in whatever order and batches, but for versions: what a claim that is
   * there gets of one import makes one.
   * @param options whether claims that the input adds nothing to leave an audit event too
   * @throws UserErrors naming all that cannot stand, by place in the input; nothing is written then
   */
  async import(
    { claims }: ClaimImportInput,
    viewer: ActingViewer,
    { recordUnchanged = true } = {},
  ): Promise<ImportedClaims> {
    return this.database.transaction(
      async (tx) => {
        const now = new Date();
        const vocabulary = await this.vocabulary.holdStill(tx);
        const storyId = storyOf(claims);
        const { read, citations } = await this.read(tx, storyId, claims, vocabulary, viewer, now);
        const drafts = await this.draft(tx, storyId, read, citations, vocabulary, now);
        const proposals = await this.propose(tx, storyId, drafts, viewer, now);
        const added = await this.write(
          tx,
          storyId,
          drafts.filter((draft) => !isPublished(draft)),
          viewer,
          now,
        );
        const touched = drafts.filter(({ citations: cited }) => cited.some(({ id }) => added.has(id)));
        const raised = await this.detection.examineAll(tx, changesOf(storyId, touched, vocabulary), now);
        const renewed = touched.filter(({ known }) => known !== null).map(({ id }) => id);
        await this.detection.markNewEvidence(tx, storyId, renewed, now);
        const recorded = recordUnchanged ? drafts : [...touched, ...drafts.filter(({ id }) => proposals.has(id))];
        await this.record(tx, storyId, recorded, { added, proposals }, viewer, now);
        const draftIds = new Map(drafts.map(({ identity, id }) => [identity, id]));
        const changed = read.map(({ identity }, i) => {
          const proposed = proposals.get(draftIds.get(identity) ?? '')?.touches ?? [];
          return (citations[i] ?? []).some((each) => added.has(each.id) || proposed.includes(touchOf(each)));
        });
        return { claims: importedOf(storyId, read, drafts, proposals), raised: raised.length, changed };
      },
      { timeout: TIMEOUT },
    );
  }

  /** Reads every claim and citation. @throws UserErrors with the problems of all of them */
  private async read(
    tx: Transaction,
    storyId: string,
    claims: readonly ClaimCreateInput[],
    vocabulary: VocabularySnapshot,
    viewer: ActingViewer,
    now: Date,
  ): Promise<{ read: ReadClaim[]; citations: CheckedCitation[][] }> {
    const problems: UserProblem[] = [];
    const keys = claims.map(({ subject }, i) =>
      collectProblems(problems, () => subjectOf(storyId, subject, [...placeOf(i), 'subject'])),
    );
    const found = await this.subjects.findByKeys(distinct(keys.filter((key) => key !== null)), tx);
    const subjects = new Map(found.map((row) => [row.id, row]));
    const read = claims.flatMap((claim, i) => {
      const key = keys[i];
      if (!key) return [];
      return collectProblems(problems, () => readClaim(claim, subjects.get(key.id), vocabulary, placeOf(i))) ?? [];
    });
    const at = claims.map(({ citations }, i) =>
      citations.map((input, j): CitationAt => ({ input, field: [...placeOf(i), 'citations', String(j)] })),
    );
    const checked = await collectProblemsLater(problems, () => this.citing.check(tx, storyId, at.flat(), viewer, now));
    if (problems.length > 0 || !checked) throw new UserErrors(problems);
    let next = 0;
    return { read, citations: at.map(({ length }) => checked.slice(next, (next += length))) };
  }

  /** Locks the questions and brings together what is one claim. */
  private async draft(
    tx: Transaction,
    storyId: string,
    read: readonly ReadClaim[],
    citations: readonly (readonly CheckedCitation[])[],
    vocabulary: VocabularySnapshot,
    now: Date,
  ): Promise<Draft[]> {
    const asked = read.map(({ subject, property }) => ({ subjectId: subject.id, propertyId: property.id }));
    const questions = await this.questions.lockAll(tx, storyId, asked, vocabulary.tied, now);
    const identities = [...new Set(read.map(({ identity }) => identity))];
    const known = new Map(
      (await this.batches.findByIdentities(tx, storyId, identities)).map((row) => [row.identity, row]),
    );
    const drafts = new Map<string, Draft>();
    read.forEach((claim, i) => {
      const before = drafts.get(claim.identity);
      const there = known.get(claim.identity) ?? null;
      const id = before?.id ?? there?.id ?? uuidv7();
      const own = (citations[i] ?? []).map((citation) => ({ ...citation, claimId: id }));
      const question = questions.get(`${claim.subject.id} ${claim.property.id}`);
      if (!question) throw new Error('A question was neither made nor found.');
      const all = [...(before?.citations ?? []), ...own];
      drafts.set(claim.identity, { ...(before ?? claim), id, known: there, question, citations: all });
    });
    return [...drafts.values()].map((draft) => ({ ...draft, citations: withoutRepeats(draft.citations) }));
  }

  /** What the input adds to published claims waits for a second person. @returns proposals by the ids of their claims */
  private async propose(
    tx: Transaction,
    storyId: string,
    drafts: readonly Draft[],
    viewer: ActingViewer,
    now: Date,
  ): Promise<ReadonlyMap<string, ProposalRow>> {
    const cited = drafts.flatMap(({ known, citations }) =>
      known && changesByProposal(known.status) ? [{ claim: { ...known, storyId }, citations }] : [],
    );
    const rows = await this.proposing.proposeCitations(tx, cited, viewer, now);
    return new Map(rows.map((row) => [row.claimId, row]));
  }

  /** @returns the ids of the citations that are new */
  private async write(
    tx: Transaction,
    storyId: string,
    drafts: readonly Draft[],
    viewer: ActingViewer,
    now: Date,
  ): Promise<ReadonlySet<string>> {
    const fresh = drafts.filter(({ known }) => known === null).map((draft) => newClaimOf(storyId, draft, viewer));
    const added = new Set(
      await this.batches.insert(
        tx,
        fresh,
        drafts.flatMap(({ question: { questionId }, citations }) =>
          citations.map((citation) => ({ ...citation, questionId })),
        ),
        now,
      ),
    );
    const facts = drafts.flatMap(({ id, known, citations }) => {
      const more = citations.filter((citation) => added.has(citation.id));
      return known === null || more.length === 0 ? [] : [{ id, isNew: false, ...factsOf(more) }];
    });
    await this.writes.addFacts(tx, storyId, facts, now);
    return added;
  }

  private async record(
    tx: Transaction,
    storyId: string,
    drafts: readonly Draft[],
    { added, proposals }: { added: ReadonlySet<string>; proposals: ReadonlyMap<string, ProposalRow> },
    viewer: ActingViewer,
    now: Date,
  ): Promise<void> {
    const by = { reason: null, actorId: viewer.accountId, createdAt: now };
    const revisions = drafts.flatMap(({ id, known, statement, citations }) => {
      const more = citedChanges(citations.filter((citation) => added.has(citation.id)));
      const version = (known?.version ?? 0) + 1;
      const changes = known === null ? [{ field: 'statement', before: null, after: statement }] : more;
      return changes.length === 0 ? [] : [{ owner: { storyId, id }, revision: { ...by, version, changes } }];
    });
    await this.revisions.appendAll(tx, 'claim', revisions);
    const events = drafts.map(({ id, known, statement, question, citations }) => ({
      viewer,
      action: 'claimImport',
      objectType: 'Claim' as const,
      objectId: id,
      storyId,
      after: {
        questionId: question.questionId,
        statement: known?.statement ?? statement,
        citations: citations.map((citation) => citation.id).filter((citation) => added.has(citation)),
        ...(proposals.has(id) && { proposalId: proposals.get(id)?.id ?? null }),
      },
    }));
    await this.audit.appendAll(tx, events, now);
  }
}

function isPublished({ known }: Draft): boolean {
  return known !== null && changesByProposal(known.status);
}

function placeOf(index: number): readonly string[] {
  return ['input', 'claims', String(index)];
}

/** The story of the first claim that names a subject; the others have to be of the same. */
function storyOf(claims: readonly ClaimCreateInput[]): string {
  return requireIds('Subject', claims[0]?.subject ?? '', [...placeOf(0), 'subject']).storyId;
}

function subjectOf(storyId: string, subject: string, field: readonly string[]): StoryKey {
  const key = requireIds('Subject', subject, field);
  if (key.storyId === storyId) return key;
  throw userError(UserErrorCode.WRONG_STORY, 'All claims of an import belong to one story, that of the first.', field);
}

function distinct(keys: readonly StoryKey[]): StoryKey[] {
  return [...new Map(keys.map((key) => [key.id, key])).values()];
}
