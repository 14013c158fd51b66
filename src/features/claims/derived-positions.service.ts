import { Injectable } from '@nestjs/common';
import type { DerivedPosition } from '../../domain/arithmetic/derive-positions.js';
import { impliedParts } from '../../domain/arithmetic/implied-parts.js';
import { impliedPositions } from '../../domain/arithmetic/implied-positions.js';
import type { OriginsOf } from '../../domain/arithmetic/sound-answers.js';
import { tiedProperties, tiesAmong, type Ties } from '../../domain/examination/ties.js';
import { Database, nameOfKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import { AnswersService, PastExaminationService, type PlacedQuestion } from '../detection/index.js';
import { toProperty, VocabularyService, type VocabularySnapshot } from '../vocabulary/index.js';
import { corroborationOf } from './claim.loader.js';
import { toQuantityValue } from './claim-value.mapper.js';
import type { DerivedPositionType } from './graphql/derived-position.type.js';
import { OriginRowsService } from './origin-rows.service.js';
import { QuestionsRepository, type AboutRow } from './questions.repository.js';

/** A question with its answers, and the subject that it is about. */
interface Answered {
  readonly about: AboutRow;
  readonly question: PlacedQuestion;
}

/** Derives what identities imply for questions from the answers to those that they tie them to, and complete parts for each other. */
@Injectable()
export class DerivedPositionsService {
  constructor(
    private readonly database: Database,
    private readonly vocabulary: VocabularyService,
    private readonly questions: QuestionsRepository,
    private readonly answers: AnswersService,
    private readonly past: PastExaminationService,
    private readonly origins: OriginRowsService,
  ) {}

  /**
   * What follows for a question; nothing is read where no identity names its property and it cannot be divided. For all
   * questions of a page it takes one statement each for the tied questions, their answers, those answers' origins, and
   * in each story for who gives them.
   * @param asOf only what sources had published by then
   */
  async of(loaders: Loaders, question: AboutRow, asOf: Date | null): Promise<DerivedPositionType[]> {
    const vocabulary = await loaders.sharedBy(loaders, 'vocabulary', () => this.vocabulary.current());
    const isSummed = summedWith(question.propertyId, vocabulary).identities.length > 0;
    if (!isSummed && !canBeDivided(question.propertyId, vocabulary)) return [];
    const load = (asked: readonly AboutRow[]) => this.derive(asked, vocabulary, asOf);
    const name = `question.derivedPositions ${asOf?.toISOString() ?? 'now'}`;
    return loaders.get<AboutRow, DerivedPositionType[]>(name, load, nameOfKey).load(question);
  }

  private async derive(
    asked: readonly AboutRow[],
    vocabulary: VocabularySnapshot,
    asOf: Date | null,
  ): Promise<DerivedPositionType[][]> {
    const answered = await this.answersFor(asked, vocabulary, asOf);
    const originsOf = await this.originsOf(answered, asOf);
    const groups = groupedBy(asked, answered, ({ about }) => subjectOf(about), subjectOf);
    return asked.map((each, i) => {
      const property = vocabulary.propertiesById.get(each.propertyId);
      if (!property) return [];
      const { identities, properties } = summedWith(each.propertyId, vocabulary);
      const questions = properties.map((about) => ({
        property: about,
        claims: groups[i]?.find(({ question }) => question.property.key === about.key)?.question.claims ?? [],
      }));
      const implied = impliedPositions(toProperty(property), questions, identities, originsOf, vocabulary.graph);
      const own = groups[i]?.find(({ question }) => question.property.key === property.key)?.question;
      const parts = own ? impliedParts(own, originsOf, vocabulary.graph) : [];
      return [...implied, ...parts].map((position) => toDerivedPosition(position, each.storyId, property.unit));
    });
  }

  /** The questions about the same subjects that identities tie to these, with their answers. */
  private async answersFor(
    asked: readonly AboutRow[],
    vocabulary: VocabularySnapshot,
    asOf: Date | null,
  ): Promise<Answered[]> {
    const subjects = new Map(asked.map((each) => [subjectOf(each), { storyId: each.storyId, id: each.subjectId }]));
    const propertyIds = asked.flatMap(({ propertyId }) => [propertyId, ...idsOfSummed(propertyId, vocabulary)]);
    const rows = await this.questions.findAbout([...subjects.values()], [...new Set(propertyIds)].sort());
    const read =
      asOf === null
        ? await this.answers.read(this.database, rows, vocabulary)
        : await this.past.answers(rows, vocabulary, asOf);
    return rows.flatMap((about, i) => {
      const question = read[i];
      return question ? [{ about, question }] : [];
    });
  }

  private async originsOf(answered: readonly Answered[], asOf: Date | null): Promise<OriginsOf> {
    const keys = answered.flatMap(({ about, question }) =>
      question.claims.map(({ id }) => ({ storyId: about.storyId, id })),
    );
    const rows = keys.length === 0 ? [] : await this.origins.find(keys, asOf);
    const counts = groupedBy(keys, rows, nameOfKey, nameOfKey).map((own) => corroborationOf(own).independentOrigins);
    const byClaim = new Map(keys.map(({ id }, i) => [id, counts[i] ?? 0]));
    return (claimId) => byClaim.get(claimId) ?? 0;
  }
}

/** What identities tie the property to, however long the way, and those identities; none where none names it. */
function summedWith(propertyId: string, { propertiesById, tied }: VocabularySnapshot): Ties {
  const key = propertiesById.get(propertyId)?.key;
  const ties = tied.get(propertyId)?.ties;
  if (key === undefined || ties === undefined) return { identities: [], orders: [], properties: [] };
  const sums: Ties = { ...ties, orders: [] };
  return tiesAmong(tiedProperties(key, sums), sums);
}

/** Whether figures for parts of it can be declared complete. */
function canBeDivided(propertyId: string, { propertiesById }: VocabularySnapshot): boolean {
  const property = propertiesById.get(propertyId);
  return property !== undefined && property.additive && property.dimensions.length > 0;
}

function idsOfSummed(propertyId: string, vocabulary: VocabularySnapshot): string[] {
  const keys = summedWith(propertyId, vocabulary).properties.map(({ key }) => key);
  return keys.flatMap((key) => vocabulary.propertiesByKey.get(key)?.id ?? []);
}

function subjectOf({ storyId, subjectId }: AboutRow): string {
  return nameOfKey({ storyId, id: subjectId });
}

function toDerivedPosition(
  { scope, value, restsOn, identities, explanation }: DerivedPosition,
  storyId: string,
  unit: string | null,
): DerivedPositionType {
  return {
    scopeTerms: scope,
    claimKeys: restsOn.map((id) => ({ storyId, id })),
    identityIds: identities,
    value: toQuantityValue(value, unit),
    explanation,
  };
}
