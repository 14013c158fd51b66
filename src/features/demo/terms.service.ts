import { Injectable } from '@nestjs/common';
import { encodeId } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';
import { PacksService } from '../packs/index.js';
import { VocabularyService } from '../vocabulary/index.js';

/** The pack in whose terms the demo story is told. */
const PACK = 'incident';

/** Finds global ids of concepts by their labels. */
export interface ConceptIds {
  /** By the key of their scheme. The dimensions of the demo story are named like their schemes. */
  ofScheme(scheme: string, label: string): string;
  /** By the key of a property that takes them as values. */
  ofProperty(property: string, label: string): string;
}

/** The vocabulary of the demo story. */
@Injectable()
export class TermsService {
  constructor(
    private readonly packs: PacksService,
    private readonly vocabulary: VocabularyService,
  ) {}

  async ensure(viewer: ActingViewer): Promise<ConceptIds> {
    await this.packs.ensureShipped(PACK, viewer);
    const { schemes, concepts, propertiesByKey } = await this.vocabulary.current();
    const nameOf = (schemeId: string | null | undefined, label: string): string => `${schemeId ?? ''}/${label}`;
    const ids = new Map([...concepts.values()].map(({ id, schemeId, prefLabel }) => [nameOf(schemeId, prefLabel), id]));
    const schemeIds = new Map([...schemes.values()].map(({ id, key }) => [key, id]));
    const find = (schemeId: string | null | undefined, label: string): string => {
      const id = ids.get(nameOf(schemeId, label));
      if (id === undefined) throw new Error(`The demo story speaks of "${label}", which the vocabulary lacks.`);
      return encodeId('Concept', { id });
    };
    return {
      ofScheme: (scheme, label) => find(schemeIds.get(scheme), label),
      ofProperty: (property, label) => find(propertiesByKey.get(property)?.schemeId, label),
    };
  }
}
