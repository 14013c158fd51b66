export { badUserInput } from './bad-user-input.js';
export { formatError, type ErrorCode } from './format-error.js';
export { InputValidationPipe } from './input-validation.pipe.js';
export { UserErrorCode } from './user-error-code.js';
export { UserErrorInterceptor } from './user-error.interceptor.js';
export { UserErrorType } from './user-error.type.js';
export { UserErrors, userError, type UserProblem } from './user-errors.js';
