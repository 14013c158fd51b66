import { Injectable } from '@nestjs/common';
import { encodeId } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import {
  IdentitiesService,
  PropertiesService,
  PropertyOrdersService,
  VocabularyService,
  type VocabularySnapshot,
} from '../vocabulary/index.js';
import { IDENTITIES, ORDERS, PROPERTIES, SCHEMES } from './story/vocabulary.js';

/** Finds the global id of a concept by the key of its scheme and its label. */
export type ConceptIds = (scheme: string, label: string) => string;

/** The vocabulary of the demo story. */
@Injectable()
export class TermsService {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly properties: PropertiesService,
    private readonly identities: IdentitiesService,
    private readonly orders: PropertyOrdersService,
  ) {}

  /** Creates what is missing of the demo's schemes, concepts and properties, and of what ties these. */
  async ensure(viewer: ActingViewer): Promise<ConceptIds> {
    const known = await this.database.transaction((tx) => this.vocabulary.holdStill(tx));
    const concepts = await this.ensureConcepts(known, viewer);
    for (const { scopeDimensions, ...property } of PROPERTIES) {
      if (known.propertiesByKey.has(property.key)) continue;
      const dimensions = (scopeDimensions ?? []).map((dimension) => ({ dimension, scheme: dimension }));
      await this.properties.create({ ...property, scopeDimensions: dimensions }, viewer);
    }
    const has = (rows: ReadonlyMap<string, { key: string }>, key: string) =>
      [...rows.values()].some((row) => row.key === key);
    for (const identity of IDENTITIES)
      if (!has(known.identities, identity.key)) await this.identities.create(identity, viewer);
    for (const order of ORDERS) if (!has(known.orders, order.key)) await this.orders.create(order, viewer);
    return concepts;
  }

  private async ensureConcepts(known: VocabularySnapshot, viewer: ActingViewer): Promise<ConceptIds> {
    const keys = new Map([...known.schemes.values()].map(({ id, key }) => [id, key]));
    const ids = new Map<string, string>();
    const nameOf = (scheme: string, label: string) => `${scheme}/${label}`;
    const remember = (scheme: string, label: string, id: string) =>
      ids.set(nameOf(scheme, label), encodeId('Concept', { id }));
    const find = (scheme: string, label: string): string => {
      const id = ids.get(nameOf(scheme, label));
      if (id === undefined) throw new Error(`The demo story speaks of "${label}", which its scheme ${scheme} lacks.`);
      return id;
    };
    for (const { schemeId, prefLabel, id } of known.concepts.values())
      remember(keys.get(schemeId) ?? '', prefLabel, id);

    const knownKeys = new Set(keys.values());
    for (const { key, label, concepts } of SCHEMES) {
      if (!knownKeys.has(key)) await this.vocabulary.createScheme({ key, label, siblingsExclusive: true }, viewer);
      for (const concept of concepts) {
        if (ids.has(nameOf(key, concept.label))) continue;
        const broader = concept.broader === undefined ? [] : [find(key, concept.broader)];
        const altLabels = concept.altLabels ?? [];
        const { row } = await this.vocabulary.createConcept(
          { scheme: key, prefLabel: concept.label, altLabels, broader },
          viewer,
        );
        remember(key, concept.label, row.id);
      }
    }
    return find;
  }
}
