import { encodeId } from '../../graphql/node/index.js';
import { CertaintyEnum, PolarityEnum } from '../claims/index.js';
import { SuggestionReader, SuggestionStatus, type SuggestionPart } from './graphql/suggestion.enums.js';
import type { ClaimSuggestionType, SuggestionOutcomesType } from './graphql/suggestion.type.js';
import { ModelProblem, ModelReadingStatus, type ModelReadingType } from './graphql/text-reading.type.js';
import type { ReadingStateRow } from './source-readings.repository.js';
import type { Suggested } from './suggested.js';
import type { OutcomeRow, SuggestionRow } from './suggestions.repository.js';

export function toSuggestion(row: SuggestionRow): ClaimSuggestionType {
  const { id: localId, value, scope, quoteExact, quotePrefix, quoteSuffix, quoteStart, quoteEnd, ...rest } = row;
  return {
    __typename: 'ClaimSuggestion',
    ...rest,
    id: encodeId('ClaimSuggestion', row),
    localId,
    named: { value, scope },
    quote: { exact: quoteExact, prefix: quotePrefix, suffix: quoteSuffix, start: quoteStart, end: quoteEnd },
    polarity: PolarityEnum[row.polarity],
    certainty: CertaintyEnum[row.certainty],
    reader: SuggestionReader[row.reader],
    corrected: row.corrected as SuggestionPart[],
  };
}

/** In place of a story's id, for what belongs to none. */
const NO_STORY = '00000000-0000-0000-0000-000000000000';

/** What was read from a text that is not stored. Its id is of its own, the same for the same words, but finds nothing. */
export function toLooseSuggestion(suggested: Suggested): ClaimSuggestionType {
  const { value, scope, identity, reader, ...rest } = suggested;
  const localId = uuidOf(identity);
  return {
    __typename: 'ClaimSuggestion',
    ...rest,
    id: encodeId('ClaimSuggestion', { storyId: NO_STORY, id: localId }),
    localId,
    storyId: NO_STORY,
    sourceId: null,
    named: { value, scope },
    polarity: PolarityEnum[suggested.polarity],
    certainty: CertaintyEnum[suggested.certainty],
    reader: SuggestionReader[reader],
    status: SuggestionStatus.PENDING,
    version: 1,
    corrected: [],
    reason: null,
    claimId: null,
    decidedById: null,
    decidedAt: null,
  };
}

/** The first bytes of a hash in the form of a UUID. */
function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

export function toOutcomes({ propertyKey, ...counts }: OutcomeRow): SuggestionOutcomesType {
  const decided = counts.accepted + counts.corrected + counts.rejected;
  return { property: propertyKey, ...counts, precision: decided === 0 ? null : counts.accepted / decided };
}

/** How far a model is with a text; null where none is set, or it was not asked. */
export function toModelReading(
  model: string | null,
  { modelStatus, modelProblem, modelDueAt }: Pick<ReadingStateRow, 'modelStatus' | 'modelProblem' | 'modelDueAt'>,
): ModelReadingType | null {
  if (model === null || modelStatus === null) return null;
  return {
    model,
    status: ModelReadingStatus[modelStatus],
    problem: modelProblem === null ? null : ModelProblem[modelProblem],
    retryAt: modelStatus === 'READING' ? null : modelDueAt,
  };
}
