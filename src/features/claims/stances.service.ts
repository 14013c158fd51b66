import { Injectable } from '@nestjs/common';
import { stanceChange } from '../../domain/stances/stance-change.js';
import { batchedConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { fromColumns, toProperty } from '../detection/index.js';
import { VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { toCitation, toClaim } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import { StanceChangeEnum, type StanceArgs, type StanceType } from './graphql/stance.type.js';
import { STANCE_ORDER, StancesRepository, type StanceRow } from './stances.repository.js';

/** What agents have said over time. */
@Injectable()
export class StancesService {
  constructor(
    private readonly stances: StancesRepository,
    private readonly claims: ClaimsRepository,
    private readonly vocabulary: VocabularyService,
  ) {}

  /** A page of what an agent, or a part of it, has said on a story: three statements for all agents of a page. */
  listOfAgent(loaders: Loaders, agentId: string, args: StanceArgs): Promise<ConnectionOf<StanceType>> {
    const story = idsOf('Story', args.story);
    if (!story) throw badUserInput('story must be the id of a story.', ['story']);
    return batchedConnection(loaders, agentId, args, {
      name: `agent.stances ${story.id}`,
      ordering: STANCE_ORDER,
      nameOf: String,
      read: async (agentIds, page) => this.judged(story.id, await this.stances.listByAgents(story.id, agentIds, page)),
      ownerOf: ({ row }) => row.agentId,
      toNode: ({ stance }) => stance,
      cursorOf: ({ at, citation }) => [at.toISOString(), citation.localId],
      count: (agentIds) => this.stances.countByAgents(story.id, agentIds),
    });
  }

  private async judged(storyId: string, rows: readonly StanceRow[]): Promise<{ row: StanceRow; stance: StanceType }[]> {
    const ids = [...new Set(rows.flatMap(({ claimId, previousClaimId }) => [claimId, previousClaimId ?? claimId]))];
    const claims = new Map(
      (await this.claims.findByKeys(ids.map((id) => ({ storyId, id })))).map((row) => [row.id, row]),
    );
    const vocabulary = await this.vocabulary.current();
    return rows.flatMap((row) => {
      const claim = claims.get(row.claimId);
      const previous = row.previousClaimId === null ? null : (claims.get(row.previousClaimId) ?? null);
      return claim ? [{ row, stance: stanceOf(row, claim, previous, vocabulary) }] : [];
    });
  }
}

function stanceOf(
  row: StanceRow,
  claim: ClaimRow,
  previous: ClaimRow | null,
  vocabulary: VocabularySnapshot,
): StanceType {
  const property = vocabulary.propertiesById.get(claim.propertyId);
  if (!property) throw new Error('A claim has a property that the vocabulary lacks.');
  const change = stanceChange(
    toProperty(property),
    previous && { ...previous, value: fromColumns(previous) },
    { ...claim, value: fromColumns(claim) },
    vocabulary.graph,
  );
  const citation = toCitation(row);
  return {
    citation,
    claim: toClaim(claim),
    saidOn: citation.saidOn,
    change: StanceChangeEnum[change],
    speakerId: row.speakerId,
    at: row.at,
    previousId: row.previousId,
  };
}
