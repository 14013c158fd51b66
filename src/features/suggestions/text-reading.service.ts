import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { quoteAt } from '../../domain/anchoring/find-quote.js';
import type { ReadingContext, Suggestion } from '../../domain/reading/index.js';
import { MAX_NAME, MAX_PROSE } from '../../graphql/validation/words.js';
import { PacksService } from '../packs/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import type { KnownVocabulary } from './known-vocabulary.js';
import { ModelReadingService, type ModelFindings } from './model/model-reading.service.js';
import { ReadingThread } from './reading-thread.js';
import { isSame } from './same-suggestion.js';
import { namerOf, suggestedOf, type Suggested, type SuggestionReaderName } from './suggested.js';

/** Goes up when the grammar reads otherwise than before, so that what was read before is read anew. */
const GRAMMAR = 2;
/** Selections of packs whose vocabulary is kept in memory. */
const MAX_KEPT = 8;

/** Reads claims from texts. */
@Injectable()
export class TextReadingService {
  #version = -1;
  readonly #known = new Map<string, Promise<KnownVocabulary>>();

  constructor(
    private readonly packs: PacksService,
    private readonly vocabulary: VocabularyService,
    private readonly thread: ReadingThread,
    private readonly model: ModelReadingService,
  ) {}

  /**
   * What texts are read by now: one statement where it is known already.
   * @param keys of the packs to read by; all where it is null
   */
  async known(keys: readonly string[] | null): Promise<KnownVocabulary> {
    const { version } = await this.vocabulary.current();
    if (this.#version !== version || this.#known.size > MAX_KEPT) this.#known.clear();
    this.#version = version;
    const name = JSON.stringify(keys && [...keys].sort());
    const known = this.#known.get(name) ?? this.#read(keys);
    this.#known.set(name, known);
    known.catch(() => this.#known.delete(name));
    return known;
  }

  async #read(keys: readonly string[] | null): Promise<KnownVocabulary> {
    const vocabulary = await this.packs.readable(keys);
    return { vocabulary, digest: createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex') };
  }

  /** Names all that decides what is read from a text: where it is the same, so is what the grammar suggests. */
  nameOf({ digest }: KnownVocabulary): string {
    return `grammar ${GRAMMAR}, ${digest}${this.model.reader}`;
  }

  /** What a text claims by the grammar, in its order. Without a property to look for there is nothing to read. */
  async read(text: string, publishedAt: Date | null, known: KnownVocabulary): Promise<readonly Suggested[]> {
    if (known.vocabulary.properties.length === 0) return [];
    const found = await this.thread.read(text, contextOf(publishedAt), known);
    return distinct(found, 'GRAMMAR', text, known);
  }

  /**
   * What the model that is set tells beyond what the grammar has found: the grammar's own words for a claim stay.
   * @param patience how long it may take in all, in milliseconds
   */
  async readByModel(
    text: string,
    publishedAt: Date | null,
    known: KnownVocabulary,
    found: readonly Suggested[],
    patience: number,
  ): Promise<ReadByModel> {
    const { suggestions: told, ...rest } = await this.model.read(text, contextOf(publishedAt), known, patience);
    const more = distinct(told, 'MODEL', text, known).filter((each) => !found.some((other) => isSame(each, other)));
    return { ...rest, suggestions: more };
  }
}

/** What a model has read of a text. */
export type ReadByModel = Omit<ModelFindings, 'suggestions'> & { readonly suggestions: readonly Suggested[] };

/** What a text says more than once in the same voice, once; in the order of the text. */
function distinct(
  found: readonly Suggestion[],
  reader: SuggestionReaderName,
  text: string,
  { vocabulary }: KnownVocabulary,
): readonly Suggested[] {
  const name = namerOf(vocabulary);
  const said = new Map<string, Suggested>();
  for (const suggestion of found.filter((each) => fits(each, text))) {
    const each = suggestedOf(suggestion, quoteAt(text, suggestion.quote), reader, name);
    const { propertyKey, polarity, value, scope, claimantName } = each;
    const key = JSON.stringify([propertyKey, polarity, value, scope, claimantName]);
    if (!said.has(key)) said.set(key, each);
  }
  return [...said.values()].sort((a, b) => a.quote.start - b.quote.start);
}

function contextOf(publishedAt: Date | null): ReadingContext {
  return { publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null };
}

/** Whether a claim can be made of it: its words are the text's, and what is too long to quote or name is no sentence or name. */
function fits({ quote, claimantName, statement, value }: Suggestion, text: string): boolean {
  if (text.slice(quote.start, quote.end) !== quote.exact) return false;
  const longest = Math.max(quote.exact.length, statement.length, value.kind === 'TEXT' ? value.text.length : 0);
  return longest <= MAX_PROSE && (claimantName?.length ?? 0) <= MAX_NAME;
}
