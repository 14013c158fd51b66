export { RecheckService, type RecheckSummary } from './recheck.service.js';
export { ReexaminationWorker } from './reexamination-worker.js';
export { UpkeepModule } from './upkeep.module.js';
