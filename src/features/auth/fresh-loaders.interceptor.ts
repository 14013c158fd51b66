import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';
import { tap, type Observable } from 'rxjs';
import type { GraphqlContext } from './graphql-context.js';

/**
 * Lets each mutation of a request read what it wrote. One request can hold several, which run one after another with
 * all that is asked of each, so that what was loaded for one may be out of date for the next.
 */
@Injectable()
export class FreshLoadersInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const { operation } = graphql.getInfo<GraphQLResolveInfo>();
    if (operation.operation !== OperationTypeNode.MUTATION) return next.handle();
    return next.handle().pipe(tap(() => graphql.getContext<GraphqlContext>().loaders.forget()));
  }
}
