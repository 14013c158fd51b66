import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { newWebhookSecret, signatureOf } from './webhook-secret.js';

type IsGenuine = (headers: Record<string, string>, body: string, secret: string) => boolean;

const now = Math.floor(Date.now() / 1000);
const message = { id: '019aa7c4-5a7e-7c3b-9f4e-2f6d1c0b8a11', timestamp: now, body: '{"type":"ping","name":"Bakı"}' };
const headersOf = (secrets: readonly string[], { id, timestamp, body } = message): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(timestamp),
  'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
});

/** The function that docs/webhooks.md gives to those who write receivers. */
async function documented(): Promise<IsGenuine> {
  const text = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const body = code.replace(/^import .*$/m, '').replace('export function', 'return function');
  const { createHmac, timingSafeEqual } = await import('node:crypto');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what the documentation says is what is tried
  return new Function('createHmac', 'timingSafeEqual', body)(createHmac, timingSafeEqual) as IsGenuine;
}

describe('signatures', () => {
  test('are those that the library of Standard Webhooks makes', () => {
    const secret = newWebhookSecret();
    const expected = new Webhook(secret).sign(message.id, new Date(message.timestamp * 1000), message.body);
    expect(signatureOf(message, [secret])).toBe(expected);
  });

  test('are made by each secret that is good', () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()];
    expect(secrets[0]).not.toBe(secrets[1]);
    for (const secret of secrets) new Webhook(secret).verify(message.body, headersOf(secrets));
  });

  const good = newWebhookSecret();
  test.each<[string, Record<string, string>, string, boolean]>([
    ['a genuine request', headersOf([good]), message.body, true],
    ['one that is signed twice', headersOf([newWebhookSecret(), good]), message.body, true],
    ['another body', headersOf([good]), `${message.body} `, false],
    ['another id', { ...headersOf([good]), 'webhook-id': 'another' }, message.body, false],
    ['another time', { ...headersOf([good]), 'webhook-timestamp': String(now - 1) }, message.body, false],
    ['another secret', headersOf([newWebhookSecret()]), message.body, false],
    ['an old request', headersOf([good], { ...message, timestamp: now - 600 }), message.body, false],
    ['no signature', { ...headersOf([good]), 'webhook-signature': '' }, message.body, false],
  ])('%s is told by the lines of the documentation', async (_what, headers, body, expected) => {
    expect((await documented())(headers, body, good)).toBe(expected);
  });
});
