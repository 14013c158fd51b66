import { encodeId, RowNode } from '../../graphql/node/index.js';
import type { WrittenClaim } from './claims.service.js';
import type { CitationRow } from './citation.shape.js';
import type { ClaimRow } from './claim.shape.js';
import { toClaimValue } from './claim-value.mapper.js';
import type { CitationType, QuoteType } from './graphql/citation.type.js';
import type { ClaimValue } from './graphql/claim-value.types.js';
import { AnchorState, CertaintyEnum, PolarityEnum } from './graphql/claim.enums.js';
import { toProposal } from './proposal.mapper.js';
import type { ClaimPayload } from './graphql/claim.inputs.js';
import type { ClaimType } from './graphql/claim.type.js';
import type { QuestionType } from './graphql/question.type.js';
import type { QuestionRow } from './questions.repository.js';

export function toClaim(row: ClaimRow): ClaimType {
  return new ClaimNode(row);
}

/** What a mutation answers of a claim that it wrote. */
export function toClaimPayload({
  claim,
  raised,
  proposal,
}: WrittenClaim): Pick<ClaimPayload, 'raised' | 'proposal'> & { claim: ClaimType } {
  return { claim: toClaim(claim), raised, ...(proposal && { proposal: toProposal(proposal) }) };
}

export function toCitation(row: CitationRow): CitationType {
  return new CitationNode(row);
}

export function toQuestion(row: QuestionRow): QuestionType {
  const { id: localId, ...rest } = row;
  return { __typename: 'Question', ...rest, id: encodeId('Question', row), localId };
}

/** A claim over its row, of which only the columns are there that were asked for; what takes work is made when read. */
class ClaimNode extends RowNode<'Claim', ClaimRow> implements ClaimType {
  readonly __typename = 'Claim';
  #value: ClaimValue | undefined;

  get questionId() {
    return this.row.questionId;
  }
  get subjectId() {
    return this.row.subjectId;
  }
  get propertyId() {
    return this.row.propertyId;
  }
  get createdById() {
    return this.row.createdById;
  }
  get scopeTerms() {
    return this.row.scope;
  }
  get polarity() {
    return PolarityEnum[this.row.polarity];
  }
  get value() {
    this.#value ??= toClaimValue(this.row);
    return this.#value;
  }
  get statement() {
    return this.row.statement;
  }
  get status() {
    return this.row.status;
  }
  get rank() {
    return this.row.rank;
  }
  get rankReason() {
    return this.row.rankReason;
  }
  get version() {
    return this.row.version;
  }
  get createdAt() {
    return this.row.createdAt;
  }
  get updatedAt() {
    return this.row.updatedAt;
  }
}

/** A citation over its row, as {@link ClaimNode} is a claim. */
class CitationNode extends RowNode<'Citation', CitationRow> implements CitationType {
  readonly __typename = 'Citation';

  get claimId() {
    return this.row.claimId;
  }
  get sourceId() {
    return this.row.sourceId;
  }
  get snapshotId() {
    return this.row.snapshotId;
  }
  get claimantId() {
    return this.row.claimantId;
  }
  get createdById() {
    return this.row.createdById;
  }
  get quote(): QuoteType {
    const { quoteExact: exact, quotePrefix: prefix, quoteSuffix: suffix, quoteStart: start, quoteEnd: end } = this.row;
    return { exact, prefix, suffix, start, end };
  }
  get anchor() {
    return this.row.anchor;
  }
  get currentPosition() {
    const { anchor, quoteStart, quoteEnd, movedStart, movedEnd } = this.row;
    if (movedStart != null && movedEnd != null) return { start: movedStart, end: movedEnd };
    return anchor === AnchorState.ANCHORED ? { start: quoteStart, end: quoteEnd } : null;
  }
  get certainty() {
    return CertaintyEnum[this.row.certainty];
  }
  get saidOn() {
    return this.row.saidOn ?? this.row.saidFrom?.toISOString().slice(0, 10) ?? null;
  }
  get createdAt() {
    return this.row.createdAt;
  }
}
