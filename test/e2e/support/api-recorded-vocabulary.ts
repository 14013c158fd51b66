import { change } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import type { World } from './api-world.js';

/** Changes of the vocabulary, with what is recorded of each. */
export async function vocabularyChanges(world: World): Promise<RecordedChange[]> {
  for (const key of ['casualties', 'killed', 'hurt', 'missing']) {
    await change(world.endpoint, 'propertyCreate', {
      input: { key, label: key, datatype: 'QUANTITY', unit: 'person' },
    });
  }
  await change(world.endpoint, 'propertyCreate', { input: { key: 'rescuedAt', label: 'Rescue', datatype: 'TIME' } });
  const sum = { key: 'lost', label: 'as it is', whole: 'casualties', parts: ['killed', 'missing'] };
  const { identity } = await change(world.endpoint, 'identityCreate', { input: sum });
  const back = { key: 'back', earlier: 'rescuedAt', later: 'occurredOn' };
  const { propertyOrder } = await change(world.endpoint, 'propertyOrderCreate', { input: back });
  return [
    [
      'conceptSchemeCreate',
      { input: { key: 'weather', label: 'Weather' } },
      'ConceptScheme',
      false,
      null,
      { key: 'weather' },
    ],
    ['conceptCreate', { input: { scheme: 'weather', prefLabel: 'fog' } }, 'Concept', false, null, { prefLabel: 'fog' }],
    [
      'propertyCreate',
      { input: { key: 'wind', label: 'Wind', datatype: 'QUANTITY' } },
      'Property',
      false,
      null,
      { key: 'wind' },
    ],
    [
      'identityCreate',
      { input: { key: 'harm', label: 'whoever was hurt', whole: 'casualties', parts: ['killed', 'hurt'] } },
      'Identity',
      false,
      null,
      { key: 'harm' },
    ],
    [
      'identityUpdate',
      { id: identity.id, input: { label: 'because it is so' } },
      'Identity',
      false,
      { label: 'as it is' },
      { label: 'because it is so' },
    ],
    ['identityDelete', { id: identity.id }, 'Identity', false, { label: 'because it is so' }, null],
    [
      'propertyOrderCreate',
      { input: { key: 'rescue', earlier: 'occurredOn', later: 'rescuedAt' } },
      'PropertyOrder',
      false,
      null,
      { key: 'rescue' },
    ],
    ['propertyOrderDelete', { id: propertyOrder.id }, 'PropertyOrder', false, { key: 'back' }, null],
    [
      'conceptSchemeUpdate',
      { id: world.vocabulary.schemes.place, input: { label: 'Places' } },
      'ConceptScheme',
      false,
      { label: 'place' },
      { label: 'Places' },
    ],
    [
      'conceptUpdate',
      { id: world.concept('Grozny'), input: { altLabels: ['Sölƶa-Ġala'] } },
      'Concept',
      false,
      { altLabels: [] },
      { altLabels: ['Sölƶa-Ġala'], broader: [] },
    ],
    [
      'propertyUpdate',
      { id: world.vocabulary.properties.motive, input: { phrase: 'because of {value}' } },
      'Property',
      false,
      { phrase: null },
      { phrase: 'because of {value}', key: 'motive' },
    ],
    [
      'vocabularyImport',
      { input: { content: 'pack: winds\nlabel: Winds\nschemes:\n  - { key: gust, label: Gust }\n' } },
      'VocabularyPack',
      false,
      null,
      { key: 'winds', changes: [{ change: 'ADDED', kind: 'SCHEME', key: 'gust', fields: [] }] },
    ],
  ];
}
