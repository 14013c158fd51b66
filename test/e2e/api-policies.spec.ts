import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Changes } from '../../src/platform/events/index.js';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { read, type Json } from './support/api-client.js';
import { Subscriber, until } from './support/subscriber.js';
import { fingerprint, insertKey, startApi } from './support/api-database.js';

/** Open to whoever has an account, of any role. */
const SIGNED_IN = 'SIGNED_IN';
const ROLES = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'] as const;
type Role = (typeof ROLES)[number];

/** Who each root field is open to: the least role, or all who have signed in. A root field that is missing here fails the test. */
const POLICIES: Readonly<Record<string, Role | typeof SIGNED_IN>> = {
  'Query.accounts': 'ADMIN',
  'Query.agent': 'READER',
  'Query.agents': 'READER',
  'Query.apiKeys': 'ADMIN',
  'Query.auditEvents': 'ADMIN',
  'Query.bulkImports': 'EDITOR',
  'Query.claim': 'READER',
  'Query.claims': 'READER',
  'Query.compareStatements': 'READER',
  'Query.conceptSchemes': 'READER',
  'Query.concepts': 'READER',
  'Query.contradiction': 'READER',
  'Query.contradictions': 'READER',
  'Query.identities': 'READER',
  'Query.node': 'READER',
  'Query.nodes': 'READER',
  'Query.people': 'CONTRIBUTOR',
  'Query.properties': 'READER',
  'Query.propertyOrders': 'READER',
  'Query.question': 'READER',
  'Query.readText': 'READER',
  'Query.reexaminations': 'READER',
  'Query.reviewQueue': 'CONTRIBUTOR',
  'Query.reviewRequests': 'READER',
  'Query.search': 'READER',
  'Query.setUpRequired': 'READER',
  'Query.signInOptions': 'READER',
  'Query.source': 'READER',
  'Query.stories': 'READER',
  'Query.story': 'READER',
  'Query.suggestClaims': 'READER',
  'Query.viewer': 'READER',
  'Query.vocabularyPacks': 'READER',
  'Query.webhooks': 'ADMIN',
  'Mutation.accountInvite': 'ADMIN',
  'Mutation.accountUpdate': 'ADMIN',
  'Mutation.agentCreate': 'CONTRIBUTOR',
  'Mutation.agentUpdate': 'EDITOR',
  'Mutation.apiKeyCreate': SIGNED_IN,
  'Mutation.apiKeyRevoke': SIGNED_IN,
  'Mutation.citationAdd': 'CONTRIBUTOR',
  'Mutation.citationRemove': 'EDITOR',
  'Mutation.claimApprove': 'EDITOR',
  'Mutation.claimAssign': 'CONTRIBUTOR',
  'Mutation.claimCreate': 'CONTRIBUTOR',
  'Mutation.claimImport': 'CONTRIBUTOR',
  'Mutation.claimProposalAccept': 'EDITOR',
  'Mutation.claimProposalReject': 'EDITOR',
  'Mutation.claimProposalWithdraw': 'CONTRIBUTOR',
  'Mutation.claimRank': 'EDITOR',
  'Mutation.claimReject': 'EDITOR',
  'Mutation.claimReopen': 'EDITOR',
  'Mutation.claimRequestChanges': 'EDITOR',
  'Mutation.claimRetract': 'EDITOR',
  'Mutation.claimSubmit': 'CONTRIBUTOR',
  'Mutation.claimUpdate': 'CONTRIBUTOR',
  'Mutation.claimWithdraw': 'CONTRIBUTOR',
  'Mutation.commentAdd': 'CONTRIBUTOR',
  'Mutation.commentEdit': 'CONTRIBUTOR',
  'Mutation.commentRemove': 'CONTRIBUTOR',
  'Mutation.conceptCreate': 'ADMIN',
  'Mutation.conceptSchemeCreate': 'ADMIN',
  'Mutation.conceptSchemeUpdate': 'ADMIN',
  'Mutation.conceptUpdate': 'ADMIN',
  'Mutation.contradictionAssign': 'CONTRIBUTOR',
  'Mutation.contradictionConfirm': 'EDITOR',
  'Mutation.contradictionDismiss': 'EDITOR',
  'Mutation.contradictionRelease': 'EDITOR',
  'Mutation.contradictionReopen': 'EDITOR',
  'Mutation.contradictionResolve': 'EDITOR',
  'Mutation.contradictionTake': 'EDITOR',
  'Mutation.evidenceAdd': 'EDITOR',
  'Mutation.evidenceGrade': 'EDITOR',
  'Mutation.evidenceRemove': 'EDITOR',
  'Mutation.identityCreate': 'ADMIN',
  'Mutation.identityDelete': 'ADMIN',
  'Mutation.identityUpdate': 'ADMIN',
  'Mutation.inboxMarkRead': 'CONTRIBUTOR',
  'Mutation.invitationAccept': 'READER',
  'Mutation.partitionDeclare': 'EDITOR',
  'Mutation.partitionUpdate': 'EDITOR',
  'Mutation.partitionWithdraw': 'EDITOR',
  'Mutation.passwordChange': SIGNED_IN,
  'Mutation.passwordReset': 'READER',
  'Mutation.passwordResetCreate': 'ADMIN',
  'Mutation.profileUpdate': SIGNED_IN,
  'Mutation.propertyCreate': 'ADMIN',
  'Mutation.propertyOrderCreate': 'ADMIN',
  'Mutation.propertyOrderDelete': 'ADMIN',
  'Mutation.propertyUpdate': 'ADMIN',
  'Mutation.reviewNext': 'CONTRIBUTOR',
  'Mutation.reviewRelease': 'CONTRIBUTOR',
  'Mutation.reviewRenew': 'CONTRIBUTOR',
  'Mutation.reviewRequestSettle': 'EDITOR',
  'Mutation.serviceAccountCreate': 'ADMIN',
  'Mutation.sessionEnd': SIGNED_IN,
  'Mutation.setUp': 'ADMIN',
  'Mutation.singleSignOnUnlink': 'ADMIN',
  'Mutation.sourceCorrect': 'EDITOR',
  'Mutation.sourceCreate': 'CONTRIBUTOR',
  'Mutation.sourceImport': 'CONTRIBUTOR',
  'Mutation.sourceRefresh': 'CONTRIBUTOR',
  'Mutation.sourceReinstate': 'EDITOR',
  'Mutation.sourceRetract': 'EDITOR',
  'Mutation.storyCreate': 'CONTRIBUTOR',
  'Mutation.subjectCreate': 'CONTRIBUTOR',
  'Mutation.suggestionAccept': 'CONTRIBUTOR',
  'Mutation.suggestionReject': 'CONTRIBUTOR',
  'Mutation.vocabularyImport': 'ADMIN',
  'Mutation.webhookCreate': 'ADMIN',
  'Mutation.webhookDelete': 'ADMIN',
  'Mutation.webhookPing': 'ADMIN',
  'Mutation.webhookReplay': 'ADMIN',
  'Mutation.webhookReplayAll': 'ADMIN',
  'Mutation.webhookSecretRotate': 'ADMIN',
  'Mutation.webhookUpdate': 'ADMIN',
  'Subscription.claimChanged': 'READER',
  'Subscription.contradictionChanged': 'READER',
  'Subscription.importProgressed': 'EDITOR',
  'Subscription.inboxChanged': 'CONTRIBUTOR',
  'Subscription.reviewQueueChanged': 'CONTRIBUTOR',
};

