export { ReviewRequestLoader } from './review-request.loader.js';
export { SourceChangesModule } from './source-changes.module.js';
