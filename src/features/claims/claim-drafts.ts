import { encodeId } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';
import { toColumns, type GroundChange } from '../detection/index.js';
import type { VocabularySnapshot } from '../vocabulary/index.js';
import type { CitationRow } from './citation.shape.js';
import { factsOf } from './citing.service.js';
import type { ReadClaim } from './claim-reading.js';
import type { KnownClaim, NewCitedClaim } from './claim-batches.repository.js';
import { ClaimStatus, Rank } from './graphql/claim.enums.js';
import type { ClaimImportType } from './graphql/claim-import.inputs.js';
import type { ProposalRow } from './proposals.repository.js';
import type { LockedQuestion } from './questions.repository.js';

/** A claim of the story that the input speaks of, once, however often it says it. */
export interface Draft extends ReadClaim {
  readonly id: string;
  readonly known: KnownClaim | null;
  readonly question: LockedQuestion;
  readonly citations: readonly CitationRow[];
}

/** A claim that is new, with what its citations amount to. */
export function newClaimOf(storyId: string, draft: Draft, viewer: ActingViewer): NewCitedClaim {
  const [lead] = [...draft.citations].sort(byLead);
  if (!lead) throw new Error('A claim has no citation.');
  return {
    storyId,
    id: draft.id,
    questionId: draft.question.questionId,
    subjectId: draft.subject.id,
    propertyId: draft.property.id,
    polarity: draft.assertion.polarity,
    ...toColumns(draft.assertion.value),
    identity: draft.identity,
    statement: draft.statement,
    status: ClaimStatus.DRAFT,
    rank: Rank.NORMAL,
    createdById: viewer.accountId,
    ...factsOf(draft.citations),
    scope: draft.assertion.scope,
    leadCitationId: lead.id,
  };
}

/** As the database finds the lead: said first, of those of the lesser source, of those what stands first in it. */
function byLead(a: CitationRow, b: CitationRow): number {
  const said = ({ saidTo }: CitationRow): number => saidTo?.getTime() ?? Infinity;
  if (said(a) !== said(b)) return said(a) - said(b);
  if (a.sourceId !== b.sourceId) return a.sourceId < b.sourceId ? -1 : 1;
  return a.quoteStart - b.quoteStart || (a.id < b.id ? -1 : 1);
}

/** One of those that quote the same words for the same claimant. */
export function withoutRepeats(citations: readonly CitationRow[]): readonly CitationRow[] {
  const nameOf = ({ snapshotId, quoteStart, quoteEnd, claimantId }: CitationRow): string =>
    [snapshotId, quoteStart, quoteEnd, claimantId].join(' ');
  const first = new Map<string, CitationRow>();
  for (const citation of citations) if (!first.has(nameOf(citation))) first.set(nameOf(citation), citation);
  return [...first.values()];
}

/** What has to be examined after claims were written or cited. */
export function changesOf(storyId: string, drafts: readonly Draft[], vocabulary: VocabularySnapshot): GroundChange[] {
  const changes = new Map<string, GroundChange & { readonly changed: Set<string> }>();
  for (const { question, subject, property, id } of drafts) {
    const ground = { storyId, subjectId: subject.id, ...question, property, vocabulary };
    const change = changes.get(question.questionId) ?? { ground, changed: new Set<string>() };
    change.changed.add(id);
    changes.set(question.questionId, change);
  }
  return [...changes.values()];
}

/** What became of each claim of the input, in its order. */
export function importedOf(
  storyId: string,
  read: readonly ReadClaim[],
  drafts: readonly Draft[],
  proposals: ReadonlyMap<string, ProposalRow>,
): ClaimImportType['claims'] {
  const byIdentity = new Map(drafts.map((draft) => [draft.identity, draft]));
  const seen = new Set<string>();
  return read.flatMap(({ identity }) => {
    const draft = byIdentity.get(identity);
    const alreadyExisted = draft?.known != null || seen.has(identity);
    seen.add(identity);
    if (!draft) return [];
    const row = proposals.get(draft.id);
    const proposal = row ? encodeId('ClaimProposal', row) : null;
    return [{ id: encodeId('Claim', { storyId, id: draft.id }), alreadyExisted, proposal }];
  });
}
