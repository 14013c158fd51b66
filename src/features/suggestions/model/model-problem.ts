/** Why a model has not read all of a text. */
export type ModelProblemName =
  'UNREACHABLE' | 'TOO_SLOW' | 'OVERLOADED' | 'REFUSED' | 'BAD_ANSWER' | 'TEXT_TOO_LONG' | 'STOPPED';

/** That a model gave no answer that can be used; the message is for logs and says nothing of text or key. */
export class ModelFailure extends Error {
  constructor(
    readonly problem: ModelProblemName,
    message: string,
  ) {
    super(message);
    this.name = 'ModelFailure';
  }
}
