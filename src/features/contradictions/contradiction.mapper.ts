import { encodeId } from '../../graphql/node/index.js';
import type { ContradictionRow } from './contradictions.repository.js';
import { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import type { ContradictionType, ResolutionType } from './graphql/contradiction.type.js';

export function toContradiction(row: ContradictionRow): ContradictionType {
  const {
    id: localId,
    storyId,
    questionId,
    explanation,
    rule,
    status,
    newEvidenceSince,
    version,
    detectedAt,
    updatedAt,
  } = row;
  return {
    __typename: 'Contradiction',
    id: encodeId('Contradiction', row),
    localId,
    storyId,
    questionId,
    kind: ContradictionKindEnum[row.kind],
    strength: StrengthEnum[row.strength],
    explanation,
    rule,
    status,
    resolution: resolutionOf(row),
    newEvidenceSince,
    version,
    detectedAt,
    updatedAt,
  };
}

function resolutionOf({
  storyId,
  id,
  outcome,
  note,
  resolvedById,
  resolvedAt,
}: ContradictionRow): ResolutionType | null {
  if (outcome === null || note === null || resolvedById === null || resolvedAt === null) return null;
  return { storyId, contradictionId: id, outcome, note, resolvedById, at: resolvedAt };
}
