/*
 * A whole editorial day, over HTTP: four people and one integration bring a made-up event from a wire report to a settled
 * contradiction. Each step says what it shows; what has to be refused is refused. Run it against a service of your own:
 *
 *   node docs/editorial-day/day.mjs http://127.0.0.1:4000 gainsay_<the administrator's key>
 *
 * A test runs it too (test/e2e/editorial-day.spec.ts), and verifies the audit log afterwards.
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect, same } from './client.mjs';

const [service, administratorKey] = process.argv.slice(2);
if (!service || !administratorKey) {
  console.error('Usage: node docs/editorial-day/day.mjs ADDRESS ADMINISTRATOR_KEY');
  process.exit(2);
}
const { ask, act, refused, signIn, upload } = await connect(service);
const say = console.log;
const keyHolder = (key) => ({ headers: { authorization: `Bearer ${key}` } });
/** Makes names of this day its own, so that the script can be run again on the same database. */
const day = randomUUID().slice(0, 8);

// ---- before the day: people, an integration, words ---------------------------------------------------------

const PASSWORD = 'nine slow barges passing';
const administrator = keyHolder(administratorKey);
const anybody = null;

async function employ(name, role) {
  const email = `${name.toLowerCase()}.${day}@desk.example`;
  const invitation = 'accountToken { token account { id } }';
  const { accountToken } = await act(administrator, 'accountInvite', { input: { name, email, role } }, invitation);
  const { token, account } = accountToken;
  await act(anybody, 'invitationAccept', { input: { token, password: PASSWORD } }, 'account { id }');
  const person = await signIn(email, PASSWORD);
  const { viewer } = await ask(person, '{ viewer { actor { ... on User { id } } } }');
  return { ...person, account: account.id, user: viewer.actor.id };
}

say('Ada, the administrator, invites Carla, who contributes, and the editors Edith and Egon.');
const carla = await employ('Carla', 'CONTRIBUTOR');
const edith = await employ('Edith', 'EDITOR');
const egon = await employ('Egon', 'EDITOR');

say('The wire has an integration. Egon answers for it.');
const role = 'CONTRIBUTOR';
const integration = { name: `Wire ${day}`, role, responsible: egon.account };
const { account } = await act(administrator, 'serviceAccountCreate', { input: integration }, 'account { id }');
const key = { account: account.id, name: 'Wire', role };
const { newApiKey } = await act(administrator, 'apiKeyCreate', { input: key }, 'newApiKey { secret }');
const wire = keyHolder(newApiKey.secret);

say('Ada loads the words by which incidents are read.');
const content = await readFile(new URL('../../packs/incident.yaml', import.meta.url), 'utf8');
await act(administrator, 'vocabularyImport', { input: { content } }, 'vocabulary { key }');

// ---- what is asked again and again --------------------------------------------------------------------------

const CLAIM = 'claim { id version status statement }';
const WRITTEN = `${CLAIM} contradictions { id version strength explanation }`;
const versionOf = ({ id, version }) => ({ id, expectedVersion: version });

const submit = async (claim) => (await act(carla, 'claimSubmit', versionOf(claim), CLAIM)).claim;

/** What readers are shown of the story. */
async function shown() {
  const query = `query ($id: ID!) { story(id: $id) {
    claims { nodes { statement rank } } contradictions { nodes { status } } } }`;
  const { claims, contradictions } = (await ask(anybody, query, { id: story.id })).story;
  return { claims: claims.nodes, statuses: contradictions.nodes.map(({ status }) => status) };
}

/** The integration hands over a report as it came. */
async function deliver(title, publishedAt, sentence) {
  const page = `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${sentence}</p></article>`;
  const id = await upload(wire, 'report.html', 'text/html', page);
  const input = { story: story.id, upload: id, title, publishedAt };
  return (await act(wire, 'sourceImport', { input }, 'source { id }')).source;
}

// ---- morning: import, suggest, accept, submit, request changes, approve ------------------------------------

const dossier = { title: `The ferry at Vessby (${day})` };
const { story } = await act(carla, 'storyCreate', { input: dossier }, 'story { id }');
const event = { story: story.id, kind: 'EVENT', label: 'Sinking of the ferry' };
const { subject } = await act(carla, 'subjectCreate', { input: event }, 'subject { id }');

say('The integration imports the first report.');
const NINE = 'Nine people were killed when the ferry sank off Vessby.';
const early = await deliver('Ferry sinks off Vessby', '2031-05-04T07:00:00Z', NINE);
const suggested = 'query ($id: ID!) { source(id: $id) { suggestions { nodes { id statement property { key } } } } }';
const { source } = await ask(carla, suggested, { id: early.id });
const suggestion = source.suggestions.nodes.find(({ property }) => property?.key === 'fatalities');
say(`  it suggests: ${suggestion.statement}`);

say('Carla accepts what is suggested, and submits it.');
const accepted = { id: suggestion.id, input: { subject: subject.id } };
let { claim } = await act(carla, 'suggestionAccept', accepted, CLAIM);
same('DRAFT', claim.status);
claim = await submit(claim);
same('IN_REVIEW', claim.status);

say('Readers see nothing of it yet.');
same({ claims: [], statuses: [] }, await shown());

say('Edith asks for a better wording; Carla gives it and submits again.');
const why = { reason: 'Say which sinking: there was another one in spring.' };
({ claim } = await act(edith, 'claimRequestChanges', { ...versionOf(claim), ...why }, CLAIM));
same('CHANGES_REQUESTED', claim.status);
const wording = { input: { statement: 'Nine people were killed in the sinking of 4 May' } };
({ claim } = await act(carla, 'claimUpdate', { ...versionOf(claim), ...wording }, CLAIM));
claim = await submit(claim);

