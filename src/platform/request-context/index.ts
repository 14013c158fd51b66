export { currentRequest } from './request-context.js';
