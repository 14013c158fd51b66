import { RowNode } from '../../graphql/node/index.js';
import type { ContradictionRow } from './contradiction.shape.js';
import { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import type { ContradictionType, ResolutionType } from './graphql/contradiction.type.js';

export function toContradiction(row: ContradictionRow): ContradictionType {
  return new ContradictionNode(row);
}

/** A contradiction over its row, of which only the columns are there that were asked for. */
class ContradictionNode extends RowNode<'Contradiction', ContradictionRow> implements ContradictionType {
  readonly __typename = 'Contradiction';

  get questionId() {
    return this.row.questionId;
  }
  get kind() {
    return ContradictionKindEnum[this.row.kind];
  }
  get strength() {
    return StrengthEnum[this.row.strength];
  }
  get explanation() {
    return this.row.explanation;
  }
  get rule() {
    return this.row.rule;
  }
  get status() {
    return this.row.status;
  }
  get resolution() {
    return resolutionOf(this.row);
  }
  get newEvidenceSince() {
    return this.row.newEvidenceSince;
  }
  get version() {
    return this.row.version;
  }
  get detectedAt() {
    return this.row.detectedAt;
  }
  get updatedAt() {
    return this.row.updatedAt;
  }
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
