export { BulkApiModule } from './bulk-api.module.js';
export { BulkImportsService } from './bulk-imports.service.js';
export { BulkExportService } from './bulk-export.service.js';
export { BulkImportService, BulkProblem, type ImportReport } from './bulk-import.service.js';
export { BulkModule } from './bulk.module.js';
