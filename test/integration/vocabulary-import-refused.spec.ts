import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { HARVEST, PackImports } from '../e2e/support/api-packs.js';
import { World } from '../e2e/support/api-world.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

describe.each(oneDatabase)('importing vocabulary packs on %s', (kind) => {
  let app: TestApp;
  let packs: PackImports;
  beforeAll(async () => {
    app = await startApi(kind);
    packs = new PackImports(app, await World.create(app));
  });
  afterAll(() => app.close());

  describe('refuses, at the line and path concerned, and changes nothing:', () => {
    beforeAll(async () => {
      await packs.load(HARVEST);
      await packs.claim('harvested', {
        value: { quantity: { amount: '7' } },
        scope: [{ dimension: 'crop', concept: await packs.conceptId('crop', 'wheat') }],
      });
      await packs.claim('plague', { value: { concept: await packs.conceptId('pest', 'locusts') } });
    });

    test.each<[name: string, from: string | RegExp, to: string, ...told: string[]]>([
      ['a text that is no YAML', 'label: Harvests', 'label: [', 'INVALID_INPUT 3:1 : Flow sequence'],
      [
        'what its schema does not allow',
        'unit: t\n',
        'unit: [t]\n',
        'INVALID_INPUT 17:5 properties[0].unit: It must be string.',
      ],
      [
        'a concept that is not there',
        'broader: insects',
        'broader: insekts',
        'NOT_FOUND 10:27 schemes[0].concepts[2].broader: The scheme "pest" has no concept "insekts".',
      ],
      [
        'a property that is not there',
        'whole: grown',
        'whole: grwon',
        'NOT_FOUND 28:59 identities[0].whole: This pack has no property with the key "grwon".',
      ],
      [
        'a key given twice',
        'key: grown, label',
        'key: plague, label',
        'ALREADY_EXISTS 24:7 properties[3].key: The key "plague" is taken by properties[2].',
        'NOT_FOUND 28:59 identities[0].whole: This pack has no property with the key "grown".',
      ],
      [
        'a setting that the datatype has no use for',
        'datatype: TIME }\n  - { key: reaped',
        'datatype: TIME, unit: s }\n  - { key: reaped',
        'INVALID_INPUT 25:49 properties[4].unit: A TIME property has no unit.',
      ],
      [
        'another unit of a property that has claims',
        'unit: t\n',
        'unit: kg\n',
        'ILLEGAL_STATE 17:5 properties[0].unit: "harvested" has claims, whose values another unit would make say something else.',
      ],
      [
        'another scheme of a property that has claims',
        'scheme: pest }\n  - { key: sown',
        'scheme: crop }\n  - { key: sown',
        'ILLEGAL_STATE 24:54 properties[3].scheme: "plague" has claims, whose values another scheme',
      ],
      [
        'a dimension that claims are narrowed in gone',
        '[crop, {',
        '[{',
        'ILLEGAL_STATE 20:5 properties[0].scopeDimensions: Claims of "harvested" are narrowed by "crop"',
      ],
      [
        'a property that has claims gone',
        / {2}- \{ key: plague.*\n/,
        '',
        'ILLEGAL_STATE 13:1 properties: The pack no longer has the property "plague", which has claims.',
      ],
      [
        'a concept that claims use gone',
        /.*label: locusts.*\n/,
        '',
        'ILLEGAL_STATE 3:1 schemes: The pack no longer has the concept "pest/locusts", which claims use.',
      ],
      [
        'a scope that claims use gone',
        '[{ label: wheat }, { label: barley, disjointWith: [wheat] }]',
        '[{ label: barley }]',
        'ILLEGAL_STATE 3:1 schemes: The pack no longer has the concept "crop/wheat", which claims use.',
      ],
      [
        'a sum of different dimensions',
        'key: lostHarvest, label: Lost, datatype: QUANTITY, unit: t',
        'key: lostHarvest, label: Lost, datatype: QUANTITY, unit: m',
        'INCOMPATIBLE_UNIT 28:92 identities[0].parts[1]: "lostHarvest" measures something else than "grown".',
      ],
      [
        'an order of what is no time',
        'later: reapedOn',
        'later: grown',
        'WRONG_DATATYPE 30:37 orders[0].later: "grown" is no TIME property.',
      ],
      [
        'a circle of concepts',
        '{ key: insect, label: insects,',
        '{ key: insect, label: insects, broader: locusts,',
        'INCONSISTENT_VOCABULARY 8:40 schemes[0].concepts[0].broader: "insects" would come to lie under itself.',
        'INCONSISTENT_VOCABULARY 9:27 schemes[0].concepts[1].broader: "locusts" would come to lie under itself.',
      ],
      [
        'concepts that lie too deep',
        '      - { label: fungus }\n',
        Array.from(
          { length: 52 },
          (_, i) => `      - { label: m${i}, broader: [${i === 0 ? 'fungus' : `m${i - 1}`}] }\n`,
        )
          .concat('      - { label: fungus }\n')
          .join(''),
        'INCONSISTENT_VOCABULARY 61:23 schemes[0].concepts[53].broader: A concept lies under at most 50 others.',
        'INCONSISTENT_VOCABULARY 62:23 schemes[0].concepts[54].broader: A concept lies under at most 50 others.',
      ],
      [
        'a concept that is disjoint from itself',
        'disjointWith: [wheat]',
        'disjointWith: [barley]',
        'INCONSISTENT_VOCABULARY 12:77 schemes[1].concepts[1].disjointWith: A concept has everything in common with itself.',
      ],
      [
        'a complete division of one part',
        '{ label: fungus }',
        '{ label: fungus, narrowerComplete: true }\n      - { label: rust, broader: fungus }',
        'INCONSISTENT_VOCABULARY 11:9 schemes[0].concepts[3]: What lies within "fungus" cannot be complete with fewer than two',
      ],
      [
        'a complete division whose parts may overlap',
        'label: Crop, concepts: [{ label: wheat }',
        'label: Crop, topConceptsComplete: true, concepts: [{ label: wheat }, { label: rye }',
        'INCONSISTENT_VOCABULARY 12:5 schemes[1]: The top concepts of a scheme cannot be complete while "wheat" and "rye"',
      ],
      [
        'a division of very many parts',
        'label: Crop, concepts: [',
        `label: Crop, topConceptsComplete: true, concepts: [${Array.from({ length: 500 }, (_, i) => `{ label: m${i} }`).join(', ')}, `,
        'INCONSISTENT_VOCABULARY 3:1 schemes: A complete division has at most 500 parts.',
      ],
      [
        'a key of a scheme given twice',
        'key: pest\n',
        'key: pest\n    key: pest\n',
        'INVALID_INPUT 5:5 : The key "key" is given twice.',
      ],
      [
        'a datatype that is not there',
        'datatype: TIME',
        'datatype: DAY',
        'INVALID_INPUT 25:33 properties[4].datatype: Must be one of',
      ],
      ['an alias', 'label: Lost', 'label: *lost', 'INVALID_INPUT 22:32 : A pack has no aliases'],
      [
        'a unit that nothing else is measured in',
        'label: Lost, datatype: QUANTITY, unit: t',
        'label: Lost, datatype: QUANTITY, unit: blorb',
        'INCOMPATIBLE_UNIT 28:92 identities[0].parts[1]: "lostHarvest" measures something else than "grown".',
      ],
      ['a text cut off in the middle', /whole: grown[^]*/, 'whole: gro', 'INVALID_INPUT 28:69 : Flow map'],
      [
        'a concept under two that exclude each other',
        'broader: insect }',
        'broader: [insect, fungus] }',
        'INCONSISTENT_VOCABULARY 9:9 schemes[0].concepts[1]: "locusts" lies under both',
      ],
    ])('%s', async (_name, from, to, ...expected) => {
      const answered = await packs.refusals(HARVEST.replace(from, to));
      expect(answered).toHaveLength(expected.length);
      expected.forEach((line, i) => expect(answered[i]).toContain(line));
    });

    test('a property gone that an identity made by hand ties', async () => {
      const input = { key: 'handmade', label: 'it is so', whole: 'spareFigure', parts: ['harvested', 'lostHarvest'] };
      const spare = (more: string) => HARVEST.replace('  - { key: grown', `${more}  - { key: grown`);
      await packs.load(spare('  - { key: spareFigure, label: Spare, datatype: QUANTITY, unit: t }\n'));
      const { identity } = await change(app, 'identityCreate', { input });
      expect(await packs.refusals(HARVEST)).toEqual([
        'ILLEGAL_STATE 13:1 properties: The pack no longer has the property "spareFigure", which "handmade" ties.',
      ]);
      await change(app, 'identityDelete', { id: identity.id });
      expect(packs.told(await packs.load(HARVEST))).toEqual(['REMOVED PROPERTY spareFigure']);
    });

    test('a concept gone within which one made by hand lies', async () => {
      const { concept } = await change(app, 'conceptCreate', {
        input: { scheme: 'pest', prefLabel: 'rust', broader: [await packs.conceptId('pest', 'fungus')] },
      });
      expect(await packs.refusals(HARVEST.replace('      - { label: fungus }\n', ''))).toEqual([
        'ILLEGAL_STATE 3:1 schemes: The pack no longer has the concept "pest/fungus", within which "rust" lies.',
      ]);
      await change(app, 'conceptUpdate', { id: concept.id, input: { broader: [] } });
    });
  });
});
