export { ContradictionLoader } from './contradiction.loader.js';
export { ContradictionsModule } from './contradictions.module.js';
