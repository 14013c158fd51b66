import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { PeopleModule } from './people.module.js';
import { SessionEndpoint } from './session.endpoint.js';

/** Signing in and out over HTTP, for the server; commands do without. */
@Module({ imports: [AuthModule, PeopleModule], providers: [SessionEndpoint] })
export class PeopleApiModule {}
