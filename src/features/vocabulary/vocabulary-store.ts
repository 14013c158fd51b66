import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { conceptGraph } from '../../domain/values/concept-graph.js';
import type { Vocabulary } from '../../domain/values/vocabulary.js';
import {
  VocabularyRepository,
  type PropertyRow,
  type RelatedConceptRow,
  type SchemeRow,
} from './vocabulary.repository.js';

/** The whole vocabulary as it stood at one version. Never changed; a newer version is a new one. */
export interface VocabularySnapshot {
  readonly version: number;
  readonly schemes: ReadonlyMap<string, SchemeRow>;
  readonly concepts: ReadonlyMap<string, RelatedConceptRow>;
  readonly propertiesByKey: ReadonlyMap<string, PropertyRow>;
  readonly propertiesById: ReadonlyMap<string, PropertyRow>;
  readonly graph: Vocabulary;
}

/** Keeps the vocabulary in memory, and reads it anew when any process has changed it. */
@Injectable()
export class VocabularyStore {
  private latest: VocabularySnapshot | undefined;

  constructor(private readonly repository: VocabularyRepository) {}

  /** The vocabulary as it is and stays until the transaction ends. */
  async holdStill(tx: Transaction): Promise<VocabularySnapshot> {
    await this.repository.holdStill(tx);
    return this.read(tx);
  }

  /** The vocabulary for a change of it: no other transaction reads or changes it until this one ends. */
  async takeForChange(tx: Transaction): Promise<VocabularySnapshot> {
    await this.repository.takeForChange(tx);
    return this.readAll(tx, await this.repository.version(tx));
  }

  private async read(tx: Transaction): Promise<VocabularySnapshot> {
    const version = await this.repository.version(tx);
    if (this.latest?.version !== version) this.latest = await this.readAll(tx, version);
    return this.latest;
  }

  private async readAll(tx: Transaction, version: number): Promise<VocabularySnapshot> {
    const { schemes, concepts, properties } = await this.repository.readAll(tx);
    return {
      version,
      schemes: new Map(schemes.map((row) => [row.id, row])),
      concepts: new Map(concepts.map((row) => [row.id, row])),
      propertiesByKey: new Map(properties.map((row) => [row.key, row])),
      propertiesById: new Map(properties.map((row) => [row.id, row])),
      graph: conceptGraph(concepts, schemes),
    };
  }
}
