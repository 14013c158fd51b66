import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../platform/config/config.js';
import { FirstStartService } from '../auth/index.js';
import { DemoService } from '../demo/index.js';

/** What the service makes sure of at every start, and what only the first one has to do. */
@Injectable()
export class PreparationService implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly firstStart: FirstStartService,
    private readonly demo: DemoService,
  ) {}

  /** Runs before the port is opened. */
  async onApplicationBootstrap(): Promise<void> {
    if (this.config.adminKey !== undefined) await this.firstStart.ensureAdministrator(this.config.adminKey);
    if (this.config.demo) await this.demo.ensureLoaded();
  }

  /**
   * Makes the first administrator's key where the operator gave none and there is none. To be called once the port is
   * open, right before the key is shown: a start that fails over a port in use must not use up the one time.
   * @returns the key, where one was made
   */
  async makeFirstKey(): Promise<string | null> {
    return this.config.adminKey === undefined ? this.firstStart.ensureAdministrator(undefined) : null;
  }
}