say('Edith approves: others wrote all of it.');
({ claim } = await act(edith, 'claimApprove', versionOf(claim), CLAIM));
same('PUBLISHED', claim.status);
same({ claims: [{ statement: claim.statement, rank: 'NORMAL' }], statuses: [] }, await shown());

// ---- noon: what contradicts it -------------------------------------------------------------------------------

say('A second report comes in, with another figure. The integration writes the claim itself.');
const FOURTEEN = 'Fourteen people were killed when the ferry sank off Vessby.';
const late = await deliver('More dead off Vessby', '2031-05-04T11:00:00Z', FOURTEEN);
const input = {
  subject: subject.id,
  property: 'fatalities',
  value: { quantity: { amount: '14' } },
  citations: [{ source: late.id, quote: { exact: FOURTEEN } }],
};
const written = await act(wire, 'claimCreate', { input }, WRITTEN);
const [contradiction] = written.contradictions;
same('CONFLICT', contradiction.strength);
say(`  ${contradiction.explanation}`);
let rival = await submit(written.claim);

say('Egon answers for the integration, so its claims count as his: he cannot approve them.');
const known = { acknowledgedContradictions: [contradiction.id] };
await refused('OWN_WORK', egon, 'claimApprove', { ...versionOf(rival), ...known });
say('Edith can, once she says that she knows what it contradicts.');
await refused('UNACKNOWLEDGED_CONFLICT', edith, 'claimApprove', versionOf(rival));
rival = (await act(edith, 'claimApprove', { ...versionOf(rival), ...known }, CLAIM)).claim;

say('Readers see both, and that they contradict each other.');
same(['OPEN'], (await shown()).statuses);

// ---- afternoon: a decision, and a source that takes its words back -------------------------------------------

say('Egon is given the contradiction and takes it into review; who has its earlier version decides nothing.');
await act(edith, 'contradictionAssign', { id: contradiction.id, assignee: egon.user }, 'contradiction { id }');
const { contradiction: taken } = await act(
  egon,
  'contradictionTake',
  versionOf(contradiction),
  'contradiction { id version }',
);
const decision = { input: { outcome: 'CLAIM_WRONG', upheld: [rival.id], note: 'The coroner has fourteen names.' } };
await refused('STALE_VERSION', edith, 'contradictionResolve', { ...versionOf(contradiction), ...decision });

say('He resolves it: the first figure was too low. The claim that lost is ranked DEPRECATED with it.');
await act(egon, 'contradictionResolve', { ...versionOf(taken), ...decision }, 'contradiction { id }');
const settled = await shown();
same(['RESOLVED'], settled.statuses);
same(['DEPRECATED', 'NORMAL'], settled.claims.map(({ rank }) => rank).sort());

say('Carla and Egon propose other words for the claim that won. Readers are shown what was approved meanwhile.');
const propose = async (who, statement) => {
  const given = { ...versionOf(rival), input: { statement }, reason: 'It has to say which sinking.' };
  const { claim: untouched, proposal } = await act(who, 'claimUpdate', given, `${CLAIM} proposal { id status }`);
  same([rival.version, 'PENDING'], [untouched.version, proposal.status]);
  return proposal;
};
const hers = await propose(carla, 'Fourteen people were killed in the sinking of 4 May');
const his = await propose(egon, 'In the sinking off Vessby fourteen people were killed');
same(
  true,
  (await shown()).claims.some(({ statement }) => statement === rival.statement),
);
await refused('OWN_WORK', egon, 'claimProposalAccept', { id: his.id, expectedVersion: rival.version });
say('Edith accepts hers, and with that his is superseded.');
const accepting = { id: hers.id, expectedVersion: rival.version };
rival = (await act(edith, 'claimProposalAccept', accepting, CLAIM)).claim;
await refused('ILLEGAL_STATE', edith, 'claimProposalReject', { id: his.id, reason: 'Hers is shorter.' });
same(
  true,
  (await shown()).claims.some(({ statement }) => statement === rival.statement),
);

say('The first outlet takes its report back. What rests on it is to be looked at again.');
await act(edith, 'sourceRetract', { id: early.id, reason: 'The outlet withdrew it.' }, 'source { id }');
const waiting = `query ($id: ID!) { reviewRequests(filter: { story: $id }) {
  nodes { id reason claim { id version } } } }`;
const [request] = (await ask(edith, waiting, { id: story.id })).reviewRequests.nodes;
same('SOURCE_RETRACTED', request.reason);
const gone = { ...versionOf(request.claim), reason: 'Its only source is withdrawn.' };
await act(edith, 'claimRetract', gone, CLAIM);
await act(edith, 'reviewRequestSettle', { id: request.id, reason: 'It is retracted.' }, 'reviewRequest { id }');

say('Readers are left with what stands.');
same([{ statement: rival.statement, rank: 'NORMAL' }], (await shown()).claims);

// ---- evening: the record -------------------------------------------------------------------------------------

say('Ada reads who did what.');
const record = `query ($id: ID!) { auditEvents(first: 100, filter: { story: $id }) {
  nodes { action role actor { ... on User { name } ... on ServiceAccount { name } } } } }`;
const { auditEvents } = await ask(administrator, record, { id: story.id });
for (const { action, role: as, actor } of [...auditEvents.nodes].reverse()) say(`  ${actor.name} (${as}): ${action}`);
say('The day is done. "npm run audit:verify" proves the record whole.');
