import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import {
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { catchError, map, of, type Observable } from 'rxjs';
import { UserErrors } from './user-errors.js';

/**
 * Gives every mutation payload its `userErrors`: empty after success, the problems after a thrown `UserErrors`. Nest
 * runs pipes inside interceptors, so refusals of the validation pipe are answered here too. Queries are left alone.
 */
@Injectable()
export class UserErrorInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const info = GqlExecutionContext.create(context).getInfo<GraphQLResolveInfo>();
    if (info.operation.operation !== OperationTypeNode.MUTATION) return next.handle();
    return next.handle().pipe(
      map((payload: object) => ({ userErrors: [], ...payload })),
      catchError((error: unknown) => {
        if (!(error instanceof UserErrors)) throw error;
        return of({ ...emptyLists(info.returnType), userErrors: error.problems });
      }),
    );
  }
}

/** Empty values for a payload's lists that cannot be null, such as the contradictions that a claim raised. */
function emptyLists(payload: GraphQLOutputType): Record<string, readonly never[]> {
  const type = getNullableType(payload);
  if (!isObjectType(type)) return {};
  const lists = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && isListType(field.type.ofType),
  );
  return Object.fromEntries(lists.map((field) => [field.name, []]));
}
