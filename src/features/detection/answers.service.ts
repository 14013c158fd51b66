import { Injectable } from '@nestjs/common';
import type { Question } from '../../domain/claim/question.js';
import { canBeCorrected } from '../../domain/contradiction/rules/figure-corrected.js';
import { nameOfKey, type Reader, type StoryKey } from '../../platform/database/index.js';
import { groupedBy } from '../../platform/loading/index.js';
import { toProperty, type VocabularySnapshot } from '../vocabulary/index.js';
import { toComparableClaims } from './comparable-claim.mapper.js';
import { DetectionRepository, type ComparableClaimRow } from './detection.repository.js';
import { SpeakersRepository, type SpeakerRow } from './speakers.repository.js';

/** A question with its place in the database. */
export interface PlacedQuestion extends Question {
  readonly id: string;
}

/** A question, and those of its claims that are new, have changed or take no part any more. */
export interface TouchedQuestion {
  readonly question: PlacedQuestion;
  readonly changed: ReadonlySet<string>;
}

/** Reads questions as the engine sees them. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly speakers: SpeakersRepository,
  ) {}

  /**
   * Questions with every answer that raises contradictions, in the order given. One statement for all of them, and one
   * more in each story for those where it matters who gives the answers.
   */
  async read(
    reader: Reader,
    questions: readonly (StoryKey & { readonly propertyId: string })[],
    vocabulary: VocabularySnapshot,
  ): Promise<PlacedQuestion[]> {
    if (questions.length === 0) return [];
    const asked = questions.map(({ storyId, id, propertyId }) => {
      const property = vocabulary.propertiesById.get(propertyId);
      if (!property) throw new Error('A question has a property that the vocabulary lacks.');
      return { storyId, id, property: toProperty(property) };
    });
    const rows = await this.repository.findComparableClaims(reader, questions);
    const speakers = await this.speakersOf(
      reader,
      asked.filter(({ property }) => canBeCorrected(property)),
    );
    const nameOfQuestion = ({ storyId, questionId }: ComparableClaimRow): string =>
      nameOfKey({ storyId, id: questionId });
    const rowsOf = groupedBy(asked, rows, nameOfQuestion, nameOfKey);
    return asked.map(({ id, property }, i) => {
      const own = rowsOf[i] ?? [];
      const said = canBeCorrected(property) ? own.flatMap((row) => speakers.get(row.id) ?? []) : null;
      const partitions = own.flatMap((row) => row.partitions ?? []);
      return { id, property, claims: toComparableClaims(own, said), partitions };
    });
  }

  /** Who makes the claims of questions, by claim. */
  private async speakersOf(
    reader: Reader,
    questions: readonly StoryKey[],
  ): Promise<ReadonlyMap<string, readonly SpeakerRow[]>> {
    const speakers = new Map<string, SpeakerRow[]>();
    for (const storyId of new Set(questions.map((question) => question.storyId))) {
      const ids = questions.filter((question) => question.storyId === storyId).map(({ id }) => id);
      for (const row of await this.speakers.findByQuestions(reader, storyId, ids)) {
        const own = speakers.get(row.claimId);
        if (own) own.push(row);
        else speakers.set(row.claimId, [row]);
      }
    }
    return speakers;
  }
}
