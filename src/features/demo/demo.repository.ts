import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';

/** How far a database has come with the demo story. */
export interface DemoState {
  /** Something was written to it that is on record: by people, or by the demo itself. */
  readonly used: boolean;
  /** The demo has begun to load. */
  readonly begun: boolean;
  /** All of it is there, or was and has been changed since. */
  readonly finished: boolean;
}

/** The statements of the demo story. */
@Injectable()
export class DemoRepository {
  constructor(private readonly database: Database) {}

  /**
   * Reads the state off the record, which nobody can change.
   * @param account name of the account that loads the demo
   * @param finish action of the audit event that it ends with
   */
  async state(account: string, finish: string): Promise<DemoState> {
    const ofDemo = Prisma.sql`audit_event e JOIN account a ON a.id = e.actor_id
      WHERE a.kind = 'SERVICE' AND a.name = ${account}`;
    const [state] = await this.database.query<DemoState>(Prisma.sql`
      SELECT EXISTS (SELECT FROM audit_event) OR EXISTS (SELECT FROM story) AS used,
        EXISTS (SELECT FROM ${ofDemo}) AS begun,
        EXISTS (SELECT FROM ${ofDemo} AND e.action = ${finish}) AS finished`);
    if (!state) throw new Error('A SELECT without FROM gave no row.');
    return state;
  }
}
