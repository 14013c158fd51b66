import { agreementOf } from '../../domain/hypotheses/agreement.js';
import { analyseMatrix, type Cell, type WeighedEvidence } from '../../domain/hypotheses/analyse-matrix.js';
import type { Grade } from '../../domain/hypotheses/consistency.js';
import { ConsistencyEnum } from './graphql/hypotheses.enums.js';
import type {
  CompetingHypothesesType,
  EvidenceCellType,
  EvidenceGradeType,
  EvidenceType,
} from './graphql/hypotheses.types.js';
import type { EvidenceRow, GradeRow } from './matrix.repository.js';

/** All that is stored of one question's matrix. */
export interface MatrixRows {
  readonly storyId: string;
  /** Ids of the answers. */
  readonly hypotheses: readonly string[];
  readonly evidence: readonly EvidenceRow[];
  readonly grades: readonly GradeRow[];
}

/**
 * Weighs what is stored.
 * @param graderId the account whose grades are weighed; those of all where null
 */
export function toCompetingHypotheses(rows: MatrixRows, graderId: string | null): CompetingHypothesesType {
  const { storyId, hypotheses, evidence } = rows;
  const counting = new Set(evidence.filter(({ counts }) => counts).map(({ claimId }) => claimId));
  const standing = new Set(hypotheses);
  const countingGrades = rows.grades.filter(
    ({ evidenceId, hypothesisId }) => counting.has(evidenceId) && standing.has(hypothesisId),
  );
  const seen = rows.grades.filter(({ accountId }) => graderId === null || accountId === graderId);
  const matrix = analyseMatrix(hypotheses, [...counting], seen.map(toGrade));
  const weighed = new Map(matrix.evidence.map((each, place) => [each.id, { ...each, place }]));
  const gradesByEvidence = new Map<string, GradeRow[]>(evidence.map(({ claimId }) => [claimId, []]));
  for (const grade of seen) gradesByEvidence.get(grade.evidenceId)?.push(grade);
  const placeOf = ({ claimId }: EvidenceRow): number => weighed.get(claimId)?.place ?? Infinity;
  return {
    graderId,
    graderIds: [...new Set(rows.grades.map(({ accountId }) => accountId))].sort(),
    agreement: agreementOf(countingGrades.map(toGrade)),
    ranking: matrix.hypotheses.map((each) => ({ ...each, storyId })),
    rows: [...evidence]
      .sort((a, b) => (placeOf(a) === placeOf(b) ? (a.claimId < b.claimId ? -1 : 1) : placeOf(a) - placeOf(b)))
      .map((row) => toEvidence(row, weighed.get(row.claimId), gradesByEvidence.get(row.claimId) ?? [])),
  };
}

function toGrade({ evidenceId, hypothesisId, accountId, consistency }: GradeRow): Grade {
  return { evidence: evidenceId, hypothesis: hypothesisId, grader: accountId, consistency };
}

function toEvidence(row: EvidenceRow, weighed: WeighedEvidence | undefined, grades: readonly GradeRow[]): EvidenceType {
  const { storyId, claimId: id, addedById, note, addedAt, counts } = row;
  return {
    storyId,
    id,
    addedById,
    note,
    addedAt,
    counts,
    diagnosticity: weighed?.diagnosticity ?? null,
    cells: (weighed?.cells ?? []).map((cell) => toCell(storyId, cell)),
    grades: grades.map(toEvidenceGrade),
  };
}

function toCell(
  storyId: string,
  { hypothesis: hypothesisId, consistency, inconsistency, graders }: Cell,
): EvidenceCellType {
  return { storyId, hypothesisId, consistency, inconsistency, graders };
}

function toEvidenceGrade({
  storyId,
  hypothesisId,
  accountId,
  consistency,
  note,
  updatedAt,
}: GradeRow): EvidenceGradeType {
  return { storyId, hypothesisId, accountId, grade: ConsistencyEnum[consistency], note, updatedAt };
}