const INTROSPECTION = `{ __schema {
  roots: types { name kind fields { name
    type { ...T } args { name defaultValue type { ...T } } }
    inputFields { name defaultValue type { ...T } } enumValues { name } }
  queryType { name } mutationType { name } subscriptionType { name } } }
  fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

/** Writes each root field as an operation that validates, with made-up arguments for whatever is required. */
class Operations {
  readonly #types: Map<string, Json>;

  constructor(private readonly schema: Json) {
    this.#types = new Map(schema.roots.map((type: Json) => [type.name, type]));
  }

  /** By `Query.name` and `Mutation.name`. */
  all(): Map<string, string> {
    const roots = [this.schema.queryType, this.schema.mutationType, this.schema.subscriptionType].filter(Boolean);
    return new Map(
      roots.flatMap(({ name }: Json) =>
        this.#types.get(name).fields.map((field: Json) => [`${name}.${field.name}`, this.#operation(name, field)]),
      ),
    );
  }

  #operation(root: string, { name, args, type }: Json): string {
    // A subscription that is let through is given an id of nothing, as it would else wait for what never happens.
    const given = args.filter((arg: Json) => root === 'Subscription' || this.#isRequired(arg));
    // The one query that must have one of two arguments, neither of which is required.
    const text =
      name === 'story' ? 'slug: "x"' : given.map((arg: Json) => `${arg.name}: ${this.#value(arg.type)}`).join(', ');
    const named = this.#named(type);
    const selection = ['SCALAR', 'ENUM'].includes(named.kind) ? '' : ' { __typename }';
    return `${root.toLowerCase()} { ${name}${text === '' ? '' : `(${text})`}${selection} }`;
  }

  #isRequired({ type, defaultValue }: Json): boolean {
    return type.kind === 'NON_NULL' && defaultValue === null;
  }

  #named(type: Json): Json {
    return type.ofType ? this.#named(type.ofType) : type;
  }

  #value(type: Json): string {
    if (type.kind === 'NON_NULL') return this.#value(type.ofType);
    if (type.kind === 'LIST') return `[${this.#value(type.ofType)}]`;
    if (type.kind === 'ENUM') return this.#types.get(type.name).enumValues[0].name;
    if (type.kind === 'INPUT_OBJECT') return this.#object(type.name);
    // Nothing is ever at this version, so that whatever is let through changes nothing.
    if (type.name === 'Int') return '0';
    return type.name === 'Boolean' ? 'true' : '"x"';
  }

  #object(name: string): string {
    // Of a value exactly one field has to be given, which the schema does not say.
    if (name === 'ClaimValueInput') return '{ unknown: true }';
    const required = this.#types.get(name).inputFields.filter((field: Json) => this.#isRequired(field));
    return `{ ${required.map((field: Json) => `${field.name}: ${this.#value(field.type)}`).join(', ')} }`;
  }
}

