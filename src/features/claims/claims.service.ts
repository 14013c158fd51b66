import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { changesByProposal } from '../../domain/review/transitions.js';
import { requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService, toColumns, type Ground } from '../detection/index.js';
import { RevisionsRepository, type FieldChange } from '../revisions/index.js';
import { SubjectsRepository } from '../stories/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { citedChanges, CitingService } from './citing.service.js';
import { readClaim, type ReadClaim } from './claim-reading.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import { ClaimStatus, Rank } from './graphql/claim.enums.js';
import type { ClaimCreateInput } from './graphql/claim.inputs.js';
import type { ProposalRow } from './proposals.repository.js';
import { ProposingService } from './proposing.service.js';
import { QuestionsRepository } from './questions.repository.js';

/** What a write of a claim made of it. */
export interface WrittenClaim {
  readonly claim: ClaimRow;
  /** True where the claim was there already and only citations were added. */
  readonly alreadyExisted: boolean;
  /** Ids of the contradictions that the write raised. */
  readonly raised: readonly string[];
  /** What waits for a second person instead of having been written, as the claim is published. */
  readonly proposal?: ProposalRow;
}

/** Which mutation writes a claim, for whom, and what its record says beside the claim. */
export interface ClaimAct {
  readonly viewer: ActingViewer;
  readonly action: string;
  readonly about?: Readonly<Record<string, string | readonly string[]>>;
}

/** Writing claims: each in one transaction with its citations, its contradictions and its record. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
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
   * Writes a claim; where its story has it already, adds the citations to it. The claim and the contradictions that it
   * raises become visible together.
   * @throws UserErrors where any part of the input cannot stand; nothing is changed then
   */
  async create(input: ClaimCreateInput, viewer: ActingViewer): Promise<WrittenClaim> {
    return this.database.transaction(async (tx) =>
      this.createWithin(tx, await this.vocabulary.holdStill(tx), input, { viewer, action: 'claimCreate' }),
    );
  }

  /**
   * Writes a claim in a transaction of the caller's, as `create` does.
   * @param vocabulary as it stays until the transaction ends
   */
  async createWithin(
    tx: Transaction,
    vocabulary: VocabularySnapshot,
    input: ClaimCreateInput,
    { viewer, action, about = {} }: ClaimAct,
  ): Promise<WrittenClaim> {
    const now = new Date();
    const subjectKey = requireIds('Subject', input.subject, ['input', 'subject']);
    const [subject] = await this.subjects.findByKeys([subjectKey], tx);
    const read = readClaim(input, subject, vocabulary, ['input']);
    const { property, identity, statement } = read;
    const at = input.citations.map((citation, i) => ({ input: citation, field: ['input', 'citations', String(i)] }));
    const { storyId } = subjectKey;
    const citations = await this.citing.check(tx, storyId, at, viewer, now);

    const key = { storyId, subjectId: read.subject.id, propertyId: property.id };
    const locked = await this.questions.lock(tx, key, vocabulary.tied.has(property.id), now);
    const ground: Ground = { ...key, ...locked, property, vocabulary };
    const known = await this.claims.findByIdentity(tx, storyId, identity);
    const id = known?.id ?? (await this.insert(tx, ground, read, viewer, now));

    const isPublished = known !== null && changesByProposal(known.status);
    const [proposal] = isPublished
      ? await this.proposing.proposeCitations(tx, [{ claim: known, citations }], viewer, now)
      : [];
    const added = isPublished ? [] : await this.citing.add(tx, { storyId, id }, citations, known === null, now);
    const raised = added.length > 0 ? await this.detection.examine(tx, ground, id, now) : [];
    if (known && added.length > 0) {
      await this.detection.markNewEvidence(tx, storyId, [id], now);
      await this.revise(tx, known, known.version + 1, citedChanges(added), viewer, now);
    }
    const after = {
      ...about,
      questionId: locked.questionId,
      statement: known?.statement ?? statement,
      citations: added.map((citation) => citation.id),
      raised,
      ...(proposal && { proposalId: proposal.id }),
    };
    await this.audit.append(tx, { viewer, action, objectType: 'Claim', objectId: id, storyId, after }, now);
    return {
      claim: await this.reread(tx, storyId, id),
      alreadyExisted: known !== null,
      raised,
      ...(proposal && { proposal }),
    };
  }

  private async insert(
    tx: Transaction,
    ground: Ground,
    { assertion, identity, statement }: ReadClaim,
    viewer: ActingViewer,
    now: Date,
  ): Promise<string> {
    const { storyId, questionId, subjectId, property } = ground;
    const claim = {
      storyId,
      id: uuidv7(),
      questionId,
      subjectId,
      propertyId: property.id,
      polarity: assertion.polarity,
      ...toColumns(assertion.value),
      identity,
      statement,
      status: ClaimStatus.DRAFT,
      rank: Rank.NORMAL,
      createdById: viewer.accountId,
    };
    await this.writes.insert(tx, claim, assertion.scope, now);
    await this.revise(tx, claim, 1, [{ field: 'statement', before: null, after: statement }], viewer, now);
    return claim.id;
  }

  private async revise(
    tx: Transaction,
    claim: StoryKey,
    version: number,
    changes: readonly FieldChange[],
    { accountId: actorId }: ActingViewer,
    now: Date,
  ): Promise<void> {
    const revision = { version, changes, reason: null, actorId, createdAt: now };
    await this.revisions.append(tx, 'claim', claim, revision);
  }

  private async reread(tx: Transaction, storyId: string, id: string): Promise<ClaimRow> {
    const [claim] = await this.claims.findByKeys([{ storyId, id }], tx);
    if (!claim) throw new Error('A claim that was just written is not there.');
    return claim;
  }
}
