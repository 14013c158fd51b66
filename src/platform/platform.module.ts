import { Module, type DynamicModule } from '@nestjs/common';
import { Config } from './config/config.js';
import { Database } from './database/index.js';
import { Changes } from './events/index.js';
import { HealthController } from './health/health.controller.js';
import { Lifecycle } from './lifecycle/lifecycle.js';

/** What must exist before the application is put together. */
export interface Platform {
  readonly config: Config;
  readonly database: Database;
  readonly lifecycle: Lifecycle;
}

/** Makes the configuration, the database and what changes in it injectable everywhere, and answers health probes. */
@Module({})
export class PlatformModule {
  static with({ config, database, lifecycle }: Platform): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Database, useValue: database },
        { provide: Lifecycle, useValue: lifecycle },
        Changes,
      ],
      exports: [Changes, Config, Database],
    };
  }
}
