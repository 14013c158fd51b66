import { encodeId } from '../../graphql/node/index.js';
import type { ContradictionRow } from './contradiction.shape.js';
import { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
import type { ContradictionType, ResolutionType } from './graphql/contradiction.type.js';

export function toContradiction(row: ContradictionRow): ContradictionType {
  return new ContradictionNode(row);
}

/** A contradiction over its row, of which only the columns are there that were asked for. */
class ContradictionNode implements ContradictionType {
  readonly __typename = 'Contradiction';

  constructor(private readonly row: ContradictionRow) {}

  get id() {
    return encodeId('Contradiction', this.row);
  }
  get localId() {
    return this.row.id;
  }
  get storyId() {
    return this.row.storyId;
  }
  get questionId() {
    return this.row.questionId;
  }
  get carried() {
    return this.row.carried;
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
