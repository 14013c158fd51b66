/** A deliberate breach of one rule: the files it adds to the clean tree, the culprit last. */
export interface Violation {
  readonly rule: string;
  readonly what: string;
  readonly files: Record<string, string>;
}

/** The smallest application with one file of every kind, all of whose imports are allowed. */
export const cleanTree: Record<string, string> = {
  'src/main.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module.js';
    import { Database } from './platform/database/database.js';
    export const start = () => NestFactory.create(AppModule, new Database());`,
  'src/app.module.ts': `
    import { ClaimsModule } from './features/claims/index.js';
    import { DatabaseModule } from './platform/database/index.js';
    export class AppModule { imports = [ClaimsModule, DatabaseModule]; }`,

  'src/domain/claim.ts': `
    import { createHash } from 'node:crypto';
    import Big from 'big.js';
    import type { Value } from './value.js';
    export const identity = (value: Value) => createHash('sha256').update(new Big(value).toString()).digest('hex');`,
  'src/domain/value.ts': `export type Value = string;`,
  'src/domain/claim.spec.ts': `
    import { test } from '@jest/globals';
    import { identity } from './claim.js';
    test('identity', () => { identity('1'); });`,

  'src/generated/prisma/client.ts': `export interface ClaimRow { id: string } export class PrismaClient {}`,
  'src/platform/database/index.ts': `
    export { Database } from './database.js';
    export { DatabaseModule } from './database.module.js';`,
  'src/platform/database/database.ts': `
    import { PrismaPg } from '@prisma/adapter-pg';
    import { PrismaClient } from '../../generated/prisma/client.js';
    export class Database { client = new PrismaClient(); adapter = PrismaPg; }`,
  'src/platform/database/database.module.ts': `
    import { Database } from './database.js';
    export class DatabaseModule { providers = [Database]; }`,
  'src/graphql/node.ts': `
    import { InterfaceType } from '@nestjs/graphql';
    export const Node = InterfaceType;`,

  'src/features/claims/index.ts': `export { ClaimsModule } from './claims.module.js';`,
  'src/features/claims/claims.module.ts': `
    import { DatabaseModule } from '../../platform/database/index.js';
    import { SourcesService } from '../sources/index.js';
    import { ClaimsResolver } from './claims.resolver.js';
    export class ClaimsModule { providers = [ClaimsResolver, SourcesService, DatabaseModule]; }`,
  'src/features/claims/claims.resolver.ts': `
    import { Resolver } from '@nestjs/graphql';
    import { ClaimsService } from './claims.service.js';
    import { ClaimsLoader } from './claims.loader.js';
    import { ClaimType } from './graphql/claim.type.js';
    export class ClaimsResolver { parts = [Resolver, ClaimsService, ClaimsLoader, ClaimType]; }`,
  'src/features/claims/claims.service.ts': `
    import { identity } from '../../domain/claim.js';
    import { Database } from '../../platform/database/index.js';
    import { ClaimsRepository } from './claims.repository.js';
    export class ClaimsService { parts = [identity, Database, ClaimsRepository]; }`,
  'src/features/claims/claims.repository.ts': `
    import type { ClaimRow } from '../../generated/prisma/client.js';
    import { Database } from '../../platform/database/database.js';
    import { toClaim } from './claim.mapper.js';
    export class ClaimsRepository { parts = [Database, toClaim]; row?: ClaimRow; }`,
  'src/features/claims/claims.loader.ts': `
    import DataLoader from 'dataloader';
    import { Database } from '../../platform/database/index.js';
    export class ClaimsLoader { parts = [DataLoader, Database]; }`,
  'src/features/claims/claim.mapper.ts': `
    import type { Value } from '../../domain/value.js';
    import type { ClaimRow } from '../../generated/prisma/client.js';
    import { ClaimType } from './graphql/claim.type.js';
    export const toClaim = (row: ClaimRow, value: Value) => new ClaimType(row.id, value);`,
  'src/features/claims/graphql/claim.type.ts': `
    import { ObjectType } from '@nestjs/graphql';
    import { Node } from '../../../graphql/node.js';
    export class ClaimType { parts = [ObjectType, Node]; constructor(readonly id: string, readonly value: string) {} }`,
  'src/features/sources/index.ts': `export { SourcesService } from './sources.service.js';`,
  'src/features/sources/sources.service.ts': `export class SourcesService {}`,

  'test/support/story.ts': `export const story = 'story';`,
};

const domain = (rule: string, what: string, source: string): Violation => ({
  rule,
  what,
  files: { [`src/domain/${rule}-${what.replaceAll(/\W+/g, '-')}.ts`]: source },
});

const service = (rule: string, what: string, source: string): Violation => ({
  rule,
  what,
  files: { [`src/features/claims/${what.replaceAll(/\W+/g, '-')}.service.ts`]: source },
});

const file = (rule: string, what: string, path: string, source: string): Violation => ({
  rule,
  what,
  files: { [path]: source },
});

export const violations: readonly Violation[] = [
  domain(
    'domain-imports-nothing-of-the-rest',
    'a type of a feature',
    `import type { SourcesService } from '../features/sources/sources.service.js';\nexport type X = SourcesService;`,
  ),
  domain(
    'domain-imports-nothing-of-the-rest',
    'the database',
    `import { Database } from '../platform/database/index.js';\nexport const x = Database;`,
  ),
  domain(
    'domain-uses-only-plain-libraries',
    'Nest',
    `import { Injectable } from '@nestjs/common';\nexport const x = Injectable;`,
  ),
  domain('domain-uses-only-plain-libraries', 'GraphQL', `import { parse } from 'graphql';\nexport const x = parse;`),
  domain(
    'domain-uses-only-plain-libraries',
    'a Prisma type',
    `import type { PrismaPg } from '@prisma/adapter-pg';\nexport type X = PrismaPg;`,
  ),
  ...['fs', 'fs/promises', 'http', 'net', 'child_process', 'timers', 'timers/promises', 'worker_threads'].map(
    (module) => domain('domain-does-no-io', module, `import * as io from 'node:${module}';\nexport const x = io;`),
  ),

  file(
    'resolvers-never-see-the-database',
    'a row type in a resolver',
    'src/features/claims/row.resolver.ts',
    `import type { ClaimRow } from '../../generated/prisma/client.js';\nexport type X = ClaimRow;`,
  ),
  file(
    'resolvers-never-see-the-database',
    'the database module in a resolver',
    'src/features/claims/database.resolver.ts',
    `import { Database } from '../../platform/database/index.js';\nexport const x = Database;`,
  ),
  file(
    'resolvers-never-see-the-database',
    'a driver in a resolver',
    'src/features/claims/driver.resolver.ts',
    `import pg from 'pg';\nexport const x = pg;`,
  ),
  file(
    'resolvers-ask-services',
    'a repository in a resolver',
    'src/features/claims/repository.resolver.ts',
    `import { ClaimsRepository } from './claims.repository.js';\nexport const x = ClaimsRepository;`,
  ),
  service(
    'only-repositories-touch-prisma',
    'a generated row in a service',
    `import type { ClaimRow } from '../../generated/prisma/client.js';\nexport type X = ClaimRow;`,
  ),
  service(
    'only-repositories-touch-prisma',
    'a driver in a service',
    `import { PrismaPg } from '@prisma/adapter-pg';\nexport const x = PrismaPg;`,
  ),
  service(
    'the-database-has-one-door',
    'the inside of the database in a service',
    `import { Database } from '../../platform/database/database.js';\nexport const x = Database;`,
  ),

  file(
    'mappers-are-pure',
    'a service in a mapper',
    'src/features/claims/service.mapper.ts',
    `import { ClaimsService } from './claims.service.js';\nexport const x = ClaimsService;`,
  ),
  file(
    'mappers-are-pure',
    'a driver in a mapper',
    'src/features/claims/driver.mapper.ts',
    `import pg from 'pg';\nexport const x = pg;`,
  ),
  file(
    'mappers-are-pure',
    'a client in a mapper',
    'src/features/claims/client.mapper.ts',
    `import { PrismaClient } from '../../generated/prisma/client.js';\nexport const x = new PrismaClient();`,
  ),

  service(
    'features-meet-at-the-index',
    'the inside of another feature',
    `import { SourcesService } from '../sources/sources.service.js';\nexport const x = SourcesService;`,
  ),
  file(
    'the-application-enters-features-at-the-index',
    'the inside of a feature beside main',
    'src/worker.module.ts',
    `import { SourcesService } from './features/sources/sources.service.js';\nexport const x = SourcesService;`,
  ),
  file(
    'platform-does-not-know-features',
    'a feature in the platform',
    'src/platform/jobs.ts',
    `import { SourcesService } from '../features/sources/index.js';\nexport const x = SourcesService;`,
  ),
  file(
    'graphql-does-not-know-features',
    'a feature in the GraphQL layer',
    'src/graphql/registry.ts',
    `import { SourcesService } from '../features/sources/index.js';\nexport const x = SourcesService;`,
  ),

  {
    rule: 'no-cycles',
    what: 'two files that import each other, one for a type only',
    files: {
      'src/platform/hen.ts': `import { Egg } from './egg.js';\nexport class Hen { egg = new Egg(); }`,
      'src/platform/egg.ts': `import type { Hen } from './hen.js';\nexport class Egg { hen?: Hen; }`,
    },
  },
  file('no-orphans', 'a file that nobody knows', 'src/platform/forgotten.ts', `export const forgotten = true;`),
  file(
    'the-service-never-imports-its-tests',
    'a fixture in the platform',
    'src/platform/demo.ts',
    `import { story } from '../../test/support/story.js';\nexport const x = story;`,
  ),
  file(
    'the-service-never-imports-its-tests',
    'a spec in the platform',
    'src/platform/self-test.ts',
    `import '../domain/claim.spec.js';\nexport const x = 1;`,
  ),
  file(
    'the-service-runs-on-its-dependencies',
    'a development package in the platform',
    'src/platform/fuzz.ts',
    `import fc from 'fast-check';\nexport const x = fc;`,
  ),
  file(
    'what-is-imported-is-declared',
    'a package that only another package asks for',
    'src/platform/undeclared.ts',
    `import ms from 'semver';\nexport const x = ms;`,
  ),
  file(
    'what-is-imported-exists',
    'a file that is not there',
    'src/platform/dangling.ts',
    `import { gone } from './gone.js';\nexport const x = gone;`,
  ),
];
