import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { PropertyOrderCreateInput } from './graphql/ties.inputs.js';
import type { PropertyOrderType } from './graphql/ties.types.js';
import { TiesRepository, type PropertyOrderRow } from './ties.repository.js';
import { toPropertyOrder } from './vocabulary.mapper.js';
import { LIST_ORDER } from './vocabulary.repository.js';
import { requireProperty } from './vocabulary.service.js';
import { VocabularyStore, type VocabularySnapshot } from './vocabulary-store.js';

/** Orders of the vocabulary: that one time comes before another. */
@Injectable()
export class PropertyOrdersService {
  constructor(
    private readonly database: Database,
    private readonly repository: TiesRepository,
    private readonly store: VocabularyStore,
    private readonly audit: AuditRepository,
  ) {}

  async list(args: PageArgs): Promise<ConnectionOf<PropertyOrderType>> {
    const page = pageRequest(args, LIST_ORDER);
    const rows = await this.repository.listOrders(page);
    return toConnection(
      rows.map(toPropertyOrder),
      page,
      (node) => [node.localId],
      () => this.repository.countOrders(),
    );
  }

  /** @throws UserErrors where the key or the order is there already, or its properties are not there or no times */
  async create(input: PropertyOrderCreateInput, viewer: ActingViewer): Promise<PropertyOrderRow> {
    return this.database.transaction(async (tx) => {
      const row = newOrder(input, await this.store.takeForChange(tx));
      const now = new Date();
      await this.repository.insertOrder(tx, row, now);
      const made = { objectType: 'PropertyOrder', objectId: row.id, storyId: null, after: { ...row } } as const;
      await this.audit.append(tx, { viewer, action: 'propertyOrderCreate', ...made }, now);
      return row;
    });
  }

  /**
   * @returns the order as it was
   * @throws UserErrors where it is not there
   */
  async remove(id: string, viewer: ActingViewer): Promise<PropertyOrderRow> {
    return this.database.transaction(async (tx) => {
      const vocabulary = await this.store.takeForChange(tx);
      const before = vocabulary.orders.get(requireIds('PropertyOrder', id, ['id']).id);
      if (!before) throw notFound('PropertyOrder', ['id']);
      await this.repository.removeOrder(tx, before.id);
      const gone = { objectType: 'PropertyOrder', objectId: before.id, storyId: null, before: { ...before } } as const;
      await this.audit.append(tx, { viewer, action: 'propertyOrderDelete', ...gone }, new Date());
      return before;
    });
  }
}

/** Orders may come round in a circle: what is neither before nor after is at the same time. */
function newOrder(input: PropertyOrderCreateInput, vocabulary: VocabularySnapshot): PropertyOrderRow {
  const earlier = requireProperty(vocabulary, input.earlier, ['input', 'earlier']);
  const later = requireProperty(vocabulary, input.later, ['input', 'later']);
  const problems = [
    { property: earlier, field: ['input', 'earlier'] },
    { property: later, field: ['input', 'later'] },
  ].flatMap(({ property, field }): UserProblem[] =>
    property.datatype === 'TIME'
      ? []
      : [{ code: UserErrorCode.WRONG_DATATYPE, message: `"${property.key}" is no TIME property.`, field }],
  );
  if (problems.length > 0) throw new UserErrors(problems);
  if (earlier.id === later.id) {
    const message = `"${later.key}" cannot come after itself.`;
    throw userError(UserErrorCode.INVALID_INPUT, message, ['input', 'later']);
  }
  const orders = [...vocabulary.orders.values()];
  if (orders.some(({ key }) => key === input.key)) {
    throw userError(UserErrorCode.ALREADY_EXISTS, 'Another order has this key.', ['input', 'key']);
  }
  if (orders.some(({ earlierId, laterId }) => earlierId === earlier.id && laterId === later.id)) {
    throw userError(UserErrorCode.ALREADY_EXISTS, 'Another order says the same.', ['input', 'later']);
  }
  return { id: uuidv7(), key: input.key, earlierId: earlier.id, laterId: later.id };
}
