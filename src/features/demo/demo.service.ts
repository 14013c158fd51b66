import { Injectable, Logger } from '@nestjs/common';
import { AdvisoryLock, Database } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { FirstStartService, Role } from '../auth/index.js';
import { DemoRepository } from './demo.repository.js';
import { DossierService } from './dossier.service.js';
import { TermsService } from './terms.service.js';

/** The account that writes the demo story. It has no key, so nobody can sign in with it. */
const ACCOUNT = 'Gainsay demo';
/** The account that approves what the other writes: claims are published by two. */
const EDITOR = 'Gainsay demo desk';
/** The audit event that says that the whole of it was written. */
const FINISH = 'demoFinish';

/** Loads the demo story into a new database, through the services that every client's writes go through. */
@Injectable()
export class DemoService {
  private readonly logger = new Logger('Demo');

  constructor(
    private readonly database: Database,
    private readonly repository: DemoRepository,
    private readonly firstStart: FirstStartService,
    private readonly terms: TermsService,
    private readonly dossier: DossierService,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Makes sure that a database that was never used has the whole demo story, once. Where an earlier process died while
   * loading, this one goes on: each step finds what is there already. Of several processes one loads and the others
   * wait. A database that people have written to is left alone, and so is a demo story that was changed.
   */
  async ensureLoaded(): Promise<void> {
    if (!(await this.isMissing())) return;
    await this.database.alone(AdvisoryLock.DEMO, async () => {
      if (await this.isMissing()) await this.load();
    });
  }

  private async isMissing(): Promise<boolean> {
    const { used, begun, finished } = await this.repository.state(ACCOUNT, FINISH);
    return !finished && (begun || !used);
  }

  private async load(): Promise<void> {
    this.logger.log('loading the demo story');
    const viewer = await this.firstStart.ensureService(ACCOUNT, Role.ADMIN);
    const concepts = await this.terms.ensure(viewer);
    const editor = await this.firstStart.ensureService(EDITOR, Role.EDITOR);
    const storyId = await this.dossier.ensure(concepts, viewer, editor);
    await this.database.transaction(async (tx) => {
      const finish = { viewer, action: FINISH, objectType: 'Story', objectId: storyId, storyId } as const;
      await this.audit.append(tx, finish, new Date());
    });
    this.logger.log('the demo story is loaded');
  }
}
