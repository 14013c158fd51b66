import { ADMIN_KEY, post, type GraphqlAnswer } from '../../support/start-app.js';

/** Whatever answers GraphQL requests: an application in this process, or a service in another one. */
export interface Endpoint {
  graphql(query: string, variables?: object, options?: { key?: string | null }): Promise<GraphqlAnswer>;
}

/** JSON of which each test knows the shape that it asks for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = any;

/** The arguments of every mutation, by which their documents are written. */
export const MUTATIONS = {
  storyCreate: { input: 'StoryCreateInput!' },
  subjectCreate: { input: 'SubjectCreateInput!' },
  agentCreate: { input: 'AgentCreateInput!' },
  agentUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'AgentUpdateInput!' },
  conceptSchemeCreate: { input: 'ConceptSchemeCreateInput!' },
  conceptCreate: { input: 'ConceptCreateInput!' },
  propertyCreate: { input: 'PropertyCreateInput!' },
  identityCreate: { input: 'IdentityCreateInput!' },
  identityUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'IdentityUpdateInput!' },
  identityDelete: { id: 'ID!' },
  propertyOrderCreate: { input: 'PropertyOrderCreateInput!' },
  propertyOrderDelete: { id: 'ID!' },
  conceptSchemeUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'ConceptSchemeUpdateInput!' },
  conceptUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'ConceptUpdateInput!' },
  propertyUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'PropertyUpdateInput!' },
  vocabularyImport: { input: 'VocabularyImportInput!' },
  sourceCreate: { input: 'SourceCreateInput!' },
  sourceImport: { input: 'SourceImportInput!' },
  sourceRefresh: { id: 'ID!' },
  sourceCorrect: { id: 'ID!', reason: 'String!', text: 'String' },
  sourceRetract: { id: 'ID!', reason: 'String!' },
  sourceReinstate: { id: 'ID!', reason: 'String!' },
  reviewRequestSettle: { id: 'ID!', reason: 'String!' },
  reviewNext: { filter: 'ReviewFilter', except: '[ID!]' },
  reviewRenew: { id: 'ID!' },
  reviewRelease: { id: 'ID!' },
  claimCreate: { input: 'ClaimCreateInput!' },
  claimUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'ClaimUpdateInput!', reason: 'String' },
  claimSubmit: { id: 'ID!', expectedVersion: 'Int!' },
  claimWithdraw: { id: 'ID!', expectedVersion: 'Int!' },
  claimApprove: { id: 'ID!', expectedVersion: 'Int!', note: 'String', acknowledgedContradictions: '[ID!]' },
  claimRequestChanges: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  claimReject: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  claimReopen: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  claimRetract: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  claimRank: { id: 'ID!', expectedVersion: 'Int!', rank: 'Rank!', reason: 'String!' },
  claimProposalAccept: { id: 'ID!', expectedVersion: 'Int!', note: 'String', acknowledgedContradictions: '[ID!]' },
  claimProposalReject: { id: 'ID!', reason: 'String!' },
  claimProposalWithdraw: { id: 'ID!' },
  claimAssign: { id: 'ID!', assignee: 'ID', dueOn: 'Date' },
  citationAdd: { input: 'CitationAddInput!' },
  citationRemove: { id: 'ID!', reason: 'String!' },
  suggestionAccept: { id: 'ID!', expectedVersion: 'Int', input: 'SuggestionAcceptInput' },
  suggestionReject: { id: 'ID!', expectedVersion: 'Int', reason: 'String' },
  inboxMarkRead: { ids: '[ID!]', upTo: 'ID' },
  commentAdd: { subject: 'ID!', body: 'String!' },
  commentEdit: { id: 'ID!', expectedVersion: 'Int!', body: 'String!' },
  commentRemove: { id: 'ID!', reason: 'String' },
  contradictionAssign: { id: 'ID!', assignee: 'ID', dueOn: 'Date' },
  contradictionTake: { id: 'ID!', expectedVersion: 'Int!' },
  contradictionRelease: { id: 'ID!', expectedVersion: 'Int!' },
  contradictionResolve: { id: 'ID!', expectedVersion: 'Int!', input: 'ContradictionResolveInput!' },
  contradictionDismiss: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  contradictionConfirm: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  contradictionReopen: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  evidenceAdd: { input: 'EvidenceAddInput!' },
  evidenceRemove: { question: 'ID!', claim: 'ID!', reason: 'String!' },
  evidenceGrade: { input: 'EvidenceGradeInput!' },
  setUp: { input: 'SetUpInput!' },
  accountInvite: { input: 'AccountInviteInput!' },
  accountUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'AccountUpdateInput!' },
  profileUpdate: { expectedVersion: 'Int!', input: 'ProfileUpdateInput!' },
  serviceAccountCreate: { input: 'ServiceAccountCreateInput!' },
  singleSignOnUnlink: { id: 'ID!' },
  passwordResetCreate: { id: 'ID!' },
  invitationAccept: { input: 'InvitationAcceptInput!' },
  passwordReset: { input: 'PasswordResetInput!' },
  passwordChange: { input: 'PasswordChangeInput!' },
  sessionEnd: { id: 'ID!' },
  apiKeyCreate: { input: 'ApiKeyCreateInput!' },
  apiKeyRevoke: { id: 'ID!' },
  partitionDeclare: { input: 'PartitionDeclareInput!' },
  partitionUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'PartitionUpdateInput!' },
  partitionWithdraw: { id: 'ID!', expectedVersion: 'Int!', reason: 'String!' },
  webhookCreate: { input: 'WebhookCreateInput!' },
  webhookUpdate: { id: 'ID!', expectedVersion: 'Int!', input: 'WebhookUpdateInput!' },
  webhookSecretRotate: { id: 'ID!' },
  webhookDelete: { id: 'ID!' },
  webhookPing: { id: 'ID!' },
  webhookReplay: { id: 'ID!' },
  webhookReplayAll: { id: 'ID!' },
} as const satisfies Record<string, Record<string, string>>;

