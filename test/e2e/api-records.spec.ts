import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { startWebServer, type WebServer } from '../support/web-server.js';
import {
  change,
  documentOf,
  fromPresent,
  MUTATIONS,
  PAYLOAD_OBJECT,
  type Json,
  type MutationName,
} from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { accountChanges } from './support/api-recorded-accounts.js';
import { contradictionChanges } from './support/api-recorded-contradictions.js';
import { partitionChanges } from './support/api-recorded-partitions.js';
import { reviewChanges } from './support/api-recorded-reviews.js';
import { sourceChanges, type RecordedChange } from './support/api-recorded-source-changes.js';
import { workChanges } from './support/api-recorded-work.js';
import { personWith } from './support/api-reviewers.js';
import { suggestionRecords } from './support/api-suggestions.js';
import { webhookChanges } from './support/api-recorded-webhooks.js';
import { vocabularyChanges } from './support/api-recorded-vocabulary.js';
import { World } from './support/api-world.js';

interface AuditRow {
  action: string;
  actor: string;
  role: string;
  requestId: string;
  objectType: string;
  storyId: string | null;
  before: Json;
  after: Json;
}

/** Mutations that leave no audit event, each with why. */
const UNRECORDED: Readonly<Partial<Record<MutationName, string>>> = {
  reviewNext: 'Who looks at what at present is no change of the record, and ends by itself.',
  reviewRelease: 'Who looks at what at present is no change of the record, and ends by itself.',
  reviewRenew: 'Who looks at what at present is no change of the record, and ends by itself.',
  inboxMarkRead: 'What somebody has read of what the service told them is on no record: it is theirs alone.',
};

