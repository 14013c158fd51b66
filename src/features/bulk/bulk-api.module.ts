import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { BulkEndpoint } from './bulk.endpoint.js';
import { BulkModule } from './bulk.module.js';

/** Imports and exports over HTTP. */
@Module({
  imports: [AuthModule, BulkModule],
  providers: [BulkEndpoint],
})
export class BulkApiModule {}
