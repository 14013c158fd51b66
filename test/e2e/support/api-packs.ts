import { expect } from '@jest/globals';
import type { TestApp } from '../../support/start-app.js';
import { change, read, type Json } from './api-client.js';
import { fingerprint } from './api-database.js';
import type { World } from './api-world.js';

const IMPORT = `mutation ($input: VocabularyImportInput!) { vocabularyImport(input: $input) {
  vocabulary { id key label description digest createdAt importedAt }
  changes { change kind key fields { field before after } }
  reexamination { total } userErrors { code message field position { line column path } } } }`;

/** A pack whose keys no other test uses. */
export const HARVEST = `pack: harvest
label: Harvests
schemes:
  - key: pest
    label: Pest
    siblingsExclusive: true
    concepts:
      - { key: insect, label: insects, synonyms: [bugs] }
      - { label: locusts, broader: insect }
      - { label: beetles, broader: insects }
      - { label: fungus }
  - { key: crop, label: Crop, concepts: [{ label: wheat }, { label: barley, disjointWith: [wheat] }] }
properties:
  - key: harvested
    label: Harvested
    datatype: QUANTITY
    unit: t
    additive: true
    phrase: '{value} harvested'
    scopeDimensions: [crop, { dimension: eatenBy, scheme: pest }]
    recognition: { objectOf: [harvest~] }
  - { key: lostHarvest, label: Lost, datatype: QUANTITY, unit: t }
  - { key: grown, label: Grown, datatype: QUANTITY, unit: t }
  - { key: plague, label: Plague, datatype: CONCEPT, scheme: pest }
  - { key: sownOn, label: Sown, datatype: TIME }
  - { key: reapedOn, label: Reaped, datatype: TIME }
identities:
  - { key: yield, label: what grows is harvested or lost, whole: grown, parts: [harvested, lostHarvest] }
orders:
  - { key: season, earlier: sownOn, later: reapedOn }
recognition: { nouns: { sack: [sack~] }, events: [harvest~] }
`;

/** Imports packs into one application, over its API. */
export class PackImports {
  constructor(
    private readonly app: TestApp,
    private readonly world: World,
  ) {}

  /** The payload, refused or not. */
  async attempt(content: string, dryRun = false): Promise<Json> {
    return (await read(this.app, IMPORT, { input: { content, dryRun } })).vocabularyImport;
  }

  /** The payload of an import that must not be refused. */
  async load(content: string): Promise<Json> {
    const payload = await this.attempt(content);
    expect(payload.userErrors).toEqual([]);
    return payload;
  }

  /** What an import changes, a line a term. */
  told({ changes }: Json): string[] {
    return changes.map(({ change: what, kind: of, key, fields }: Json) =>
      [what, of, key, ...fields.map((each: Json) => `${each.field}: ${each.before} > ${each.after}`)].join(' '),
    );
  }

  /** Refused both as a dry run and for good; nothing changes. @returns what was answered, in words */
  async refusals(content: string): Promise<string[]> {
    const before = await fingerprint(this.app.database);
    const [dry, wet] = [await this.attempt(content, true), await this.attempt(content)];
    expect(dry).toEqual(wet);
    expect(wet).toMatchObject({ vocabulary: null, changes: null, reexamination: null });
    expect(await fingerprint(this.app.database)).toEqual(before);
    return wet.userErrors.map(({ code, message, field, position: { line, column, path } }: Json) => {
      expect(field).toEqual(['input', 'content']);
      return `${code} ${line}:${column} ${path}: ${message}`;
    });
  }

  /** Makes a claim of a property of a pack. */
  async claim(property: string, rest: object): Promise<Json> {
    const input = { ...this.world.inputOf({ property, text: '' }), ...rest };
    return change(this.app, 'claimCreate', { input }, 'claim { id } contradictions { id strength rule }');
  }

  async conceptId(scheme: string, label: string): Promise<string> {
    const query =
      'query ($scheme: String, $query: String) { concepts(scheme: $scheme, query: $query) { nodes { id prefLabel } } }';
    const { nodes } = (await read(this.app, query, { scheme, query: label })).concepts;
    return nodes.find((node: Json) => node.prefLabel === label).id;
  }
}
