export { Allow } from './allow.decorator.js';
export { AuthModule, ORPHANED_TYPES } from './auth.module.js';
export { ContextModule } from './context.module.js';
export { ActorLoader } from './actor.loader.js';
export { Actor } from './graphql/actor.type.js';
export { FirstStartService } from './first-start.service.js';
export { Role } from './role.js';
export { acting, type ActingViewer, type Viewer } from './viewer.js';
export type { GraphqlContext } from './graphql-context.js';
