import { Injectable } from '@nestjs/common';
import { stanceChange } from '../../domain/stances/stance-change.js';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { idsOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { fromColumns } from '../detection/index.js';
import { toProperty, VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { toCitation, toClaim } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import { StanceChangeEnum, type QuestionVoiceType, type StanceArgs, type StanceType } from './graphql/stance.type.js';
import { QuestionStancesRepository, VOICE_ORDER, type VoiceKey } from './question-stances.repository.js';
import { STANCE_ORDER, StancesRepository, type StanceRow } from './stances.repository.js';

/** What agents have said over time. */
@Injectable()
export class StancesService {
  constructor(
    private readonly stances: StancesRepository,
    private readonly voices: QuestionStancesRepository,
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
      read: async (agentIds, page) => this.judged(await this.stances.listByAgents(story.id, agentIds, page)),
      ownerOf: ({ row }) => row.agentId,
      toNode: ({ stance }) => stance,
      cursorOf: ({ at, citation }) => [at.toISOString(), citation.localId],
      count: (agentIds) => this.stances.countByAgents(story.id, agentIds),
    });
  }

  /** A page of those who speak on a question, whoever spoke first before the others. */
  listVoices(loaders: Loaders, question: StoryKey, args: PageArgs): Promise<ConnectionOf<QuestionVoiceType>> {
    return batchedConnection(loaders, question, args, {
      name: 'question.stances',
      ordering: VOICE_ORDER,
      nameOf: nameOfKey,
      read: (questions, page) => this.voices.listVoices(questions, page),
      ownerOf: ({ owner }) => owner,
      toNode: ({ storyId, questionId, agentId, speakers, at }): QuestionVoiceType => ({
        storyId,
        questionId,
        agentId,
        speakers,
        at,
      }),
      cursorOf: ({ at, agentId }) => [at.toISOString(), agentId],
      count: (questions) => this.voices.countVoices(questions),
    });
  }

  /** A page of what a voice has said on its question: three statements for all voices of a page. */
  listOfVoice(loaders: Loaders, voice: QuestionVoiceType, args: PageArgs): Promise<ConnectionOf<StanceType>> {
    return batchedConnection<VoiceKey, { row: StanceRow; stance: StanceType }, StanceType>(loaders, voice, args, {
      name: 'question.voice.stances',
      ordering: STANCE_ORDER,
      nameOf: nameOfVoice,
      read: async (voices, page) => this.judged(await this.voices.listByVoices(voices, page)),
      ownerOf: ({ row, stance }) => nameOfVoice({ ...row, questionId: stance.claim.questionId }),
      toNode: ({ stance }) => stance,
      cursorOf: ({ at, citation }) => [at.toISOString(), citation.localId],
      count: async (voices) =>
        (await this.voices.countByVoices(voices)).map(({ count, ...key }) => ({ owner: nameOfVoice(key), count })),
    });
  }

  private async judged(rows: readonly StanceRow[]): Promise<{ row: StanceRow; stance: StanceType }[]> {
    const keys = rows.flatMap(({ storyId, claimId, previousClaimId }) =>
      [claimId, previousClaimId ?? claimId].map((id) => ({ storyId, id })),
    );
    const distinct = [...new Map(keys.map((key) => [key.id, key])).values()];
    const claims = new Map((await this.claims.findByKeys(distinct)).map((row) => [row.id, row]));
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

function nameOfVoice({ storyId, questionId, agentId }: VoiceKey): string {
  return `${storyId} ${questionId} ${agentId}`;
}
