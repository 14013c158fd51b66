export { ReviewRequestType } from './graphql/review-request.type.js';
export { ReviewRequestLoader } from './review-request.loader.js';
export { SourceChangesModule } from './source-changes.module.js';
