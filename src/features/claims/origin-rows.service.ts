import { Injectable } from '@nestjs/common';
import { carriedTexts } from '../../domain/corroboration/carried-texts.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { CitationsRepository, type OriginRow } from './citations.repository.js';

/** What the origins of claims depend on, as it is or as it was on some day. */
@Injectable()
export class OriginRowsService {
  constructor(private readonly citations: CitationsRepository) {}

  /**
   * The citations of claims by all that their origin depends on. One statement, and one more for another day than today.
   * @param asOf only citations of sources that had been published by then, and texts that belong together by way of such
   *   sources: a round-up of next week does not make two reports of today one. Who belongs to whom, and what derives from
   *   what, is taken as it is known today.
   */
  async find(claims: readonly StoryKey[], asOf: Date | null): Promise<OriginRow[]> {
    const rows = await this.citations.findOrigins(claims, asOf);
    if (asOf === null || rows.length === 0) return rows;
    const sources = rows.map(({ storyId, sourceId }) => ({ storyId, id: sourceId }));
    const distinct = [...new Map(sources.map((key) => [nameOfKey(key), key])).values()];
    const texts = new Map<string, string[]>();
    for (const { sourceId, textId } of carriedTexts(await this.citations.findTextMatches(distinct, asOf))) {
      texts.set(sourceId, [...(texts.get(sourceId) ?? []), textId]);
    }
    return rows.map((row) => ({ ...row, textIds: texts.get(row.sourceId) ?? [] }));
  }
}
