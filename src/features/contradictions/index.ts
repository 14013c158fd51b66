export { ContradictionLoader } from './contradiction.loader.js';
export { ContradictionKindEnum, StrengthEnum } from './graphql/contradiction.enums.js';
export { ContradictionPayload } from './graphql/contradiction.inputs.js';
export { ContradictionType } from './graphql/contradiction.type.js';
export { ContradictionsModule } from './contradictions.module.js';
