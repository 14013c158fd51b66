import { Module, type DynamicModule } from '@nestjs/common';
import { PlatformModule, type Platform } from './platform/platform.module.js';

/** The whole service over a database that is open and migrated. */
@Module({})
export class AppModule {
  static with(platform: Platform): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(platform)] };
  }
}
