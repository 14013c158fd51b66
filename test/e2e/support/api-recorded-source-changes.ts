import { expect } from '@jest/globals';
import { page, type WebServer } from '../../support/web-server.js';
import { change, type Endpoint, type Json, type MutationName } from './api-client.js';
import type { World } from './api-world.js';

/** A change to make, and what the record must say of it. */
export type RecordedChange = [
  mutation: MutationName,
  variables: object,
  type: string,
  inStory: boolean,
  before: Json,
  after: Json,
  /** Who does it, where it is none of those whose keys the test has; a key of null is somebody who has none yet. */
  by?: { readonly key: string | null; readonly actor: string; readonly role: string } | undefined,
  /** What the same act is recorded of besides: type, before and after. */
  besides?: readonly (readonly [type: string, before: Json, after: Json])[],
];

/** Changes of sources, one of each kind; to be made in this order. */
export async function sourceChanges(app: Endpoint, web: WebServer, world: World): Promise<RecordedChange[]> {
  const because = { reason: 'Looked at.' };
  const notice = (text: string): void => void web.pages.set('/notice', page(text, 'text/plain'));
  notice('Notice: the quay is shut.');
  const input = { story: world.story, address: web.url('/notice'), title: 'Notice' };
  const { source: fetched } = await change(app, 'sourceImport', { input });
  notice('Notice: the quay is open.');
  const doubtful = await world.addSource({ title: 'A leaflet', text: 'Four cranes fell.' });
  const subject = await world.addSubject('The quay');
  await world.claim({ subject, quantity: '4', source: doubtful, quote: 'Four cranes fell' });
  const corrected = { id: doubtful, ...because };
  const { reviewRequests } = await change(app, 'sourceCorrect', corrected, 'reviewRequests { id }');
  const report = { story: world.story, title: 'Report', text: 'Words.' };
  return [
    ['sourceCreate', { input: report }, 'Source', true, null, { title: 'Report' }],
    [
      'sourceRefresh',
      { id: fetched.id },
      'Source',
      true,
      { status: 'ACTIVE' },
      { snapshotId: expect.any(String), changes: 1, reviewRequests: 0 },
    ],
    [
      'sourceCorrect',
      { id: fetched.id, ...because, text: 'Notice: the quay is half open.' },
      'Source',
      true,
      { status: 'ACTIVE' },
      { status: 'CORRECTED', ...because, changes: 1, reviewRequests: 0 },
    ],
    [
      'sourceRetract',
      { id: doubtful, ...because },
      'Source',
      true,
      { status: 'CORRECTED', statusReason: 'Looked at.' },
      { status: 'RETRACTED', ...because, reviewRequests: 1 },
    ],
    [
      'reviewRequestSettle',
      { id: reviewRequests[0].id, ...because },
      'ReviewRequest',
      true,
      { state: 'OPEN', reason: 'SOURCE_CORRECTED' },
      { state: 'SETTLED', note: 'Looked at.' },
    ],
    ['sourceReinstate', { id: doubtful, ...because }, 'Source', true, { status: 'RETRACTED' }, { status: 'ACTIVE' }],
  ];
}
