import { encodeId } from '../../graphql/node/index.js';
import { ReexaminationState, type ReexaminationType } from './graphql/reexamination.type.js';
import type { ReexaminationRow } from './reexaminations.repository.js';

export function toReexamination(row: ReexaminationRow): ReexaminationType {
  const { id: localId, objectType, objectId, ...rest } = row;
  return {
    __typename: 'Reexamination',
    ...rest,
    id: encodeId('Reexamination', row),
    localId,
    object: { type: objectType, id: objectId },
    state: stateOf(row),
  };
}

function stateOf({ startedAt, finishedAt, failed }: ReexaminationRow): ReexaminationState {
  if (startedAt === null) return ReexaminationState.WAITING;
  if (finishedAt === null) return ReexaminationState.RUNNING;
  return failed > 0 ? ReexaminationState.FAILED : ReexaminationState.DONE;
}