export type MutationName = keyof typeof MUTATIONS;

/** The object of each mutation's payload. */
export const PAYLOAD_OBJECT: Readonly<Record<MutationName, string>> = {
  storyCreate: 'story',
  subjectCreate: 'subject',
  agentCreate: 'agent',
  agentUpdate: 'agent',
  conceptSchemeCreate: 'conceptScheme',
  conceptCreate: 'concept',
  propertyCreate: 'property',
  identityCreate: 'identity',
  identityUpdate: 'identity',
  identityDelete: 'identity',
  propertyOrderCreate: 'propertyOrder',
  propertyOrderDelete: 'propertyOrder',
  conceptSchemeUpdate: 'conceptScheme',
  conceptUpdate: 'concept',
  propertyUpdate: 'property',
  vocabularyImport: 'vocabulary',
  sourceCreate: 'source',
  sourceImport: 'source',
  sourceRefresh: 'source',
  sourceCorrect: 'source',
  sourceRetract: 'source',
  sourceReinstate: 'source',
  reviewRequestSettle: 'reviewRequest',
  reviewNext: 'reviewItem',
  reviewRenew: 'reviewItem',
  reviewRelease: 'reviewItem',
  claimCreate: 'claim',
  claimUpdate: 'claim',
  claimSubmit: 'claim',
  claimWithdraw: 'claim',
  claimApprove: 'claim',
  claimRequestChanges: 'claim',
  claimReject: 'claim',
  claimReopen: 'claim',
  claimRetract: 'claim',
  claimRank: 'claim',
  claimProposalAccept: 'claim',
  claimProposalReject: 'proposal',
  claimProposalWithdraw: 'proposal',
  claimAssign: 'claim',
  citationAdd: 'citation',
  citationRemove: 'claim',
  suggestionAccept: 'claim',
  suggestionReject: 'suggestion',
  inboxMarkRead: 'inbox',
  commentAdd: 'comment',
  commentEdit: 'comment',
  commentRemove: 'comment',
  contradictionAssign: 'contradiction',
  contradictionTake: 'contradiction',
  contradictionRelease: 'contradiction',
  contradictionConfirm: 'contradiction',
  contradictionResolve: 'contradiction',
  contradictionDismiss: 'contradiction',
  contradictionReopen: 'contradiction',
  evidenceAdd: 'question',
  evidenceRemove: 'question',
  evidenceGrade: 'question',
  setUp: 'account',
  accountInvite: 'accountToken',
  accountUpdate: 'account',
  profileUpdate: 'account',
  serviceAccountCreate: 'account',
  singleSignOnUnlink: 'account',
  passwordResetCreate: 'accountToken',
  invitationAccept: 'account',
  passwordReset: 'account',
  passwordChange: 'account',
  sessionEnd: 'session',
  apiKeyCreate: 'newApiKey',
  apiKeyRevoke: 'apiKey',
  partitionDeclare: 'partition',
  partitionUpdate: 'partition',
  partitionWithdraw: 'partition',
  webhookCreate: 'newWebhook',
  webhookUpdate: 'webhook',
  webhookSecretRotate: 'newWebhook',
  webhookDelete: 'webhook',
  webhookPing: 'webhookDelivery',
  webhookReplay: 'webhookDelivery',
  webhookReplayAll: 'webhookReplay',
};

