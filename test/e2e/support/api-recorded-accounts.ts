import { expect } from '@jest/globals';
import { ADMIN_KEY, type TestApp } from '../../support/start-app.js';
import { change } from './api-client.js';
import { PASSWORD, putLink, putSession, putToken } from './api-accounts.js';
import { insertKey } from './api-database.js';
import type { RecordedChange } from './api-recorded-source-changes.js';

/** Changes of accounts, with what is recorded of each; to be made in this order. */
export async function accountChanges(app: TestApp): Promise<RecordedChange[]> {
  const by = { key: ADMIN_KEY, actor: 'Administrator', role: 'ADMIN' };
  const key = await insertKey(app.database, { role: 'READER', name: 'Ruth' });
  const { accounts } = (await app.graphql('{ accounts(query: "Ruth") { nodes { id } } }')).body.data;
  const { id } = accounts.nodes[0];
  const email = 'ruth@desk.example';
  await change(app, 'accountUpdate', { id, input: { email } });
  const invitation = await change(app, 'passwordResetCreate', { id }, 'accountToken { token }');
  const omar = { email: 'omar@desk.example', name: 'Omar', role: 'CONTRIBUTOR' };
  await change(app, 'accountInvite', { input: omar });
  const token = await putToken(app, omar.email, 'PASSWORD_RESET');
  const setUp = { email: 'founder@desk.example', name: 'Administrator', password: PASSWORD };
  const invited = { email: 'noor@desk.example', name: 'Noor', role: 'EDITOR' };
  const accepted = { token: invitation.accountToken.token, name: 'Ruth', password: PASSWORD };
  const changed = { current: PASSWORD, password: `${PASSWORD} again` };
  const expires = { tokenExpiresAt: expect.any(String) };
  const asRuth = { actor: 'Ruth', role: 'READER' };
  const asOmar = { key: null, actor: 'Omar', role: 'CONTRIBUTOR' };
  const feed = { name: 'Feed', role: 'READER' };
  await putLink(app, 'Ruth', 'login.example', 'ruth');
  const session = await putSession(app, 'Omar');
  return [
    ['sessionEnd', { id: session }, 'Session', false, { address: '192.0.2.7', userAgent: 'A browser' }, null, by],
    ['setUp', { input: setUp }, 'Account', false, { email: null }, { email: setUp.email, disabled: false }, by],
    ['accountInvite', { input: invited }, 'Account', false, null, { ...invited, token: 'INVITATION', ...expires }, by],
    ['serviceAccountCreate', { input: { ...feed, responsible: id } }, 'Account', false, null, feed, by],
    [
      'singleSignOnUnlink',
      { id },
      'Account',
      false,
      { links: [{ issuer: 'login.example', subject: 'ruth' }] },
      null,
      by,
    ],
    ['accountUpdate', { id, input: { disabled: false } }, 'Account', false, { email }, { disabled: false }, by],
    [
      'profileUpdate',
      { expectedVersion: 3, input: { name: 'Ruth' } },
      'Account',
      false,
      { name: 'Ruth' },
      { name: 'Ruth' },
      { key, ...asRuth },
    ],
    ['invitationAccept', { input: accepted }, 'Account', false, { email }, { email }, { key: null, ...asRuth }],
    ['passwordChange', { input: changed }, 'Account', false, null, null, { key, ...asRuth }],
    ['passwordReset', { input: { token, password: PASSWORD } }, 'Account', false, omar, omar, asOmar],
    ['passwordResetCreate', { id }, 'Account', false, null, { token: 'PASSWORD_RESET', ...expires }, by],
  ];
}
