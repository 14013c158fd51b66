export { FieldChangeType, RevisionConnection, RevisionType } from './revision.type.js';
export { RevisionsModule } from './revisions.module.js';
export type { ChangeSince, FieldChange } from './field-change.js';
export { RevisionsRepository } from './revisions.repository.js';
export { RevisionsService } from './revisions.service.js';
export { staleVersion } from './stale-version.js';
