import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import type { ClaimFacts } from './evidence.repository.js';

/** Whether a claim says of its question that it is so, and what: only that can be held against evidence. */
export function isAnswer({ polarity, valueKind }: Pick<ClaimFacts, 'polarity' | 'valueKind'>): boolean {
  return polarity === 'AFFIRMED' && valueKind === 'CONCEPT';
}

/** @throws UserErrors WRONG_DATATYPE where the answers to a question are not concepts */
export function requireCategorical({ datatype }: { readonly datatype: string }, field: readonly string[]): void {
  if (datatype === 'CONCEPT') return;
  const message = `Only answers that are concepts are weighed as hypotheses; those to this question are of the datatype ${datatype}.`;
  throw userError(UserErrorCode.WRONG_DATATYPE, message, field);
}

/** @throws UserErrors WRONG_STORY where two things are of different stories */
export function requireStory(
  claim: { readonly storyId: string },
  question: { readonly storyId: string },
  field: readonly string[],
): void {
  if (claim.storyId === question.storyId) return;
  throw userError(UserErrorCode.WRONG_STORY, 'The claim is of another story than the question.', field);
}

/** @throws UserErrors ILLEGAL_STATE where a claim has been refused or withdrawn */
export function requireStanding({ status }: Pick<ClaimFacts, 'status'>, field: readonly string[]): void {
  if (status !== 'REJECTED' && status !== 'RETRACTED') return;
  throw userError(UserErrorCode.ILLEGAL_STATE, `The claim is ${status}; it counts no more.`, field);
}
