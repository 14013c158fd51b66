import { Module } from '@nestjs/common';
import { CONTEXT_FACTORY, type ContextFactory } from '../../graphql/graphql.module.js';
import { AuthModule } from './auth.module.js';
import { GraphqlContextFactory } from './graphql-context.js';

/** Tells the GraphQL API how to make the context of a request. */
@Module({
  imports: [AuthModule],
  providers: [
    {
      provide: CONTEXT_FACTORY,
      inject: [GraphqlContextFactory],
      useFactory:
        (factory: GraphqlContextFactory): ContextFactory =>
        (request) =>
          factory.create(request),
    },
  ],
  exports: [CONTEXT_FACTORY],
})
export class ContextModule {}
