import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { toColleague, type Colleague } from './colleague.mapper.js';
import { COLLEAGUE_ORDER, ColleaguesRepository, type ColleagueRow } from './colleagues.repository.js';

/** People whom others can give work to or turn to: persons of the role CONTRIBUTOR and above whose account is good. */
@Injectable()
export class ColleaguesService {
  constructor(private readonly colleagues: ColleaguesRepository) {}

  /** A page of those whose name contains the words, or of all, by name. */
  async list(words: string | null, args: PageArgs): Promise<ConnectionOf<Colleague>> {
    const page = pageRequest(args, COLLEAGUE_ORDER);
    const rows = await this.colleagues.list(words, page);
    return toConnection(
      rows.map(toColleague),
      page,
      ({ name, localId }) => [name, localId],
      () => this.colleagues.count(words),
    );
  }

  /** The names of accounts, by their ids, whether or not work can be given to them. */
  async namesOf(tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.colleagues.findByIds(ids, tx);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /**
   * The person with this global id.
   * @throws UserErrors where there is nobody with it, or nobody whom work can be given to
   */
  async require(tx: Transaction, globalId: string, field: readonly string[]): Promise<ColleagueRow> {
    const [row] = await this.requireAll(tx, [globalId], field);
    if (!row) throw notFound('User', field);
    return row;
  }

  /** As `require`, for many, in one statement. */
  async requireAll(tx: Transaction, globalIds: readonly string[], field: readonly string[]): Promise<ColleagueRow[]> {
    if (globalIds.length === 0) return [];
    const ids = globalIds.map((globalId) => requireIds('User', globalId, field).id);
    const rows = await this.colleagues.findByIds(ids, tx);
    if (rows.length < new Set(ids).size) throw notFound('User', field);
    const idle = rows.find(({ works }) => !works);
    if (!idle) return rows;
    const message = `${idle.name} cannot be asked: it takes a person with the role CONTRIBUTOR or above whose account is not disabled.`;
    throw userError(UserErrorCode.INVALID_INPUT, message, field);
  }
}
