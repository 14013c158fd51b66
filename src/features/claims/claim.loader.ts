import { Injectable } from '@nestjs/common';
import { corroborate } from '../../domain/corroboration/corroboration.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { Asked, Carrier } from '../../platform/reading/index.js';
import { CitationsRepository, type OriginRow } from './citations.repository.js';
import { toCitation, toClaim, toQuestion } from './claim.mapper.js';
import { CLAIM_SHAPE } from './claim.shape.js';
import { ClaimsRepository } from './claims.repository.js';
import type { CitationType } from './graphql/citation.type.js';
import type { ClaimType, CorroborationType } from './graphql/claim.type.js';
import type { QuestionType } from './graphql/question.type.js';
import { QuestionsRepository } from './questions.repository.js';

/** Claims, citations and questions by key, many in one statement. */
@Injectable()
export class ClaimLoader {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly citations: CitationsRepository,
    private readonly questions: QuestionsRepository,
  ) {}

  /** @param asked what is asked of it; everything where absent */
  claim(loaders: Loaders, key: StoryKey, asked: Asked | null = null): Promise<ClaimType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.claims.findAsked(keys, asked);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toClaim(row));
    };
    return loaders.get<StoryKey, ClaimType | null>(`claim ${asked?.key ?? ''}`, load, nameOfKey).load(key);
  }

  /** The claims that came with a row of their story for one of its fields; null where none were carried. */
  claimsFrom(carrier: Carrier, field: string, storyId: string): ClaimType[] | null {
    return CLAIM_SHAPE.rowsFrom(carrier, field, { storyId })?.map(toClaim) ?? null;
  }

  citation(loaders: Loaders, key: StoryKey): Promise<CitationType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.citations.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toCitation(row));
    };
    return loaders.get<StoryKey, CitationType | null>('citation', load, nameOfKey).load(key);
  }

  question(loaders: Loaders, key: StoryKey): Promise<QuestionType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.questions.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toQuestion(row));
    };
    return loaders.get<StoryKey, QuestionType | null>('question', load, nameOfKey).load(key);
  }

  corroboration(loaders: Loaders, claim: StoryKey): Promise<CorroborationType> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.citations.findOrigins(keys, null);
      return groupedBy(keys, rows, nameOfKey, nameOfKey).map(corroborationOf);
    };
    return loaders.get<StoryKey, CorroborationType>('claim.corroboration', load, nameOfKey).load(claim);
  }
}

/** How widely a claim is made, from the origins of its citations. */
export function corroborationOf(origins: readonly OriginRow[]): CorroborationType {
  const citations = origins.reduce((sum, origin) => sum + origin.citations, 0);
  return { ...corroborate(origins), citations };
}
