import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Changes } from '../../src/platform/events/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json, type MutationName } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { colleague, disable, type Colleague } from './support/api-desk.js';
import { unknown } from './support/api-spoilt-claim.js';
import { World } from './support/api-world.js';
import { Subscriber, until } from './support/subscriber.js';

const ITEM = `__typename id reason readAt actor { name } comment { body }
  subject { __typename ... on Claim { id } ... on Contradiction { id } ... on Source { id } }`;
const INBOX = `query ($first: Int, $after: String, $unread: Boolean) { viewer { inbox { unreadCount
  items(first: $first, after: $after, unread: $unread) { totalCount nodes { ${ITEM} } pageInfo { hasNextPage endCursor } } } } }`;

describe.each(oneDatabase)('the inbox on %s', (kind) => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
  });
  afterAll(() => app.close());

  let count = 0;
  /** Somebody of whom no other test knows. */
  const someone = (role = 'CONTRIBUTOR'): Promise<Colleague> => {
    count += 1;
    return colleague(app, `Person ${count}`, role);
  };
  const writtenBy = async ({ key }: Colleague): Promise<string> => {
    count += 1;
    const input = world.inputOf({ property: 'score', quantity: String(count) });
    return (await change(app, 'claimCreate', { input }, 'claim { id }', { key })).claim.id;
  };
  const say = async (by: Colleague, subject: string, body: string): Promise<Json> =>
    (await change(app, 'commentAdd', { subject, body }, 'comment { id version }', by)).comment;
  const assign = (by: Colleague, id: string, to: Colleague | null, dueOn?: string | null): Promise<Json> =>
    change(
      app,
      'claimAssign',
      { id, assignee: to?.id ?? null, ...(dueOn !== undefined && { dueOn }) },
      'claim { id }',
      by,
    );
  const inboxOf = async ({ key }: { key: string | null }, page: object = {}): Promise<Json> =>
    (await read(app, INBOX, page, { key })).viewer.inbox;
  const told = async (whom: Colleague): Promise<string[]> =>
    (await inboxOf(whom)).items.nodes.map(({ reason, actor }: Json) => `${reason} by ${actor.name}`);

  test('has what was assigned to its owner, given another day, and taken back, with who did so; newest first', async () => {
    const [editor, owner, other] = [await someone('EDITOR'), await someone(), await someone()];
    const claim = await writtenBy(editor);
    await assign(editor, claim, owner, '2026-12-24');
    await assign(editor, claim, owner, '2026-12-27');
    await assign(editor, claim, other);
    expect(await told(owner)).toEqual(
      ['UNASSIGNED', 'DUE_CHANGED', 'ASSIGNED'].map((why) => `${why} by ${editor.name}`),
    );
    expect(await told(other)).toEqual([`ASSIGNED by ${editor.name}`]);
    expect((await inboxOf(other)).items.nodes[0]).toEqual({
      __typename: 'InboxItem',
      id: expect.any(String),
      reason: 'ASSIGNED',
      readAt: null,
      actor: { name: editor.name },
      comment: null,
      subject: { __typename: 'Claim', id: claim },
    });
  });

  test('has comments on what its owner wrote, has been assigned or commented on, and mentions; each once', async () => {
    const [author, editor, talker, mentioned] = [
      await someone(),
      await someone('EDITOR'),
      await someone(),
      await someone(),
    ];
    const claim = await writtenBy(author);
    await assign(editor, claim, editor);
    await say(talker, claim, 'One.');
    await say(editor, claim, `Two, @[${mentioned.id}] and @[${author.id}].`);
    expect(await told(author)).toEqual([`MENTIONED by ${editor.name}`, `COMMENTED by ${talker.name}`]);
    expect(await told(editor)).toEqual([`COMMENTED by ${talker.name}`]);
    expect(await told(talker)).toEqual([`COMMENTED by ${editor.name}`]);
    expect(await told(mentioned)).toEqual([`MENTIONED by ${editor.name}`]);
    const [item] = (await inboxOf(talker)).items.nodes;
    expect(item.comment.body).toMatch(/^Two/);
  });

  test.each(['contradiction', 'source'] as const)('has what is said of a %s', async (what) => {
    const [talker, owner] = [await someone(), await someone()];
    let subject: string;
    if (what === 'source') {
      const input = { story: world.story, title: 'A note', text: 'Two boats.' };
      subject = (await change(app, 'sourceCreate', { input }, 'source { id }', owner)).source.id;
    } else {
      const rivals = await world.another();
      await rivals.claim({ property: 'aboard', quantity: '67' });
      subject = (await rivals.claim({ property: 'aboard', quantity: '72' })).contradictions[0].id;
      await change(app, 'contradictionAssign', { id: subject, assignee: owner.id }, 'contradiction { id }', owner);
    }
    await say(talker, subject, 'Look.');
    expect((await inboxOf(owner)).items.nodes).toMatchObject([{ reason: 'COMMENTED', subject: { id: subject } }]);
  });

  test('has a mention that came with other words, and not once more one that was there', async () => {
    const [talker, first, second] = [await someone(), await someone(), await someone()];
    const { id } = await say(talker, world.source, `@[${first.id}]`);
    const body = `@[${first.id}] @[${second.id}]`;
    await change(app, 'commentEdit', { id, expectedVersion: 1, body }, 'comment { id }', talker);
    expect(await told(first)).toEqual([`MENTIONED by ${talker.name}`]);
    expect(await told(second)).toEqual([`MENTIONED by ${talker.name}`]);
  });

  test('has what was decided of a claim that its owner wrote', async () => {
    const [author, editor] = [await someone(), await someone('EDITOR')];
    // In a story of its own, where nothing conflicts with it.
    const input = (await world.another()).inputOf({ property: 'score', quantity: '1' });
    const { id } = (await change(app, 'claimCreate', { input }, 'claim { id }', author)).claim;
    const decide = async (name: MutationName, by: Colleague, given: object = {}): Promise<Json> =>
      change(app, name, { ...(await world.at(id)), ...given }, 'claim { id }', by);
    await decide('claimSubmit', author);
    await decide('claimRequestChanges', editor, { reason: 'Which day?' });
    await decide('claimSubmit', author);
    await decide('claimApprove', editor);
    const other = await writtenBy(author);
    await change(app, 'claimSubmit', await world.at(other), 'claim { id }', author);
    const refused = { ...(await world.at(other)), reason: 'Hearsay.' };
    await change(app, 'claimReject', refused, 'claim { id }', editor);
    expect(await told(author)).toEqual(
      ['CLAIM_REJECTED', 'CLAIM_APPROVED', 'CLAIM_CHANGES_REQUESTED'].map((why) => `${why} by ${editor.name}`),
    );
    expect(await told(editor)).toEqual([]);
  });

  test('has nothing of what its owner did, and nothing for who cannot work here any more', async () => {
    const [owner, editor, gone] = [await someone(), await someone('EDITOR'), await someone()];
    const claim = await writtenBy(owner);
    const goners = await writtenBy(gone);
    await assign(owner, claim, owner, '2026-12-24');
    await say(owner, claim, `I, @[${owner.id}], did this.`);
    await assign(owner, claim, null);
    expect(await told(owner)).toEqual([]);
    await disable(app, gone);
    await say(editor, goners, 'Nobody hears this.');
    const { total } = await app.database.prisma.notification
      .count({ where: { account: { name: gone.name } } })
      .then((rows) => ({ total: rows }));
    expect(total).toBe(0);
  });

  test('has what concerns a service for the person who answers for it, and nothing of what that service did', async () => {
    const [person, editor] = [await someone(), await someone('EDITOR')];
    const service = await someone();
    const claim = await writtenBy(service);
    await app.database.prisma.account.updateMany({ where: { name: service.name }, data: { kind: 'SERVICE' } });
    // Who answers for an account is set when it is made, so the trigger that says so has to look away.
    const answering = await app.database.prisma.account.findFirst({ where: { name: person.name } });
    await app.database.prisma.$executeRawUnsafe('ALTER TABLE account DISABLE TRIGGER account_responsible_stays');
    await app.database.prisma.account.updateMany({
      where: { name: service.name },
      data: { responsibleId: answering!.id },
    });
    await app.database.prisma.$executeRawUnsafe('ALTER TABLE account ENABLE TRIGGER account_responsible_stays');
    await say(editor, claim, 'Whence?');
    await say(service, claim, `Ask @[${person.id}].`);
    expect(await told(person)).toEqual([`COMMENTED by ${editor.name}`]);
  });

  test('is read: some, or all up to one; what is unread is counted and listed, a page at a time', async () => {
    const [owner, talker] = [await someone(), await someone()];
    const claim = await writtenBy(owner);
    for (let i = 0; i < 5; i += 1) await say(talker, claim, `Word ${i}.`);
    const { unreadCount, items } = await inboxOf(owner);
    expect([unreadCount, items.totalCount]).toEqual([5, 5]);
    const ids: string[] = items.nodes.map(({ id }: Json) => id);
    const mark = async (given: object): Promise<number> =>
      (await change(app, 'inboxMarkRead', given, 'inbox { unreadCount }', owner)).inbox.unreadCount;
    expect(await mark({ ids: [ids[0]] })).toBe(4);
    expect(await mark({ ids: [ids[0]] })).toBe(4);
    expect(await mark({ upTo: ids[2] })).toBe(1);
    const left = (await inboxOf(owner, { unread: true })).items;
    expect([left.totalCount, left.nodes.map(({ id }: Json) => id)]).toEqual([1, [ids[1]]]);
    const first = (await inboxOf(owner, { first: 2 })).items;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await inboxOf(owner, { after: first.pageInfo.endCursor })).items.nodes;
    expect([...first.nodes, ...rest].map(({ id }: Json) => id)).toEqual(ids);
    expect(rest.every(({ readAt }: Json) => readAt !== null)).toBe(true);
  });

  test('is its owner’s alone, and none of readers', async () => {
    const [owner, talker, reader] = [await someone(), await someone('ADMIN'), await someone('READER')];
    await say(talker, await writtenBy(owner), 'Word.');
    const [item] = (await inboxOf(owner)).items.nodes;
    const find = async (key: string | null): Promise<Json> =>
      (await read(app, 'query ($id: ID!) { node(id: $id) { __typename } }', { id: item.id }, { key })).node;
    expect(await find(owner.key)).toEqual({ __typename: 'InboxItem' });
    for (const key of [talker.key, reader.key, null]) expect(await find(key)).toBeNull();
    for (const key of [reader.key, null]) expect(await inboxOf({ key })).toBeNull();
    await app.database.prisma.account.updateMany({ where: { name: owner.name }, data: { role: 'READER' } });
    expect([await find(owner.key), await inboxOf(owner)]).toEqual([null, null]);
  });

  test('costs one statement to count, and as many for a page of fifty as for one of five', async () => {
    const [owner, talker] = [await someone(), await someone()];
    const claims = [await writtenBy(owner), await writtenBy(owner)];
    for (let i = 0; i < 50; i += 1) await say(talker, claims[i % 2]!, `Word ${i}.`);
    const ask = (query: string, variables: object = {}): Promise<{ sqlStatements: number; body: Json }> =>
      app.graphql(query, variables, { key: owner.key });
    const [five, fifty] = [await ask(INBOX, { first: 5 }), await ask(INBOX, { first: 50 })];
    expect(fifty.body.data.viewer.inbox.items.nodes).toHaveLength(50);
    expect(fifty.sqlStatements).toBe(five.sqlStatements);
    const counted = await ask('{ viewer { role inbox { unreadCount } } }');
    expect(counted.sqlStatements - (await ask('{ viewer { role } }')).sqlStatements).toBe(1);
  });

  test('tells its owner, and nobody else, what comes in and what was read', async () => {
    const [owner, talker] = [await someone(), await someone()];
    const claim = await writtenBy(owner);
    const changes = app.get(Changes);
    const clients = [new Subscriber(app, owner.key), new Subscriber(app, talker.key)];
    const [mine, others] = clients.map((client) => client.subscribe(`subscription { inboxChanged { ${ITEM} } }`));
    await until(() => changes.followers === 2);
    await say(talker, claim, 'News.');
    const item = (await mine!.next()).data.inboxChanged;
    expect(item).toMatchObject({ reason: 'COMMENTED', readAt: null, comment: { body: 'News.' } });
    await change(app, 'inboxMarkRead', { ids: [item.id] }, 'inbox { unreadCount }', owner);
    expect((await mine!.next()).data.inboxChanged).toEqual({ ...item, readAt: expect.any(String) });
    await say(owner, claim, 'Thanks.');
    expect((await others!.next()).data.inboxChanged).toMatchObject({ actor: { name: owner.name } });
    await Promise.all(clients.map((client) => client.close()));
    await until(() => changes.followers === 0);
  });

  test.each<[what: string, given: (ids: { own: string; foreign: string }) => object, code: string, field: string[]]>([
    ['nothing', () => ({}), 'INVALID_INPUT', ['ids']],
    ['both', ({ own }) => ({ ids: [own], upTo: own }), 'INVALID_INPUT', ['ids']],
    ['an item of another', ({ own, foreign }) => ({ ids: [own, foreign] }), 'NOT_FOUND', ['ids', '1']],
    ['up to an item of another', ({ foreign }) => ({ upTo: foreign }), 'NOT_FOUND', ['upTo']],
    ['an item that there is not', ({ own }) => ({ ids: [unknown(own)] }), 'NOT_FOUND', ['ids', '0']],
    ['a claim', () => ({ upTo: world.source }), 'WRONG_TYPE', ['upTo']],
    ['too many', ({ own }) => ({ ids: Array.from({ length: 101 }, () => own) }), 'TOO_LONG', ['ids']],
    ['an empty id', () => ({ ids: [''] }), 'REQUIRED', ['ids']],
  ])('refuses to mark %s', async (_what, given, code, field) => {
    const [owner, other] = [await someone(), await someone()];
    const item = async (whom: Colleague, by: Colleague): Promise<string> => {
      await say(by, await writtenBy(whom), 'Word.');
      return (await inboxOf(whom)).items.nodes[0].id;
    };
    const ids = { own: await item(owner, other), foreign: await item(other, owner) };
    const before = await fingerprint(app.database);
    const payload = await attempt(app, 'inboxMarkRead', given(ids), 'inbox { unreadCount }', owner);
    expect(payload).toMatchObject({ inbox: null, userErrors: [{ code, field }] });
    expect(await fingerprint(app.database)).toEqual(before);
  });
});
