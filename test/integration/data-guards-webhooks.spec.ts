import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { refusedBy, set } from '../e2e/support/api-rows.js';
import { deliveriesOf, drainWebhooks, makeWebhook } from '../e2e/support/api-webhooks.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql } = Prisma;
const webhook = (assignment: string): Prisma.Sql => set('webhook', assignment, sql`TRUE`);
const delivery = (assignment: string): Prisma.Sql => set('webhook_delivery', assignment, sql`TRUE`);
const attempt = (assignment: string): Prisma.Sql => set('webhook_attempt', assignment, sql`TRUE`);
const NOBODY = 'gen_random_uuid()';

const VIOLATIONS: [what: string, refusedBy: string, statement: Prisma.Sql][] = [
  ['a webhook that is told of nothing', 'webhook_kinds_some', webhook(`kinds = '{}'`)],
  ['a webhook that is told of no one knows what', 'webhook_kinds_some', webhook('kinds = NULL')],
  ['a secret that is none', 'webhook_secret_form', webhook(`secret = 'whsec_short'`)],
  ['a secret before without its end', 'webhook_previous_secret_whole', webhook('previous_secret = secret')],
  ['an end of no secret before', 'webhook_previous_secret_whole', webhook('previous_secret_until = now()')],
  ['a disabled webhook without a reason', 'webhook_disabled_whole', webhook('disabled_at = now()')],
  ['a webhook of no story', 'webhook_story_id_fkey', webhook(`story_id = ${NOBODY}`)],
  ['a webhook by nobody', 'webhook_created_by_id_fkey', webhook(`created_by_id = ${NOBODY}`)],
  ['a delivery for no webhook', 'webhook_delivery_webhook_id_fkey', delivery(`webhook_id = ${NOBODY}`)],
  ['a ping about something', 'webhook_delivery_has_object', delivery(`object_id = ${NOBODY}`)],
  ['an event about nothing', 'webhook_delivery_has_object', delivery(`kind = 'IMPORT_ENDED'`)],
  ['a ping in a story', 'webhook_delivery_has_story', delivery(`story_id = ${NOBODY}`)],
  [
    'a claim outside of stories',
    'webhook_delivery_has_story',
    delivery(`kind = 'CLAIM_CREATED', object_id = ${NOBODY}`),
  ],
  ['a delivery that was delivered never', 'webhook_delivery_settled', delivery('settled_at = NULL')],
  ['a delivery that waits and is settled', 'webhook_delivery_settled', delivery(`state = 'WAITING', reason = NULL`)],
  ['a delivery given up for no reason', 'webhook_delivery_dead_has_reason', delivery('reason = NULL')],
  ['a delivery made for a reason', 'webhook_delivery_dead_has_reason', delivery(`state = 'DELIVERED'`)],
  ['a delivery tried less than never', 'webhook_delivery_counts', delivery('attempts = -1')],
  ['a delivery before its first run', 'webhook_delivery_counts', delivery('run = 0')],
  ['an attempt for no delivery', 'webhook_attempt_delivery_id_fkey', attempt(`delivery_id = ${NOBODY}`)],
  ['an attempt before the first', 'webhook_attempt_counts', attempt('number = 0')],
  ['an attempt that ended before it began', 'webhook_attempt_counts', attempt('duration = -1')],
  ['an attempt that nothing came of', 'webhook_attempt_has_outcome', attempt('status = NULL, error = NULL')],
  [
    'an event of an object twice in a transaction',
    'webhook_outbox_once',
    sql`INSERT INTO webhook_outbox (transaction_id, kind, object_id) SELECT transaction_id, kind, object_id FROM webhook_outbox`,
  ],
];

describe.each(oneDatabase)('the database refuses of webhooks on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind, { GAINSAY_WEBHOOK_ATTEMPTS: '1', GAINSAY_WEBHOOK_TIMEOUT: '1' });
    // Nothing answers there, and where something did, nothing public may be asked at this port.
    const { id } = await makeWebhook(app, 'https://1.1.1.1/');
    await app.database.query(sql`UPDATE webhook SET url = 'https://127.0.0.1/'`);
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    expect(await deliveriesOf(app, id, 'DEAD')).toHaveLength(1);
    await app.database.query(
      sql`INSERT INTO webhook_outbox (kind, object_id) VALUES ('IMPORT_ENDED', gen_random_uuid())`,
    );
  });
  afterAll(() => app.close());

  test.each(VIOLATIONS)('%s (%s)', async (_what, expected, statement) => {
    expect(await refusedBy(app, statement)).toContain(expected);
  });
});
