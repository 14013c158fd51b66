import { encodeId } from '../../graphql/node/index.js';
import type { CitationRow } from './citations.repository.js';
import type { ClaimRow } from './claims.repository.js';
import { toClaimValue } from './claim-value.mapper.js';
import type { CitationType } from './graphql/citation.type.js';
import { CertaintyEnum, PolarityEnum } from './graphql/claim.enums.js';
import type { ClaimType } from './graphql/claim.type.js';
import type { QuestionType } from './graphql/question.type.js';
import type { QuestionRow } from './questions.repository.js';

export function toClaim(row: ClaimRow): ClaimType {
  const { id: localId, storyId, questionId, subjectId, propertyId, createdById, scope: scopeTerms } = row;
  const { statement, status, rank, rankReason, version, createdAt, updatedAt } = row;
  return {
    __typename: 'Claim',
    id: encodeId('Claim', row),
    localId,
    storyId,
    questionId,
    subjectId,
    propertyId,
    createdById,
    scopeTerms,
    polarity: PolarityEnum[row.polarity],
    value: toClaimValue(row),
    statement,
    status,
    rank,
    rankReason,
    version,
    createdAt,
    updatedAt,
  };
}

export function toCitation(row: CitationRow): CitationType {
  const {
    id: localId,
    storyId,
    claimId,
    sourceId,
    snapshotId,
    claimantId,
    createdById,
    anchor,
    saidOn,
    createdAt,
  } = row;
  return {
    __typename: 'Citation',
    id: encodeId('Citation', row),
    localId,
    storyId,
    claimId,
    sourceId,
    snapshotId,
    claimantId,
    createdById,
    quote: {
      exact: row.quoteExact,
      prefix: row.quotePrefix,
      suffix: row.quoteSuffix,
      start: row.quoteStart,
      end: row.quoteEnd,
    },
    anchor,
    certainty: CertaintyEnum[row.certainty],
    saidOn: saidOn ?? row.saidFrom?.toISOString().slice(0, 10) ?? null,
    createdAt,
  };
}

export function toQuestion(row: QuestionRow): QuestionType {
  const { id: localId, ...rest } = row;
  return { __typename: 'Question', ...rest, id: encodeId('Question', row), localId };
}
