import { Module } from '@nestjs/common';
import { StatementsResolver } from './statements.resolver.js';
import { StatementsService } from './statements.service.js';

/** Compares statements that nobody stores. */
@Module({ providers: [StatementsResolver, StatementsService] })
export class StatementsModule {}
