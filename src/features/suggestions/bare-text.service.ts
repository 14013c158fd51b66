import { Injectable } from '@nestjs/common';
import { includes, Role, type Viewer } from '../auth/index.js';
import type { SuggestClaimsArgs } from './graphql/suggestion.inputs.js';
import { ModelReadingService } from './model/model-reading.service.js';
import type { ModelState } from './source-readings.repository.js';
import type { Suggested } from './suggested.js';
import { TextReadingService } from './text-reading.service.js';

/** How long somebody waits for a model, in milliseconds. */
const PATIENCE = 45_000;
/** Texts that the model reads at the same time for those who wait. */
const AT_ONCE = 4;

/** What was read from a text that is not stored. */
export interface BareReading {
  readonly suggestions: readonly Suggested[];
  /** How far the model got; null where it was not asked. */
  readonly model: Pick<ModelState, 'modelStatus' | 'modelProblem'> | null;
}

/**
 * Reads texts without storing anything. A model costs money, and texts leave the service for it: it is asked for those
 * who may write, and not for everybody who finds the port.
 */
@Injectable()
export class BareTextService {
  #waiting = 0;

  constructor(
    private readonly texts: TextReadingService,
    private readonly model: ModelReadingService,
  ) {}

  async read({ text, publishedAt, vocabulary }: SuggestClaimsArgs, viewer: Viewer): Promise<BareReading> {
    const known = await this.texts.known(vocabulary ?? null);
    const published = publishedAt ? new Date(publishedAt) : null;
    const found = await this.texts.read(text, published, known);
    const isAsked = this.model.model !== null && known.vocabulary.properties.length > 0;
    if (!isAsked || !includes(viewer.role, Role.CONTRIBUTOR)) return { suggestions: found, model: null };
    if (this.#waiting >= AT_ONCE) {
      return { suggestions: found, model: { modelStatus: 'FAILED', modelProblem: 'OVERLOADED' } };
    }
    this.#waiting += 1;
    try {
      const told = await this.texts.readByModel(text, published, known, found, PATIENCE);
      const modelStatus = told.problem === null ? 'READ' : told.anyRead ? 'PARTIAL' : 'FAILED';
      const suggestions = [...found, ...told.suggestions].sort((a, b) => a.quote.start - b.quote.start);
      return { suggestions, model: { modelStatus, modelProblem: told.problem } };
    } finally {
      this.#waiting -= 1;
    }
  }
}
