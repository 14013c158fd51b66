export { badUserInput } from './bad-user-input.js';
export { UserErrorCode } from './user-error-code.js';
export { UserErrorType } from './user-error.type.js';
export { validated } from './validated.js';
export { collectProblems, collectProblemsLater, UserErrors, userError, type UserProblem } from './user-errors.js';
