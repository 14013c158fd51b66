export { ReexaminationType } from './graphql/reexamination.type.js';
export { ReexaminationLoader } from './reexamination.loader.js';
export { ReexaminationQueueRepository, type WaitingSubject } from './reexamination-queue.repository.js';
export type { Touch } from './reexaminations.repository.js';
export { ReexaminationsModule } from './reexaminations.module.js';
export { ReexaminationsService } from './reexaminations.service.js';
