import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PacksService } from '../../src/features/packs/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import { attempt, change, read, type Json } from '../e2e/support/api-client.js';
import { fingerprint, startApi } from '../e2e/support/api-database.js';
import { HARVEST, PackImports } from '../e2e/support/api-packs.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

describe.each(oneDatabase)('importing vocabulary packs on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let packs: PackImports;
  beforeAll(async () => {
    app = await startApi(kind);
    world = await World.create(app);
    packs = new PackImports(app, world);
  });
  afterAll(() => app.close());

  test('a dry run says what would come and changes nothing; the import does it; a second import changes nothing', async () => {
    const before = await fingerprint(app.database);
    const dry = await packs.attempt(HARVEST, true);
    expect(packs.told(dry)).toEqual([
      'ADDED SCHEME pest',
      'ADDED SCHEME crop',
      ...['insect', 'locusts', 'beetles', 'fungus'].map((key) => `ADDED CONCEPT pest/${key}`),
      ...['wheat', 'barley'].map((key) => `ADDED CONCEPT crop/${key}`),
      ...['harvested', 'lostHarvest', 'grown', 'plague', 'sownOn', 'reapedOn'].map((key) => `ADDED PROPERTY ${key}`),
      'ADDED IDENTITY yield',
      'ADDED ORDER season',
    ]);
    expect([dry.vocabulary, dry.userErrors]).toEqual([null, []]);
    expect(await fingerprint(app.database)).toEqual(before);

    const wet = await packs.load(HARVEST);
    expect(wet.changes).toEqual(dry.changes);
    expect(wet.vocabulary).toMatchObject({ key: 'harvest', label: 'Harvests' });
    const { vocabularyPacks } = await read(app, '{ vocabularyPacks { nodes { id key } } }');
    expect(vocabularyPacks.nodes).toEqual([{ id: wet.vocabulary.id, key: 'harvest' }]);

    const stored = await fingerprint(app.database);
    expect((await packs.attempt(HARVEST, true)).changes).toEqual([]);
    const again = await packs.load(HARVEST);
    expect([again.changes, again.reexamination, again.vocabulary.id]).toEqual([[], null, wet.vocabulary.id]);
    const after = await fingerprint(app.database);
    const changed = Object.keys(after).filter((table) => after[table] !== stored[table]);
    // That it was imported again is on record.
    expect(changed.sort()).toEqual(['audit_chain', 'audit_event', 'vocabulary_pack', 'vocabulary_state']);
  });

  test('what it declares can be used, and is what the API shows', async () => {
    await packs.load(HARVEST);
    const { concepts, properties, identities, propertyOrders } = await read(
      app,
      `{ concepts(scheme: "pest") { nodes { prefLabel altLabels broader { prefLabel } } }
        properties(first: 100) { nodes { key unit additive phrase scopeDimensions scheme { key } } }
        identities { nodes { key whole { key } parts { key } } } propertyOrders { nodes { key earlier { key } later { key } } } }`,
    );
    expect(concepts.nodes).toEqual([
      { prefLabel: 'insects', altLabels: ['bugs'], broader: [] },
      { prefLabel: 'locusts', altLabels: [], broader: [{ prefLabel: 'insects' }] },
      { prefLabel: 'beetles', altLabels: [], broader: [{ prefLabel: 'insects' }] },
      { prefLabel: 'fungus', altLabels: [], broader: [] },
    ]);
    expect(properties.nodes).toContainEqual({
      key: 'harvested',
      unit: 't',
      additive: true,
      phrase: '{value} harvested',
      scopeDimensions: ['crop', 'eatenBy'],
      scheme: null,
    });
    expect(identities.nodes).toContainEqual({
      key: 'yield',
      whole: { key: 'grown' },
      parts: [{ key: 'harvested' }, { key: 'lostHarvest' }],
    });
    expect(propertyOrders.nodes).toContainEqual({
      key: 'season',
      earlier: { key: 'sownOn' },
      later: { key: 'reapedOn' },
    });
  });

  test('a changed file changes what is other, field by field, and removes what is gone', async () => {
    await packs.load(HARVEST);
    const content = HARVEST.replace('label: insects, synonyms: [bugs]', 'label: arthropods, synonyms: [insects]')
      .replace('broader: insects', 'broader: [arthropods]')
      .replace('      - { label: fungus }\n', '')
      .replace('disjointWith: [wheat]', 'synonyms: [malt]')
      .replace('[crop, {', '[{')
      .replace('objectOf', 'subjectOf')
      .replace('parts: [harvested, lostHarvest]', 'parts: [lostHarvest, harvested]')
      .replace('earlier: sownOn, later: reapedOn', 'earlier: reapedOn, later: sownOn');
    const payload = await packs.attempt(content, true);
    expect(packs.told(payload)).toEqual([
      'CHANGED CONCEPT pest/insect label: insects > arthropods synonyms: bugs > insects',
      'CHANGED CONCEPT crop/wheat disjointWith: barley > ',
      'CHANGED CONCEPT crop/barley synonyms:  > malt disjointWith: wheat > ',
      'CHANGED PROPERTY harvested scopeDimensions: crop (crop), eatenBy (pest) > eatenBy (pest) ' +
        'recognition: {"objectOf":["harvest~"]} > {"subjectOf":["harvest~"]}',
      'CHANGED IDENTITY yield parts: harvested, lostHarvest > lostHarvest, harvested',
      'CHANGED ORDER season earlier: sownOn > reapedOn later: reapedOn > sownOn',
      'REMOVED CONCEPT pest/fungus',
    ]);
    expect((await packs.load(content)).changes).toEqual(payload.changes);
    expect((await packs.attempt(content, true)).changes).toEqual([]);
    expect((await packs.load(HARVEST)).changes).toHaveLength(7);
    expect((await packs.attempt(HARVEST, true)).changes).toEqual([]);
  });

  test('two concepts may take each other’s labels', async () => {
    const pack = (one: string, other: string) =>
      `pack: swap\nlabel: Swap\nschemes:\n  - key: swap\n    label: Swap\n    concepts: [{ key: a, label: ${one} }, { key: b, label: ${other} }]\n`;
    await packs.load(pack('left', 'right'));
    expect(packs.told(await packs.load(pack('right', 'left')))).toEqual([
      'CHANGED CONCEPT swap/a label: left > right',
      'CHANGED CONCEPT swap/b label: right > left',
    ]);
  });

  test('what two packs declare stays until neither does', async () => {
    const shared = (pack: string, more: string) =>
      `pack: ${pack}\nlabel: Shared\nproperties:\n  - { key: sharedFigure, label: Shared, datatype: QUANTITY }\n${more}`;
    const own = '  - { key: ownFigure, label: Own, datatype: QUANTITY }\n';
    await packs.load(shared('one', ''));
    expect((await packs.load(shared('two', own))).changes).toHaveLength(1);
    const without = (pack: string) => `pack: ${pack}\nlabel: Shared\nproperties: []\n`;
    expect(packs.told(await packs.load(without('two')))).toEqual(['REMOVED PROPERTY ownFigure']);
    expect(packs.told(await packs.load(without('one')))).toEqual(['REMOVED PROPERTY sharedFigure']);
  });

  test('what was made by hand under the same key is taken over', async () => {
    await change(app, 'propertyCreate', {
      input: { key: 'rainfallSum', label: 'Rain', datatype: 'QUANTITY', unit: 'mm' },
    });
    const content =
      'pack: rain\nlabel: Rain\nproperties:\n  - { key: rainfallSum, label: Rainfall, datatype: QUANTITY, unit: mm }\n';
    expect(packs.told(await packs.load(content))).toEqual(['CHANGED PROPERTY rainfallSum label: Rain > Rainfall']);
  });

  test('what an import or the other side of a relation changes is at another version, and nothing else is', async () => {
    const versions = async (): Promise<Record<string, number>> => {
      const { concepts } = await read(app, '{ concepts(first: 100, scheme: "pest") { nodes { prefLabel version } } }');
      return Object.fromEntries(concepts.nodes.map((each: Json) => [each.prefLabel, each.version]));
    };
    await packs.load(HARVEST);
    const before = await versions();
    const { concepts } = await read(app, '{ concepts(first: 100, scheme: "pest") { nodes { id prefLabel } } }');
    const idOf = (label: string): string => concepts.nodes.find((each: Json) => each.prefLabel === label).id;
    const [one, other] = ['beetles', 'fungus'];
    await change(app, 'conceptUpdate', { id: idOf(one), input: { disjointWith: [idOf(other)] } });
    const raised = { ...before, [one]: before[one]! + 1, [other]: before[other]! + 1 };
    expect(await versions()).toEqual(raised);
    const stale = { id: idOf(other), expectedVersion: before[other], input: { disjointWith: [] } };
    const { userErrors } = await attempt(app, 'conceptUpdate', stale);
    expect(userErrors).toMatchObject([
      { code: 'STALE_VERSION', message: expect.stringContaining('something related') },
    ]);
    await packs.load(HARVEST);
    const again = await versions();
    expect(again[one]).toBeGreaterThan(raised[one]!);
    expect(again.locusts).toBe(before.locusts);
  });

  test('claims that an import bears on are examined again', async () => {
    await packs.load(HARVEST);
    const subject = await world.addSubject('A field');
    const plague = async (label: string) =>
      change(
        app,
        'claimCreate',
        {
          input: {
            ...world.inputOf({ property: 'plague', text: '' }),
            subject,
            value: { concept: await packs.conceptId('pest', label) },
          },
        },
        'claim { id } contradictions { id }',
      );
    await plague('beetles');
    const { contradictions } = await plague('fungus');
    expect(contradictions).toHaveLength(1);
    const statusOf = async () =>
      (await read(app, 'query ($id: ID!) { contradiction(id: $id) { status } }', { id: contradictions[0].id }))
        .contradiction.status;
    const open = HARVEST.replace(
      'label: Pest\n    siblingsExclusive: true',
      'label: Pest\n    siblingsExclusive: false',
    );
    const { reexamination, changes } = await packs.load(
      open.replace('{ label: fungus }', '{ label: fungus, broader: beetles }'),
    );
    expect(changes).toHaveLength(2);
    expect(reexamination.total).toBeGreaterThanOrEqual(1);
    expect(await statusOf()).toBe('OPEN');
    await app.reexamine();
    expect(await statusOf()).toBe('LAPSED');
    await packs.load(HARVEST);
    await app.reexamine();
    expect(await statusOf()).toBe('OPEN');
    expect(await app.recheck()).toEqual([]);
  });

  test('an import is on record with what it changed', async () => {
    await packs.load(HARVEST);
    const [event] = await app.database.query<Json>(Prisma.sql`
      SELECT action, object_type AS "objectType", before, after FROM audit_event ORDER BY id DESC LIMIT 1`);
    expect(event).toMatchObject({
      action: 'vocabularyImport',
      objectType: 'VocabularyPack',
      before: { key: 'harvest' },
      after: { key: 'harvest', changes: [] },
    });
  });

  describe('the packs that come with Gainsay', () => {
    const shipped = (name: string) => readFile(new URL(`../../packs/${name}.yaml`, import.meta.url), 'utf8');

    test('are imported, beside each other and beside what was made by hand, and say the same a second time', async () => {
      for (const name of ['incident', 'election']) {
        const content = await shipped(name);
        await packs.load(content);
        expect((await packs.attempt(content, true)).changes).toEqual([]);
        expect((await packs.load(content)).changes).toEqual([]);
      }
      expect((await packs.attempt(await shipped('incident'), true)).changes).toEqual([]);
      expect(await app.recheck()).toEqual([]);
    });

    test('are what texts are read by, together or one by one', async () => {
      await packs.load(HARVEST);
      for (const name of ['incident', 'election']) await packs.load(await shipped(name));
      const service = app.get(PacksService);
      const harvest = await service.readable(['harvest']);
      expect(harvest).toMatchObject({ nouns: { sack: ['sack~'] }, events: ['harvest~'] });
      expect(harvest.properties.find(({ key }) => key === 'harvested')).toEqual({
        key: 'harvested',
        label: 'Harvested',
        datatype: 'QUANTITY',
        unit: 't',
        phrase: '{value} harvested',
        schemeKey: null,
        scopeDimensions: [
          { key: 'crop', schemeKey: 'crop' },
          { key: 'eatenBy', schemeKey: 'pest' },
        ],
        recognition: { objectOf: ['harvest~'] },
      });
      expect(harvest.schemes.map(({ key, open }) => [key, open])).toEqual([
        ['crop', false],
        ['pest', false],
      ]);
      const all = await service.readable(null);
      const place = all.schemes.find(({ key }) => key === 'place')!;
      const named = new Map(place.concepts.map((concept) => [concept.label, concept]));
      expect(place.open).toBe(true);
      expect(named.get('Aktau')!.broader).toEqual([named.get('Kazakhstan')!.id]);
      expect(all.properties.map(({ key }) => key)).toEqual(
        expect.arrayContaining(['harvested', 'fatalities', 'turnout']),
      );
    });
  });
});
