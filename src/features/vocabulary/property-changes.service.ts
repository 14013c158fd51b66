import { Injectable } from '@nestjs/common';
import { canBeSummed } from '../../domain/arithmetic/identity.js';
import { scaleOf } from '../../domain/values/units.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import type { Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { PropertyUpdateInput } from './graphql/vocabulary-changes.inputs.js';
import { dimensionsOf, unfitting } from './properties.service.js';
import { VocabularyChangesRepository } from './vocabulary-changes.repository.js';
import { VocabularyChangeService, type Changed } from './vocabulary-change.service.js';
import { alsoTied, type VocabularySnapshot } from './vocabulary-store.js';
import type { PropertyRow } from './property.shape.js';
import { requireScheme } from './vocabulary.service.js';

/** What the values of claims are told apart by: to change it under them would make them say something else. */
const MEANING = ['datatype', 'unit', 'scheme'] as const;
/** What claims are compared and explained by. */
export const COMPARED = ['label', 'phrase', 'singleValued', 'additive', 'accrual'] as const;

/** Changes of properties that are there. Where they bear on how claims compare, these are examined again afterwards. */
@Injectable()
export class PropertyChangesService {
  constructor(
    private readonly repository: VocabularyChangesRepository,
    private readonly vocabulary: VocabularyChangeService,
  ) {}

  /**
   * @throws UserErrors where it has changed meanwhile, a setting does not fit the datatype, or claims of the property stand
   *   against it
   */
  async update(
    id: string,
    expectedVersion: number,
    input: PropertyUpdateInput,
    viewer: ActingViewer,
  ): Promise<Changed<PropertyRow>> {
    const act = { action: 'propertyUpdate', objectType: 'Property', viewer } as const;
    return this.vocabulary.make(act, async (tx, vocabulary) => {
      const before = vocabulary.propertiesById.get(requireIds('Property', id, ['id']).id);
      if (!before) throw notFound('Property', ['id']);
      await this.vocabulary.requireVersion(tx, act, before, expectedVersion);
      const row = changedProperty(before, input, vocabulary);
      requireKeptTies(before, row, vocabulary);
      await this.requireKeptMeaning(tx, before, row);
      await this.requireKeptDimensions(tx, before, row);
      await this.repository.updateProperty(tx, row);
      const same = COMPARED.every((setting) => before[setting] === row[setting]);
      return { before, after: row, touches: same ? [] : [{ properties: alsoTied([row.id], vocabulary) }] };
    });
  }

  private async requireKeptMeaning(tx: Transaction, before: PropertyRow, row: PropertyRow): Promise<void> {
    const column = { datatype: 'datatype', unit: 'unit', scheme: 'schemeId' } as const;
    const different = MEANING.filter((setting) => before[column[setting]] !== row[column[setting]]);
    if (different.length === 0 || !(await this.repository.hasClaims(tx, row.id))) return;
    throw new UserErrors(
      different.map((setting) => ({
        code: UserErrorCode.ILLEGAL_STATE,
        message: `The property has claims, whose values another ${setting} would make say something else.`,
        field: ['input', setting],
      })),
    );
  }

  private async requireKeptDimensions(tx: Transaction, before: PropertyRow, row: PropertyRow): Promise<void> {
    const lost = before.dimensions.filter(
      ({ dimension, schemeId }) =>
        !row.dimensions.some((each) => each.dimension === dimension && each.schemeId === schemeId),
    );
    if (lost.length === 0) return;
    const used = await this.repository.findUsedDimensions(tx, row.id);
    const orphaning = lost.filter(({ dimension }) => used.includes(dimension));
    if (orphaning.length === 0) return;
    const names = orphaning.map(({ dimension }) => `"${dimension}"`).join(', ');
    const message = `Claims are narrowed by ${names}, which must stay as it is.`;
    throw userError(UserErrorCode.ILLEGAL_STATE, message, ['input', 'scopeDimensions']);
  }
}

/** @throws UserErrors ILLEGAL_STATE where an identity or order names the property and could not be reckoned with any more */
function requireKeptTies(before: PropertyRow, row: PropertyRow, { identities, orders }: VocabularySnapshot): void {
  const refuse = (key: string, field: string) =>
    userError(UserErrorCode.ILLEGAL_STATE, `"${key}" ties the property to others, and could not any more.`, [
      'input',
      field,
    ]);
  const order = [...orders.values()].find(({ earlierId, laterId }) => [earlierId, laterId].includes(row.id));
  if (order && row.datatype !== 'TIME') throw refuse(order.key, 'datatype');
  const identity = [...identities.values()].find(({ wholeId, partIds }) => [wholeId, ...partIds].includes(row.id));
  if (!identity) return;
  if (row.datatype !== before.datatype) throw refuse(identity.key, 'datatype');
  if (!row.singleValued) throw refuse(identity.key, 'singleValued');
  const dimension = (unit: string | null) => scaleOf(null, unit).dimension;
  if (!canBeSummed(row) || dimension(row.unit) !== dimension(before.unit)) throw refuse(identity.key, 'unit');
}

/** @throws UserErrors where a setting does not fit the datatype, or a scheme is not there */
function changedProperty(before: PropertyRow, input: PropertyUpdateInput, vocabulary: VocabularySnapshot): PropertyRow {
  const row: PropertyRow = {
    ...before,
    label: input.label ?? before.label,
    datatype: input.datatype ?? before.datatype,
    unit: input.unit === undefined ? before.unit : input.unit,
    singleValued: input.singleValued ?? before.singleValued,
    additive: input.additive ?? before.additive,
    accrual: input.accrual ?? before.accrual,
    schemeId: schemeOf(before, input, vocabulary),
    phrase: input.phrase === undefined ? before.phrase : input.phrase,
    dimensions: input.scopeDimensions ? dimensionsOf(input.scopeDimensions, vocabulary) : before.dimensions,
    version: before.version + 1,
  };
  const problems = unfitting({ ...row, scheme: row.schemeId });
  if (problems.length > 0) throw new UserErrors(problems);
  return row;
}

function schemeOf(before: PropertyRow, { scheme }: PropertyUpdateInput, vocabulary: VocabularySnapshot): string | null {
  if (scheme === undefined) return before.schemeId;
  return scheme === null ? null : requireScheme(vocabulary, scheme, ['input', 'scheme']);
}
