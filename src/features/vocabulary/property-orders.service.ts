import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { Touch } from '../reexaminations/index.js';
import type { PropertyOrderCreateInput } from './graphql/ties.inputs.js';
import type { PropertyOrderType } from './graphql/ties.types.js';
import { TiesRepository, type PropertyOrderRow } from './ties.repository.js';
import { toPropertyOrder } from './vocabulary.mapper.js';
import { LIST_ORDER } from './vocabulary.repository.js';
import { requireProperty } from './vocabulary.service.js';
import { VocabularyChangeService, type Changed, type VocabularyAct } from './vocabulary-change.service.js';
import { alsoTied, type VocabularySnapshot } from './vocabulary-store.js';

/** Orders of the vocabulary: that one time comes before another. */
@Injectable()
export class PropertyOrdersService {
  constructor(
    private readonly repository: TiesRepository,
    private readonly vocabulary: VocabularyChangeService,
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
  async create(input: PropertyOrderCreateInput, viewer: ActingViewer): Promise<Changed<PropertyOrderRow>> {
    return this.vocabulary.make(act('propertyOrderCreate', viewer), async (tx, vocabulary, now) => {
      const row = newOrder(input, vocabulary);
      await this.repository.insertOrder(tx, row, now);
      return { before: null, after: row, touches: touchedBy(row, vocabulary) };
    });
  }

  /**
   * @returns the order as it was
   * @throws UserErrors where it is not there
   */
  async remove(id: string, viewer: ActingViewer): Promise<Changed<PropertyOrderRow>> {
    return this.vocabulary.make(act('propertyOrderDelete', viewer), async (tx, vocabulary) => {
      const row = vocabulary.orders.get(requireIds('PropertyOrder', id, ['id']).id);
      if (!row) throw notFound('PropertyOrder', ['id']);
      await this.repository.removeOrder(tx, row.id);
      return { before: row, after: null, touches: touchedBy(row, vocabulary) };
    });
  }
}

function act(action: string, viewer: ActingViewer): VocabularyAct {
  return { action, objectType: 'PropertyOrder', viewer };
}

/** The questions that an order bears on. */
function touchedBy({ earlierId, laterId }: PropertyOrderRow, vocabulary: VocabularySnapshot): Touch[] {
  return [{ properties: alsoTied([earlierId, laterId], vocabulary) }];
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
