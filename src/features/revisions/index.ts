export { FieldChangeType, RevisionConnection, RevisionType } from './revision.type.js';
export { RevisionsModule } from './revisions.module.js';
export { RevisionsRepository, type FieldChange } from './revisions.repository.js';
export { RevisionsService } from './revisions.service.js';