describe.each(testDatabases)('the record on %s', (kind) => {
  let app: TestApp;
  let web: WebServer;
  let world: World;
  let editor: string;
  beforeAll(async () => {
    web = await startWebServer();
    const allowed = `127.0.0.1:${web.port}`;
    app = await startApi(kind, { GAINSAY_IMPORT_ALLOW: allowed, GAINSAY_WEBHOOK_ALLOW: allowed });
    world = await World.create(app);
    editor = await insertKey(app.database, { role: 'EDITOR', name: 'Edith' });
  });
  afterAll(async () => {
    await app.close();
    await web.close();
  });

  /** Makes one change and gives the audit rows that it left. */
  async function recorded(
    name: MutationName,
    variables: object,
    key: string | null,
  ): Promise<{ rows: AuditRow[]; requestId: string; object: Json }> {
    const requestId = `test-${name}-${String(Math.random()).slice(2)}`;
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-request-id': requestId,
        ...(key !== null && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ query: documentOf(name), variables: await fromPresent(app, name, variables) }),
    });
    expect(response.headers.get('x-request-id')).toBe(requestId);
    const { data, errors } = await response.json();
    expect([errors, data[name].userErrors]).toEqual([undefined, []]);
    const rows = await app.database.query<AuditRow>(Prisma.sql`
      SELECT e.action, a.name AS actor, e.role::text, e.request_id AS "requestId", e.object_type AS "objectType",
        e.story_id AS "storyId", e.before, e.after
      FROM audit_event e JOIN account a ON a.id = e.actor_id WHERE e.request_id = ${requestId} ORDER BY e.id`);
    return { rows, requestId, object: data[name][PAYLOAD_OBJECT[name]] };
  }

  test('has one audit event for each change, with actor, role, request and what it did', async () => {
    const story = world.story;
    const { claim } = await world.claim({ property: 'aboard', quantity: '67' });
    const { claim: rival, contradictions } = await world.claim({ property: 'aboard', quantity: '72' });
    const { citation } = await world.cite(claim.id);
    const { claim: cause } = await world.claim({ property: 'cause', concept: 'missile' });
    const evidence = { question: cause.question.id, claim: claim.id };
    const agent = await world.agent('Post');
    const because = { reason: 'Looked at.' };
    const terms = await vocabularyChanges(world);
    const sent = await fetch(`${app.url}/uploads?name=notice.txt`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', authorization: `Bearer ${editor}` },
      body: 'Notice of the harbour office.',
    });
    const { id: upload } = await sent.json();
    const { newApiKey } = await change(
      app,
      'apiKeyCreate',
      { input: { name: 'Old', role: 'READER' } },
      'newApiKey { apiKey { id } }',
      {
        key: editor,
      },
    );
    const decided = await suggestionRecords(world, because);
    const changes: RecordedChange[] = [
      ...(await sourceChanges(app, web, world)),
      ...(await partitionChanges(world, claim.question.id)),
      ...(await workChanges(world, claim.id, contradictions[0].id)),
      ...(await accountChanges(app)),
      ...(await contradictionChanges(world)),
      ...(await webhookChanges(app, web)),
      ['storyCreate', { input: { title: 'New' } }, 'Story', true, null, { title: 'New', slug: 'new' }],
      [
        'subjectCreate',
        { input: { story, kind: 'PERSON', label: 'Pilot' } },
        'Subject',
        true,
        null,
        { label: 'Pilot' },
      ],
      ['agentUpdate', { id: agent, input: { name: 'Mail' } }, 'Agent', false, { name: 'Post' }, { name: 'Mail' }],
      ['agentCreate', { input: { name: 'Post', kind: 'OUTLET' } }, 'Agent', false, null, { name: 'Post' }],
      ...terms,
      [
        'sourceImport',
        { input: { story, upload, title: 'Notice' } },
        'Source',
        true,
        null,
        { title: 'Notice', url: null, sha256: expect.any(String) },
      ],
      [
        'claimCreate',
        { input: world.inputOf({ quantity: '38' }) },
        'Claim',
        true,
        null,
        { statement: 'The crash: 38 killed', raised: [] },
      ],
      [
        'claimUpdate',
        { ...(await world.at(rival.id)), input: { value: { quantity: { amount: '71' } } } },
        'Claim',
        true,
        { statement: 'The crash: Aboard: 72' },
        { statement: 'The crash: Aboard: 71', version: 2 },
      ],
      [
        'claimRank',
        { ...(await world.at(claim.id)), rank: 'PREFERRED', ...because },
        'Claim',
        true,
        { rank: 'NORMAL' },
        { rank: 'PREFERRED', rankReason: 'Looked at.', version: 3 },
      ],
      [
        'citationAdd',
        { input: { claim: claim.id, citation: world.citationOf() } },
        'Citation',
        true,
        null,
        { claimId: expect.any(String) },
      ],
      [
        'citationRemove',
        { id: citation.id, ...because },
        'Citation',
        true,
        { quoteExact: expect.any(String) },
        because,
      ],
      ...decided,
      [
        'apiKeyCreate',
        { input: { name: 'Feed', role: 'READER' } },
        'ApiKey',
        false,
        null,
        { name: 'Feed', role: 'READER', expiresAt: null },
      ],
      [
        'apiKeyRevoke',
        { id: newApiKey.apiKey.id },
        'ApiKey',
        false,
        { name: 'Old', revokedAt: null },
        { revokedAt: expect.any(String) },
      ],
      [
        'evidenceAdd',
        { input: { ...evidence, note: 'Who was there to see it.' } },
        'Question',
        true,
        null,
        { claimId: expect.any(String), note: 'Who was there to see it.' },
      ],
      [
        'evidenceGrade',
        { input: { hypothesis: cause.id, evidence: claim.id, grade: 'NEUTRAL' } },
        'Question',
        true,
        null,
        { hypothesisId: expect.any(String), evidenceId: expect.any(String), consistency: 'NEUTRAL', note: null },
      ],
      [
        'evidenceRemove',
        { ...evidence, ...because },
        'Question',
        true,
        { claimId: expect.any(String), note: 'Who was there to see it.' },
        because,
      ],
      [
        'claimRetract',
        { id: claim.id, expectedVersion: 5, ...because },
        'Claim',
        true,
        { status: 'DRAFT' },
        { status: 'RETRACTED', version: 6 },
      ],
      ...(await reviewChanges(world, personWith(app, 'Edith', editor))),
    ];
    expect([...changes.map(([name]) => name), ...Object.keys(UNRECORDED)].sort()).toEqual(
      Object.keys(MUTATIONS).sort(),
    );
    const administrator = { key: ADMIN_KEY, actor: 'Administrator', role: 'ADMIN' };
    for (const [name, variables, type, inStory, before, after, given, besides = []] of changes) {
      const asAdmin = /^(concept|property|identity|vocabulary|webhook)/.test(name);
      const by = given ?? (asAdmin ? administrator : { key: editor, actor: 'Edith', role: 'EDITOR' });
      const { rows, requestId } = await recorded(name, variables, by.key);
      const expected = ([[type, before, after], ...besides] as const).map(([objectType, was, is]) => ({
        action: name,
        actor: by.actor,
        role: by.role,
        requestId,
        objectType,
        storyId: inStory ? expect.any(String) : null,
        before: was && expect.objectContaining(was),
        after: is && expect.objectContaining(is),
      }));
      expect(rows).toEqual(expected);
    }
  });
});
