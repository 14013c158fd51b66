export {
  answerFor,
  currentRequest,
  inThisRequest,
  newRequest,
  runInRequest,
  type RequestContext,
} from './request-context.js';
export { requestIdOf } from './request-hooks.js';
