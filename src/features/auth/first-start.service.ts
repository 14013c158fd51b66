import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database, type Transaction } from '../../platform/database/index.js';
import { AccountsRepository, type AccountRow } from './accounts.repository.js';
import { hashOfSecret, newSecret } from './authentication.service.js';
import { Role } from './role.js';
import type { ActingViewer } from './viewer.js';

/** The administrator that the first start makes. */
const ADMINISTRATOR = 'Administrator';

/** Makes the accounts that a new database needs before anybody can sign in. */
@Injectable()
export class FirstStartService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsRepository,
  ) {}

  /**
   * Makes sure that an administrator can sign in. Safe to call from several processes at once.
   * @param given the key the operator chose, or undefined to have one made where there is none
   * @returns the key, where one was made: the only time that it can be shown
   */
  async ensureAdministrator(given: string | undefined): Promise<string | null> {
    return this.database.transaction(async (tx) => {
      await this.accounts.lockFirstStart(tx);
      if (given === undefined && (await this.accounts.hasAdministrator(tx, null, new Date()))) return null;
      const secret = given ?? newSecret();
      const secretHash = hashOfSecret(secret);
      if (await this.accounts.hasKey(tx, secretHash)) return null;
      const account = await this.ensureAccount(tx, 'PERSON', ADMINISTRATOR, Role.ADMIN);
      const name = given === undefined ? 'Made at the first start' : 'Given by GAINSAY_ADMIN_KEY';
      await this.accounts.insertKey(
        tx,
        { id: uuidv7(), accountId: account.id, role: Role.ADMIN, name, secretHash },
        new Date(),
      );
      return given === undefined ? secret : null;
    });
  }

  /** A viewer for work that the service does itself, such as loading the demo story; it has an account but no key. */
  async ensureService(name: string, role: Role): Promise<ActingViewer> {
    return this.database.transaction(async (tx) => {
      await this.accounts.lockFirstStart(tx);
      const account = await this.ensureAccount(tx, 'SERVICE', name, role);
      return { role: account.role, accountId: account.id };
    });
  }

  private async ensureAccount(
    tx: Transaction,
    kind: AccountRow['kind'],
    name: string,
    role: Role,
  ): Promise<AccountRow> {
    const known = await this.accounts.findActiveAccount(tx, { kind, name, role });
    if (known) return known;
    const account = { id: uuidv7(), kind, name, role };
    await this.accounts.insertAccount(tx, account, new Date());
    return account;
  }
}