/** A service at an address, asked with a key unless told otherwise. */
export function endpointAt(url: string, ownKey: string = ADMIN_KEY): Endpoint {
  return {
    graphql: (query, variables = {}, { key = ownKey } = {}) => post(`${url}/graphql`, { query, variables }, key),
  };
}

/** Payloads' objects that hold something, a secret mostly, beside the object that has the id. */
const WITHIN: Readonly<Record<string, string>> = {
  newApiKey: 'apiKey',
  accountToken: 'account',
  newWebhook: 'webhook',
  webhookReplay: 'webhook',
};

function idOf(object: string): string {
  const within = WITHIN[object];
  return within === undefined ? `${object} { id }` : `${object} { ${within} { id } }`;
}

/** The document of one mutation; its payload's object with `id` unless other fields are asked for. */
export function documentOf(name: MutationName, selection = idOf(PAYLOAD_OBJECT[name])): string {
  const types = Object.entries(MUTATIONS[name]);
  const parameters = types.map(([argument, type]) => `$${argument}: ${type}`).join(', ');
  const passed = types.map(([argument]) => `${argument}: $${argument}`).join(', ');
  return `mutation (${parameters}) {
    ${name}(${passed}) { ${selection} userErrors { code field message occurrences } } }`;
}

/** The data of a query. @throws where the answer has errors */
export async function read(
  endpoint: Endpoint,
  query: string,
  variables: object = {},
  options: { key?: string | null } = {},
): Promise<Json> {
  const { body } = await endpoint.graphql(query, variables, options);
  if (body.errors) throw new Error(`${query} was answered with ${JSON.stringify(body.errors)}`);
  return body.data;
}

/** The types of what is mostly changed from whatever version it is at, which tests then need not say. */
const FROM_PRESENT: Partial<Record<MutationName, string>> = {
  accountUpdate: 'Account',
  agentUpdate: 'Agent',
  conceptSchemeUpdate: 'ConceptScheme',
  conceptUpdate: 'Concept',
  identityUpdate: 'Identity',
  propertyUpdate: 'Property',
};

/** The variables of a mutation, with the version that its object is at where they lack one; 1 where there is none. */
export async function fromPresent(endpoint: Endpoint, name: MutationName, variables: object): Promise<object> {
  const type = FROM_PRESENT[name];
  if (type === undefined || 'expectedVersion' in variables) return variables;
  const query = `query ($id: ID!) { node(id: $id) { ... on ${type} { version } } }`;
  const { body } = await endpoint.graphql(query, variables);
  return { expectedVersion: body.data?.node?.version ?? 1, ...variables };
}

/** A mutation's payload, refused or not. @throws where the answer has top-level errors */
export async function attempt(
  endpoint: Endpoint,
  name: MutationName,
  variables: object,
  selection?: string,
  options: { key?: string | null } = {},
): Promise<Json> {
  const given = await fromPresent(endpoint, name, variables);
  return (await read(endpoint, documentOf(name, selection), given, options))[name];
}

/** The payload of a mutation that has to succeed. @throws where it is refused */
export async function change(
  endpoint: Endpoint,
  name: MutationName,
  variables: object,
  selection?: string,
  options: { key?: string | null } = {},
): Promise<Json> {
  const payload = await attempt(endpoint, name, variables, selection, options);
  if (payload.userErrors.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(payload.userErrors)}`);
  return payload;
}
