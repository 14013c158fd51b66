import { Injectable } from '@nestjs/common';
import type { Database, Transaction } from '../../platform/database/index.js';
import { tiedProperties, tiesAmong, type Ties } from '../../domain/examination/ties.js';
import { conceptGraph } from '../../domain/values/concept-graph.js';
import type { Vocabulary } from '../../domain/values/vocabulary.js';
import { toProperty } from './property.mapper.js';
import type { PropertyRow } from './property.shape.js';
import { TiesRepository, type IdentityRow, type PropertyOrderRow } from './ties.repository.js';
import { VocabularyRepository, type RelatedConceptRow, type SchemeRow } from './vocabulary.repository.js';

/** Properties that are tied, however long the way from one to another, and what ties them. */
export interface Tied {
  readonly propertyIds: readonly string[];
  readonly ties: Ties;
}

/** The whole vocabulary as it stood at one version. Never changed; a newer version is a new one. */
export interface VocabularySnapshot {
  readonly version: number;
  readonly schemes: ReadonlyMap<string, SchemeRow>;
  readonly concepts: ReadonlyMap<string, RelatedConceptRow>;
  readonly propertiesByKey: ReadonlyMap<string, PropertyRow>;
  readonly propertiesById: ReadonlyMap<string, PropertyRow>;
  readonly identities: ReadonlyMap<string, IdentityRow>;
  readonly orders: ReadonlyMap<string, PropertyOrderRow>;
  readonly graph: Vocabulary;
  /** All identities and orders, as the engine sees them. */
  readonly ties: Ties;
  /** By id of the property, what it is tied to; nothing for one that is tied to no other. */
  readonly tied: ReadonlyMap<string, Tied>;
}

/** Keeps the vocabulary in memory, and reads it anew when any process has changed it. */
@Injectable()
export class VocabularyStore {
  private latest: VocabularySnapshot | undefined;

  constructor(
    private readonly repository: VocabularyRepository,
    private readonly tiesRepository: TiesRepository,
  ) {}

  /** The vocabulary as it is and stays until the transaction ends. */
  async holdStill(tx: Transaction): Promise<VocabularySnapshot> {
    await this.repository.holdStill(tx);
    return this.read(tx);
  }

  /** The vocabulary as it is now, for reading: one statement where it is known already. */
  async current(database: Database): Promise<VocabularySnapshot> {
    const version = await this.repository.version(database);
    if (this.latest?.version === version) return this.latest;
    return database.transaction((tx) => this.holdStill(tx));
  }

  /** The vocabulary for a change of it: no other transaction reads or changes it until this one ends. */
  async takeForChange(tx: Transaction): Promise<VocabularySnapshot> {
    await this.repository.takeForChange(tx);
    return this.readAll(tx, await this.repository.version(tx));
  }

  /** The vocabulary as the transaction sees it now. */
  async read(tx: Transaction): Promise<VocabularySnapshot> {
    const version = await this.repository.version(tx);
    if (this.latest?.version !== version) this.latest = await this.readAll(tx, version);
    return this.latest;
  }

  private async readAll(tx: Transaction, version: number): Promise<VocabularySnapshot> {
    const { schemes, concepts, properties } = await this.repository.readAll(tx);
    const [identities, orders] = [
      await this.tiesRepository.readIdentities(tx),
      await this.tiesRepository.readOrders(tx),
    ];
    const ties = tiesOf(identities, orders, properties);
    return {
      version,
      schemes: new Map(schemes.map((row) => [row.id, row])),
      concepts: new Map(concepts.map((row) => [row.id, row])),
      propertiesByKey: new Map(properties.map((row) => [row.key, row])),
      propertiesById: new Map(properties.map((row) => [row.id, row])),
      identities: new Map(identities.map((row) => [row.id, row])),
      orders: new Map(orders.map((row) => [row.id, row])),
      graph: conceptGraph(concepts, schemes),
      ties,
      tied: tiedBy(ties, properties),
    };
  }
}

function tiesOf(
  identities: readonly IdentityRow[],
  orders: readonly PropertyOrderRow[],
  properties: readonly PropertyRow[],
): Ties {
  const keys = new Map(properties.map(({ id, key }) => [id, key]));
  const keyOf = (id: string): string => keys.get(id) ?? id;
  return {
    identities: identities.map(({ id, label, wholeId, partIds }) => ({
      id,
      label,
      whole: keyOf(wholeId),
      parts: partIds.map(keyOf),
    })),
    orders: orders.map(({ id, earlierId, laterId }) => ({ id, earlier: keyOf(earlierId), later: keyOf(laterId) })),
    properties: properties.map(toProperty),
  };
}

function tiedBy(ties: Ties, properties: readonly PropertyRow[]): ReadonlyMap<string, Tied> {
  return new Map(
    properties.flatMap(({ id, key }): [string, Tied][] => {
      const keys = tiedProperties(key, ties);
      if (keys.length === 1) return [];
      const propertyIds = properties.filter((each) => keys.includes(each.key)).map((each) => each.id);
      return [[id, { propertyIds, ties: tiesAmong(keys, ties) }]];
    }),
  );
}

/** Ids of these properties and of all that are tied to one of them: what a change of what ties them may bear on. */
export function alsoTied(propertyIds: readonly string[], { tied }: VocabularySnapshot): string[] {
  return [...new Set([...propertyIds, ...propertyIds.flatMap((id) => tied.get(id)?.propertyIds ?? [])])];
}
