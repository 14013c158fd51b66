import { Injectable } from '@nestjs/common';
import { relationOf, type TextRelation } from '../../domain/corroboration/same-text.js';
import { overlapOf, sketchOf, type TextSketch } from '../../domain/corroboration/text-sketch.js';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { nameOfKey, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import type { NearDuplicateType } from './graphql/near-duplicate.type.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import {
  MATCH_ORDER,
  SourceTextsRepository,
  type CandidateRow,
  type KnownTextsRow,
  type TextMatchRow,
} from './source-texts.repository.js';
import { SourcesRepository } from './sources.repository.js';

/** How a relation of two texts reads from the first of them. */
const FROM_FIRST: Readonly<Record<TextRelation, TextMatchRow['relation']>> = {
  SAME: 'SAME',
  FIRST_IN_SECOND: 'CARRIED',
  SECOND_IN_FIRST: 'CARRIES',
};
const FROM_SECOND: typeof FROM_FIRST = { SAME: 'SAME', FIRST_IN_SECOND: 'CARRIES', SECOND_IN_FIRST: 'CARRIED' };

/**
 * Finds which sources of a story carry the same text, when a text is written (docs/adr/0009). What is stored is what
 * `carriedTexts` of the domain makes of all matches, in whichever order the texts came.
 */
@Injectable()
export class SourceTextsService {
  constructor(
    private readonly texts: SourceTextsRepository,
    private readonly sources: SourcesRepository,
    private readonly snapshots: SnapshotsRepository,
  ) {}

  /** A page of the sources whose texts are the same as a source's, carry it or are carried by it, the closest first. */
  listNearDuplicates(loaders: Loaders, source: StoryKey, args: PageArgs): Promise<ConnectionOf<NearDuplicateType>> {
    return batchedConnection(loaders, source, args, {
      name: 'source.nearDuplicates',
      ordering: MATCH_ORDER,
      nameOf: nameOfKey,
      read: (sources, page) => this.texts.listMatches(sources, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.sourceId }),
      toNode: ({ storyId, otherId, resemblance, contained }): NearDuplicateType => ({
        storyId,
        otherId,
        similarity: resemblance,
        contained,
      }),
      cursorOf: ({ similarity, otherId }) => [similarity, otherId],
      count: (sources) => this.texts.countMatches(sources),
    });
  }

  /**
   * Compares a source's new text with those of the story and keeps what they have in common. The story stays locked
   * for other texts until the transaction ends, so this comes last.
   */
  async remember(tx: Transaction, source: StoryKey, snapshotId: string, sketch: TextSketch): Promise<void> {
    const { storyId } = source;
    await this.sources.lockStory(tx, storyId);
    await this.texts.insertSketch(tx, { storyId, id: snapshotId }, sketch);
    const matches = closest(
      (await this.texts.findCandidates(tx, source, sketch)).flatMap((candidate) =>
        matchOf(source.id, sketch, candidate),
      ),
    );
    if (matches.length === 0) return;
    await this.texts.insertMatches(
      tx,
      storyId,
      matches.flatMap(({ rows }) => rows),
    );
    const same = matches.filter(({ relation }) => relation === 'SAME').map(({ candidate }) => candidate.textId);
    const joined = [...new Set([await this.texts.nameOfText(tx, source), ...same])].sort();
    const [name = source.id, ...renamed] = joined;
    await this.rename(tx, storyId, renamed, name);
    const parts = matches.flatMap(({ relation, candidate: { sourceId, textId } }) => {
      if (relation === 'SAME' || joined.includes(textId)) return [];
      return relation === 'SECOND_IN_FIRST'
        ? [{ sourceId: source.id, textId, whole: false }]
        : [{ sourceId, textId: name, whole: false }];
    });
    await this.texts.insertCarried(tx, storyId, parts);
  }

  /**
   * Finds anew, from nothing but the texts, all that is known of those of a story, as if they came again one after the
   * other. The story stays locked for other texts until the transaction ends.
   * @returns all that was known, and all that is
   */
  async rebuild(
    tx: Transaction,
    storyId: string,
  ): Promise<{ readonly before: readonly KnownTextsRow[]; readonly after: readonly KnownTextsRow[] }> {
    await this.sources.lockStory(tx, storyId);
    const before = await this.texts.listKnown(tx, storyId);
    await this.texts.forget(tx, storyId);
    for (const { id, sourceId } of await this.texts.listSnapshots(tx, storyId)) {
      const [snapshot] = await this.snapshots.findTexts([{ storyId, id }], tx);
      if (!snapshot) throw new Error('A snapshot that was just listed is not there.');
      await this.remember(tx, { storyId, id: sourceId }, id, sketchOf(snapshot.text));
    }
    return { before, after: await this.texts.listKnown(tx, storyId) };
  }

  /** Gives texts that have turned out to be one the least of their names. */
  private async rename(tx: Transaction, storyId: string, given: readonly string[], name: string): Promise<void> {
    if (given.length === 0) return;
    const carried = await this.texts.removeCarried(tx, storyId, given);
    const wholes = new Set([...given, ...carried.filter(({ whole }) => whole).map(({ sourceId }) => sourceId)]);
    await this.texts.removeParts(tx, storyId, [...wholes], name);
    const parts = carried.filter(({ sourceId, whole }) => !whole && sourceId !== name && !wholes.has(sourceId));
    await this.texts.insertCarried(tx, storyId, [
      ...[...wholes].map((sourceId) => ({ sourceId, textId: name, whole: true })),
      ...parts.map(({ sourceId }) => ({ sourceId, textId: name, whole: false })),
    ]);
  }
}

interface Match {
  readonly candidate: CandidateRow;
  readonly relation: TextRelation;
  /** As both sources see it. */
  readonly rows: readonly TextMatchRow[];
}

function matchOf(sourceId: string, sketch: TextSketch, candidate: CandidateRow): Match[] {
  const overlap = overlapOf(sketch, candidate);
  const relation = relationOf(sketch, candidate, overlap);
  if (relation === null) return [];
  const { resemblance, firstInSecond, secondInFirst } = overlap;
  const otherId = candidate.sourceId;
  const rows = [
    { sourceId, otherId, relation: FROM_FIRST[relation], resemblance, contained: firstInSecond },
    {
      sourceId: otherId,
      otherId: sourceId,
      relation: FROM_SECOND[relation],
      resemblance,
      contained: secondInFirst,
    },
  ];
  return [{ candidate, relation, rows }];
}

/** The closest match with each source: several versions of its text may match. */
function closest(matches: readonly Match[]): Match[] {
  const ranked = [...matches].sort((a, b) => resemblanceOf(a) - resemblanceOf(b));
  return [...new Map(ranked.map((match) => [match.candidate.sourceId, match])).values()];
}

function resemblanceOf({ rows }: Match): number {
  return rows[0]?.resemblance ?? 0;
}
