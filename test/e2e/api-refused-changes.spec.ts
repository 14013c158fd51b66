import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { documentOf } from './support/api-client.js';
import { fingerprint, startApi } from './support/api-database.js';
import { expectRefusal, prepareScene, type Scene } from './support/api-refusals.js';
import { REFUSED_CHANGES } from './support/api-refused-changes.js';
import { REFUSED_OBJECTS } from './support/api-refused-objects.js';
import { REFUSED_PARTITIONS } from './support/api-refused-partitions.js';
import { REFUSED_TEXTS } from './support/api-refused-texts.js';
import { REFUSED_TIES } from './support/api-refused-ties.js';
import { REFUSED_VOCABULARY } from './support/api-refused-vocabulary.js';

describe.each(oneDatabase)('refused on %s', (kind) => {
  let app: TestApp;
  let scene: Scene;
  beforeAll(async () => {
    app = await startApi(kind);
    scene = await prepareScene(app);
  });
  afterAll(() => app.close());

  test.each([
    ...REFUSED_OBJECTS,
    ...REFUSED_TIES,
    ...REFUSED_CHANGES,
    ...REFUSED_PARTITIONS,
    ...REFUSED_TEXTS,
    ...REFUSED_VOCABULARY,
  ])('$mutation: $what: $code at $field', (refusal) => expectRefusal(app, scene, refusal));

  test('a text of more than a million characters', async () => {
    const before = await fingerprint(app.database);
    const input = { story: scene.world.story, title: 'A report', text: 'a'.repeat(1_000_001) };
    const { body } = await app.graphql(documentOf('sourceCreate'), { input });
    expect(body.data.sourceCreate).toMatchObject({
      source: null,
      userErrors: [{ code: 'TOO_LONG', field: ['input', 'text'] }],
    });
    expect(await fingerprint(app.database)).toEqual(before);
  });
});
