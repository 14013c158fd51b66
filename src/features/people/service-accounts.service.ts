import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { requireRoleOf } from './account-access.js';
import { recordOfAccount, stateOf } from './account-record.js';
import { toAccount } from './account.mapper.js';
import type { ServiceAccountCreateInput } from './graphql/account.inputs.js';
import type { AccountType } from './graphql/account.type.js';
import { ACCOUNT_ORDER, PeopleRepository, type PersonRow } from './people.repository.js';

const RESPONSIBLE = ['input', 'responsible'] as const;

/** Accounts of integrations, for each of which a person answers. */
@Injectable()
export class ServiceAccountsService {
  constructor(
    private readonly database: Database,
    private readonly people: PeopleRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** A page of the accounts that somebody answers for, in the order in which they were made. */
  listOfResponsible(loaders: Loaders, personId: string, args: PageArgs): Promise<ConnectionOf<AccountType>> {
    return batchedConnection(loaders, personId, args, {
      name: 'account.serviceAccounts',
      ordering: ACCOUNT_ORDER,
      nameOf: String,
      read: (ids, page) => this.people.listOfResponsible(ids, page),
      ownerOf: (row) => row.responsibleId ?? '',
      toNode: toAccount,
      cursorOf: (account) => [account.localId],
      count: (ids) => this.people.countOfResponsible(ids),
    });
  }

  /**
   * Makes the account of an integration.
   * @throws UserErrors where no person would answer for it who can act, or it could do more than they
   */
  async create(input: ServiceAccountCreateInput, viewer: ActingViewer): Promise<PersonRow> {
    const { id: responsibleId } = requireIds('Account', input.responsible, RESPONSIBLE);
    const now = new Date();
    return this.database.transaction(async (tx) => {
      const responsible = await this.people.take(tx, responsibleId);
      if (!responsible) throw notFound('Account', RESPONSIBLE);
      requirePerson(responsible);
      requireRoleOf(responsible.role, input.role);
      const row: PersonRow = {
        id: uuidv7(),
        kind: 'SERVICE',
        email: null,
        name: input.name,
        role: input.role,
        createdAt: now,
        disabledAt: null,
        hasPassword: false,
        hasSingleSignOn: false,
        responsibleId,
        responsibleRole: responsible.role,
        responsibleDisabledAt: null,
        version: 1,
      };
      await this.people.insert(tx, row);
      const after = { ...stateOf(row), responsibleId };
      await this.audit.append(tx, { viewer, action: 'serviceAccountCreate', ...recordOfAccount(row.id), after }, now);
      return row;
    });
  }
}

/** @throws UserErrors where an account is none of a person who can act */
function requirePerson({ kind, disabledAt }: PersonRow): void {
  if (kind === 'SERVICE') {
    throw userError(UserErrorCode.ILLEGAL_STATE, 'A person answers for an integration, not another one.', RESPONSIBLE);
  }
  if (disabledAt !== null) {
    throw userError(UserErrorCode.ILLEGAL_STATE, 'This account is disabled: name somebody who is here.', RESPONSIBLE);
  }
}
