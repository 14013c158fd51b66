import { Injectable } from '@nestjs/common';
import { tiesOf } from '../../domain/corroboration/origin-ties.js';
import { originsOf } from '../../domain/corroboration/origins.js';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { nameOfKey, Prisma, type KeysetOrder, type KeysetPage, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { CITATION_ORDER, CitationsRepository, type OriginRow } from './citations.repository.js';
import { toCitation } from './claim.mapper.js';
import type { CitationType } from './graphql/citation.type.js';
import type { OriginType } from './graphql/origin.type.js';

/** How many ties of one origin are told. */
const MAX_TIES = 20;

/** The order in which a claim's origins are listed: those with the most citations first. */
const ORIGIN_ORDER: KeysetOrder = {
  key: 'most cited',
  columns: [
    { sql: Prisma.sql`citations`, type: 'float8' },
    { sql: Prisma.sql`source_id`, type: 'uuid' },
  ],
  descending: true,
};

/** The independent origins of claims, each with why its citations go back to one another. */
@Injectable()
export class OriginsService {
  constructor(private readonly citations: CitationsRepository) {}

  /** A page of a claim's origins. One statement for all claims of a page: an origin is known from all its citations. */
  list(loaders: Loaders, claim: StoryKey, args: PageArgs): Promise<ConnectionOf<OriginType>> {
    return batchedConnection(loaders, claim, args, {
      name: 'claim.origins',
      ordering: ORIGIN_ORDER,
      nameOf: nameOfKey,
      read: async (claims, page) => (await this.origins(claims)).flatMap((origins) => pageOf(origins, page)),
      ownerOf: (origin: OriginType) => nameOfKey(origin.claim),
      toNode: (origin) => origin,
      cursorOf: placeOf,
      count: async (claims) =>
        (await this.origins(claims)).map((origins, i) => ({
          owner: claims[i] ? nameOfKey(claims[i]) : '',
          count: origins.length,
        })),
    });
  }

  /** A page of an origin's citations. */
  citationsOf(loaders: Loaders, origin: OriginType, args: PageArgs): Promise<ConnectionOf<CitationType>> {
    return batchedConnection(loaders, origin, args, {
      name: 'origin.citations',
      ordering: CITATION_ORDER,
      nameOf: nameOfOrigin,
      read: (origins, page) => this.citations.listByOrigins(origins.map(ofOrigin), page),
      ownerOf: (row) => row.owner,
      toNode: toCitation,
      cursorOf: (citation) => [citation.localId],
      count: (origins) =>
        Promise.resolve(origins.map((one) => ({ owner: nameOfOrigin(one), count: one.citationCount }))),
    });
  }

  private async origins(claims: readonly StoryKey[]): Promise<OriginType[][]> {
    const rows = await this.citations.findOrigins(claims, null);
    return groupedBy(claims, rows, nameOfKey, nameOfKey).map((ofClaim) =>
      originsOf(ofClaim)
        .map(toOrigin)
        .sort((a, b) => compare(placeOf(b), placeOf(a))),
    );
  }
}

function toOrigin(rows: readonly OriginRow[]): OriginType {
  const { storyId = '', id = '' } = rows[0] ?? {};
  const ties = tiesOf(rows);
  const sourceIds = [...new Set(rows.map(({ sourceId }) => sourceId))].sort();
  return {
    claim: { storyId, id },
    sourceIds,
    citationCount: citationsIn(rows),
    sources: sourceIds.length,
    reasons: [...new Set(ties.map(({ reason }) => reason))],
    ties: ties.slice(0, MAX_TIES).map(({ reason, agentId, sourceId, citations }) => ({
      storyId,
      reason,
      agentId,
      sourceId,
      citations: citationsIn(citations),
      sources: new Set(citations.map((row) => row.sourceId)).size,
    })),
  };
}

function citationsIn(rows: readonly OriginRow[]): number {
  return rows.reduce((sum, row) => sum + row.citations, 0);
}

/** An origin is named within its claim by the least of its sources. */
function nameOfOrigin({ claim, sourceIds }: OriginType): string {
  return `${nameOfKey(claim)} ${sourceIds[0] ?? ''}`;
}

function ofOrigin(origin: OriginType) {
  return { owner: nameOfOrigin(origin), claim: origin.claim, sourceIds: origin.sourceIds };
}

/** Where an origin stands among those of its claim. */
function placeOf({ citationCount, sourceIds }: OriginType): [citations: number, sourceId: string] {
  return [citationCount, sourceIds[0] ?? ''];
}

function compare([a, idOfA]: readonly unknown[], [b, idOfB]: readonly unknown[]): number {
  return Number(a) - Number(b) || (String(idOfA) < String(idOfB) ? -1 : Number(idOfA !== idOfB));
}

/** The page of a list in descending order, with one item more to know whether there is more. */
function pageOf(origins: readonly OriginType[], { after, limit }: KeysetPage): OriginType[] {
  return origins.filter((origin) => !after || compare(placeOf(origin), after) < 0).slice(0, limit + 1);
}
