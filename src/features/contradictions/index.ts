export { ContradictionLoader } from './contradiction.loader.js';
export { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
export { ContradictionsModule } from './contradictions.module.js';
