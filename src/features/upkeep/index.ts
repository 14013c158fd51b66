export { ReexaminationWorker } from './reexamination-worker.js';
export { UpkeepModule } from './upkeep.module.js';
