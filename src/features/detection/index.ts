export { IncompatibleService, type Incompatible } from './incompatible.service.js';
export { DetectionModule } from './detection.module.js';
export { DetectionService } from './detection.service.js';
export type { Ground, GroundChange } from './ground.js';
export { fromColumns, toColumns, type ValueColumns } from './claim-value.mapper.js';
export { toProperty } from './comparable-claim.mapper.js';
export type { SubjectKey } from './subject-detection.repository.js';
export { SubjectDetectionService, type SubjectDifferences } from './subject-detection.service.js';
