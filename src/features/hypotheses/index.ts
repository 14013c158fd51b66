export { HypothesesModule } from './hypotheses.module.js';
