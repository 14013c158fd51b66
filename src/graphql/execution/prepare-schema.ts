import {
  defaultFieldResolver,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLIsTypeOfFn,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from 'graphql';
import { LAZY } from './lazy-field.js';

/** Whether a field has a resolver method of its own, by type and field name. */
export type HasResolver = (typeName: string, fieldName: string) => boolean;

/**
 * Makes a schema that Nest has built fit for compiled execution, in place.
 *
 * - Nest gives each field a resolver, also where it only reads the property of the same name. Compiled code reads
 *   properties in line, several times faster than through a resolver, so those are taken away again.
 * - A field marked LAZY keeps one, which calls the property where it is a function.
 * - Compiled code calls `resolveType` and `isTypeOf` unguarded and does not wait for promises. There a failure or a
 *   promise is turned into "not known", which ends compiled execution, and plain execution reports the error.
 */
export function prepareSchema(schema: GraphQLSchema, hasResolver: HasResolver): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        if (!hasResolver(type.name, field.name)) prepareField(field);
      }
      if (type.isTypeOf) type.isTypeOf = guardedIsTypeOf(type.isTypeOf);
    } else if ((isInterfaceType(type) || isUnionType(type)) && type.resolveType) {
      type.resolveType = guardedResolveType(type.resolveType);
    }
  }
}

function prepareField(field: GraphQLField<unknown, unknown>): void {
  if (field.extensions[LAZY] === true) field.resolve = defaultFieldResolver;
  else if (onlyReadsProperty(field)) delete field.resolve;
}

/** Probes a resolver that no class of ours has written: it may read another property, or have a default. */
function onlyReadsProperty(field: GraphQLField<unknown, unknown>): boolean {
  if (!field.resolve) return false;
  const probe = {};
  const read = field.resolve as (source: unknown) => unknown;
  return read({ [field.name]: probe }) === probe && read({}) === undefined;
}

/** Compiled code leaves out the last argument of a type resolver, and all but the first of `isTypeOf`. */
function guardedResolveType(resolveType: GraphQLTypeResolver<unknown, unknown>): GraphQLTypeResolver<unknown, unknown> {
  return (value, context, info, abstractType) => {
    if ((abstractType as unknown) !== undefined) return resolveType(value, context, info, abstractType);
    return settled(() => resolveType(value, context, info, abstractType)) as string | undefined;
  };
}

function guardedIsTypeOf(isTypeOf: GraphQLIsTypeOfFn<unknown, unknown>): GraphQLIsTypeOfFn<unknown, unknown> {
  return (value, context, info) => {
    if ((info as unknown) !== undefined) return isTypeOf(value, context, info);
    return settled(() => isTypeOf(value, context, info)) === true;
  };
}

function settled(call: () => unknown): unknown {
  try {
    const result = call();
    if (!(result instanceof Promise)) return result;
    result.catch(() => undefined);
    return undefined;
  } catch {
    return undefined;
  }
}
