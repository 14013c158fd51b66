/**
 * Who may import whom, in sentences. `npm run boundaries` checks the code against them, and
 * test/house/boundaries.spec.ts proves each of them by one deliberate violation.
 *
 * Direction: resolver -> service -> domain and repository -> Prisma.
 */

const database = '^src/platform/database/';
const databaseIndex = '^src/platform/database/index\\.ts$';
const generated = '^src/generated/';
const databaseLibraries = 'node_modules/(@prisma|@electric-sql|pg|@types/pg|pglite-prisma-adapter)/';
const spec = '\\.spec\\.ts$';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  // ---- domain -------------------------------------------------------------------------------------------------
  {
    name: 'domain-imports-nothing-of-the-rest',
    comment: 'The domain is plain TypeScript: it knows no feature, no GraphQL type, no platform, no generated row.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: spec },
    to: { path: '^src/', pathNot: '^src/domain/' },
  },
  {
    name: 'domain-uses-only-plain-libraries',
    comment:
      'The domain computes, so it may use a decimal, a date grammar, a table of units, a differ and a tagger of words; ' +
      'Nest, GraphQL, Prisma and every other package stay outside.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: spec },
    to: {
      path: 'node_modules/',
      pathNot: 'node_modules/(@types/)?(big\\.js|diff|edtf|js-quantities|wink-nlp|wink-eng-lite-web-model)/',
    },
  },
  {
    name: 'domain-does-no-io',
    comment: 'The domain opens no file, socket or process and has no timer; hashing (node:crypto) is a computation.',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: spec },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
  },

  // ---- who reaches the database -------------------------------------------------------------------------------
  {
    name: 'resolvers-never-see-the-database',
    comment: 'A resolver asks a service or a loader; it knows neither Prisma nor the database module.',
    severity: 'error',
    from: { path: '\\.resolver\\.ts$' },
    to: { path: [generated, database, databaseLibraries] },
  },
  {
    name: 'resolvers-ask-services',
    comment: 'A resolver does not reach past its service into a repository.',
    severity: 'error',
    from: { path: '\\.resolver\\.ts$' },
    to: { path: '\\.repository\\.ts$' },
  },
  {
    name: 'only-repositories-touch-prisma',
    comment: 'Prisma and its rows are seen by repositories, loaders and the platform; mappers may name a row’s type.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: ['\\.(repository|loader|mapper|resolver)\\.ts$', '^src/(platform|domain|generated)/', spec],
    },
    to: { path: [generated, databaseLibraries] },
  },
  {
    name: 'the-database-has-one-door',
    comment:
      'Features get transactions and their wiring from the database’s index.ts and from nowhere deeper, but for ' +
      'repositories and loaders, which use it.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: ['^src/[^/]+\\.ts$', '\\.(repository|loader|mapper|resolver)\\.ts$', '^src/(platform|domain)/', spec],
    },
    to: { path: database, pathNot: databaseIndex },
  },

  // ---- mappers ------------------------------------------------------------------------------------------------
  {
    name: 'mappers-are-pure',
    comment:
      'A mapper turns a row into a domain or GraphQL object: it may name any type, and of values it uses only ' +
      'those of the domain, of the GraphQL layer and of other mappers.',
    severity: 'error',
    from: { path: '\\.mapper\\.ts$' },
    to: {
      dependencyTypesNot: ['type-only'],
      pathNot: [
        '^src/domain/',
        '^src/graphql/',
        '\\.mapper\\.ts$',
        '^src/features/[^/]+/(graphql/|index\\.ts$)',
        '^(node:)?crypto$',
      ],
    },
  },

  // ---- features and layers ------------------------------------------------------------------------------------
  {
    name: 'features-meet-at-the-index',
    comment: 'A feature sees of another only what that one’s index.ts shows.',
    severity: 'error',
    from: { path: '^src/features/([^/]+)/' },
    to: { path: '^src/features/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
  },
  {
    name: 'the-application-enters-features-at-the-index',
    comment: 'What assembles the application takes each feature by its index.ts as well.',
    severity: 'error',
    from: { path: '^src/[^/]+\\.ts$' },
    to: { path: '^src/features/', pathNot: '^src/features/[^/]+/index\\.ts$' },
  },
  {
    name: 'platform-does-not-know-features',
    comment: 'Database, configuration, logging and jobs serve every feature and know none.',
    severity: 'error',
    from: { path: '^src/platform/', pathNot: spec },
    to: { path: '^src/features/' },
  },
  {
    name: 'graphql-does-not-know-features',
    comment: 'Connections, scalars, user errors and limits are the same for every feature and know none.',
    severity: 'error',
    from: { path: '^src/graphql/', pathNot: spec },
    to: { path: '^src/features/' },
  },

  // ---- hygiene ------------------------------------------------------------------------------------------------
  {
    name: 'no-cycles',
    comment: 'Nothing imports itself by a detour, not even for a type. What is loaded later may name what loads it.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
  },
  {
    name: 'no-orphans',
    comment: 'A file that imports nothing and is imported by nothing is left over.',
    severity: 'error',
    from: { orphan: true, pathNot: ['\\.d\\.ts$', spec, '^src/main\\.ts$'] },
    to: {},
  },
  {
    name: 'the-service-never-imports-its-tests',
    comment: 'The service runs without test, bench and scripts.',
    severity: 'error',
    from: { path: '^src/', pathNot: spec },
    to: { path: ['^(test|bench|scripts)/', spec] },
  },
  {
    name: 'the-service-runs-on-its-dependencies',
    comment: 'Production code imports no package that is there for development only.',
    severity: 'error',
    from: { path: '^src/', pathNot: [spec, '^src/domain/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'what-is-imported-is-declared',
    comment: 'Every package that is imported stands in package.json.',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/domain/' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'what-is-imported-exists',
    comment: 'Every import resolves (run `npm run generate` first: the Prisma client is generated).',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: ['node_modules', '^src/generated/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count as imports.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
