export { DocumentsService } from './documents.service.js';
export { ImportsModule } from './imports.module.js';
