export { carrySource } from './source.shape.js';
export { SourceKind } from './graphql/source.enums.js';
export { SnapshotType, SourceType } from './graphql/source.type.js';
export { SnapshotsRepository } from './snapshots.repository.js';
export { SourceLoader } from './source.loader.js';
export { SourcesModule } from './sources.module.js';
export { SourcesRepository } from './sources.repository.js';
export { SourcesService } from './sources.service.js';
