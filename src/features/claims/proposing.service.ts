import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { FieldChange } from '../revisions/index.js';
import { CitationsRepository } from './citations.repository.js';
import { citedChanges, type CheckedCitation } from './citing.service.js';
import { citationInputOf, touchOf, type ContentChange } from './content-change.js';
import { ProposalKind, ProposalStatus } from './graphql/proposal.types.js';
import { ProposalsRepository, type ProposalRow } from './proposals.repository.js';

/** A published claim, and the version that it is at. */
export interface ProposedOn extends StoryKey {
  readonly version: number;
}

/** What is proposed, by whom, and why. */
export interface Proposal {
  readonly change: ContentChange;
  readonly changes: readonly FieldChange[];
  readonly touches: readonly string[];
  readonly reason: string | null;
}

/** Makes proposals of what would change published claims. Runs under the lock on their questions. */
@Injectable()
export class ProposingService {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly citations: CitationsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** Makes a proposal that is a mutation's whole outcome, with its audit event. */
  async propose(
    tx: Transaction,
    claim: ProposedOn,
    proposal: Proposal,
    { viewer, action }: { readonly viewer: ActingViewer; readonly action: string },
    now: Date,
  ): Promise<ProposalRow> {
    const row = rowOf(claim, proposal, viewer, now);
    await this.proposals.insert(tx, [row]);
    const { storyId, id: objectId, kind, claimId } = row;
    const changes = proposal.changes.map((change) => ({ ...change }));
    const after = { claimId, kind, changes, reason: proposal.reason };
    await this.audit.append(tx, { viewer, action, objectType: 'ClaimProposal', objectId, storyId, after }, now);
    return row;
  }

  /**
   * Proposes those citations of published claims of one story that they do not have and that nobody has proposed yet. The audit event is
   * the caller's.
   * @returns one proposal for each claim that any is new for
   */
  async proposeCitations(
    tx: Transaction,
    cited: readonly { readonly claim: ProposedOn; readonly citations: readonly CheckedCitation[] }[],
    viewer: ActingViewer,
    now: Date,
  ): Promise<ProposalRow[]> {
    const [first] = cited;
    if (!first) return [];
    const same = cited.flatMap(({ claim, citations }) => citations.map((each) => ({ ...each, claimId: claim.id })));
    const [claimIds, touches] = [cited.map(({ claim }) => claim.id), same.map(touchOf)];
    const taken = new Map(claimIds.map((id) => [id, new Set<string>()]));
    for (const row of await this.citations.findSame(tx, same)) taken.get(row.claimId)?.add(touchOf(row));
    const waiting = await this.proposals.findTouching(tx, first.claim.storyId, claimIds, touches);
    for (const row of waiting) for (const touch of row.touches) taken.get(row.claimId)?.add(touch);
    const rows = cited.flatMap(({ claim, citations }) => {
      const fresh = citations.filter((citation) => !taken.get(claim.id)?.has(touchOf(citation)));
      if (fresh.length === 0) return [];
      const change = { kind: 'CITE' as const, citations: fresh.map(citationInputOf) };
      const proposal = { change, changes: citedChanges(fresh), touches: fresh.map(touchOf), reason: null };
      return [rowOf(claim, proposal, viewer, now)];
    });
    if (rows.length > 0) await this.proposals.insert(tx, rows);
    return rows;
  }
}

function rowOf(
  { storyId, id: claimId, version }: ProposedOn,
  { change, changes, touches, reason }: Proposal,
  viewer: ActingViewer,
  createdAt: Date,
): ProposalRow {
  const what = { kind: ProposalKind[change.kind], status: ProposalStatus.PENDING, baseVersion: version, input: change };
  const undecided = { decidedById: null, decidedAt: null, note: null, madeVersion: null };
  const by = { reason, authorId: viewer.accountId, createdAt };
  return { storyId, id: uuidv7(), claimId, ...what, changes, touches: [...new Set(touches)], ...by, ...undecided };
}
