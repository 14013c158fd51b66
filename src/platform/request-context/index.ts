export { currentRequest } from './request-context.js';
export { requestIdOf } from './request-hooks.js';
