export { FirstStartModule } from './first-start.module.js';
export { PreparationService } from './preparation.service.js';
