export type { TermChange } from './pack-changes.js';
export { PackLoader } from './pack.loader.js';
export { PacksModule } from './packs.module.js';
export { PacksService, type Import } from './packs.service.js';