describe.each(testDatabases)('who may do what on %s', (kind) => {
  let app: TestApp;
  let operations: Map<string, string>;
  const keys = new Map<Role, string>();

  beforeAll(async () => {
    app = await startApi(kind);
    operations = new Operations((await read(app, INTROSPECTION)).__schema).all();
    for (const role of ROLES) keys.set(role, await insertKey(app.database, { role }));
  });
  afterAll(() => app.close());

  /** The top-level code with which an operation is refused; null where it is let through, whatever comes of it. */
  async function refusal(operation: string, key: string | null): Promise<string | null> {
    if (operation.startsWith('subscription')) return refusedSubscription(operation, key);
    const { body } = await app.graphql(operation, {}, { key });
    const code = body.errors?.[0].extensions.code ?? null;
    if (code !== null && !['UNAUTHENTICATED', 'FORBIDDEN'].includes(code)) {
      throw new Error(`${operation} was answered with ${JSON.stringify(body.errors)}`);
    }
    return code;
  }

  async function refusedSubscription(operation: string, key: string | null): Promise<string | null> {
    const client = new Subscriber(app, key);
    const changes = app.get(Changes);
    const answered = client
      .subscribe(operation)
      .next()
      .then(({ errors }) => errors[0].extensions.code as string);
    // What has no argument that could be wrong follows, and waits for what happens.
    const follows = operation.includes('(') ? [] : [until(() => changes.followers > 0)];
    const code = await Promise.race([answered, ...follows]);
    await client.close();
    await until(() => changes.followers === 0);
    return code === undefined || code === 'BAD_USER_INPUT' ? null : code;
  }

  test('every root field has a policy here, and every policy a root field', () => {
    expect([...operations.keys()].sort()).toEqual(Object.keys(POLICIES).sort());
  });

  test.each(Object.entries(POLICIES))('%s is open to %s and above', async (field, least) => {
    const operation = operations.get(field)!;
    expect(await refusal(operation, null)).toBe(least === 'READER' ? null : 'UNAUTHENTICATED');
    for (const role of ROLES) {
      const isAllowed = least === SIGNED_IN || ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect({ role, refusal: await refusal(operation, keys.get(role)!) }).toEqual({
        role,
        refusal: isAllowed ? null : 'FORBIDDEN',
      });
    }
  });

  test('what is refused changes nothing and answers no data', async () => {
    const before = await fingerprint(app.database);
    for (const [field, least] of Object.entries(POLICIES)) {
      if (least === 'READER' || field.startsWith('Subscription')) continue;
      const key = least === SIGNED_IN ? null : keys.get('READER')!;
      const { status, body } = await app.graphql(operations.get(field)!, {}, { key });
      expect({ status, data: body.data }).toEqual({ status: 200, data: null });
    }
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test.each([
    ['POST', '/uploads', 'text/plain', 'CONTRIBUTOR'],
    ['POST', '/import', 'application/x-ndjson', 'EDITOR'],
    ['GET', '/export', null, 'READER'],
  ] as const)('%s %s is for whoever has an account, as %s by %s and above', async (method, path, type, least) => {
    const ask = async (key: string | null): Promise<number> => {
      const response = await fetch(`${app.url}${path}`, {
        method,
        headers: {
          ...(key !== null && { authorization: `Bearer ${key}` }),
          ...(type !== null && { 'content-type': type }),
        },
        ...(method === 'POST' && { body: path === '/uploads' ? 'Words.' : '' }),
      });
      await response.arrayBuffer();
      return response.status;
    };
    expect(await ask(null)).toBe(401);
    for (const role of ROLES) {
      const isAllowed = ROLES.indexOf(role) >= ROLES.indexOf(least);
      expect({ role, isAllowed: (await ask(keys.get(role)!)) < 300 }).toEqual({ role, isAllowed });
    }
  });

  test('the viewer is who holds the key', async () => {
    const query = '{ viewer { role actor { __typename id name role } } }';
    expect(await read(app, query, {}, { key: null })).toEqual({ viewer: { role: 'READER', actor: null } });
    for (const role of ROLES) {
      const { viewer } = await read(app, query, {}, { key: keys.get(role)! });
      expect(viewer).toEqual({ role, actor: { __typename: 'User', id: expect.any(String), name: role, role } });
      const again = await read(app, 'query ($id: ID!) { node(id: $id) { id __typename } }', { id: viewer.actor.id });
      expect(again.node).toEqual({ id: viewer.actor.id, __typename: 'User' });
    }
  });

  test('a key that is not good is refused and never served as anonymous', async () => {
    const past = new Date(Date.now() - 60_000);
    const bad = [
      await insertKey(app.database, { role: 'ADMIN', expiresAt: past }),
      await insertKey(app.database, { role: 'ADMIN', revokedAt: past }),
      await insertKey(app.database, { role: 'READER', expiresAt: past }),
      'unknown-key',
      ADMIN_KEY.toUpperCase(),
      `${ADMIN_KEY}x`,
    ];
    for (const key of bad) {
      const { body } = await app.graphql('{ viewer { role } }', {}, { key });
      expect(body).toEqual({ errors: [{ message: expect.any(String), extensions: { code: 'UNAUTHENTICATED' } }] });
    }
    const future = await insertKey(app.database, { role: 'EDITOR', expiresAt: new Date(Date.now() + 60_000) });
    expect(await read(app, '{ viewer { role } }', {}, { key: future })).toEqual({ viewer: { role: 'EDITOR' } });
  });

  test.each(['', 'Bearer', 'Bearer ', 'Basic abc', `Bearer a b`, 'Bearer \u00e9', ADMIN_KEY])(
    'the header "Authorization: %s" is refused',
    async (authorization) => {
      const response = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ query: '{ viewer { role } }' }),
      });
      const body = await response.json();
      expect(body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
      expect(body.data).toBeUndefined();
    },
  );
});
