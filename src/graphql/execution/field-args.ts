import type { Type } from '@nestjs/common';
import { TypeMetadataStorage } from '@nestjs/graphql';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Kind, type FieldNode, type GraphQLResolveInfo } from 'graphql';
import { toUserErrors, VALIDATION } from '../errors/input-validation.pipe.js';

/** Literals that hold no other value, and so no variable. */
const SCALARS: ReadonlySet<Kind> = new Set([Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.NULL, Kind.ENUM]);

type FieldResolver = (parent: unknown, args: object, context: object, info: GraphQLResolveInfo) => unknown;

/** The arguments that a request has checked already, by the field of its document that they stand at. */
const checkedArgs = new WeakMap<object, Map<FieldNode | undefined, object>>();
/** Checked arguments that are the same in every request, as no variable has a part in them. */
const constantArgs = new WeakMap<FieldNode, object>();

/**
 * Declares the arguments of a field resolver of the form `(parent, args, context)`, and checks them before it runs.
 *
 * Nest binds such resolvers directly where no parameter carries a decorator, which matters for fields that are resolved
 * once a row. With `@Args()` each row would go through Nest's pipes; here the same arguments, which all rows of a page
 * share, are checked once a request. Goes directly above the method, below `@ResolveField`.
 *
 * @param type an `@ArgsType()` class with a class-validator rule on each property
 * @throws UserErrors from the resolver where an argument breaks a rule
 */
export function FieldArgs(type: Type<object>) {
  return (target: object, key: string, descriptor: PropertyDescriptor): void => {
    TypeMetadataStorage.addMethodParamMetadata({
      kind: 'args',
      target: target.constructor,
      methodName: key,
      typeFn: () => type,
      options: {},
      index: 1,
    });
    const resolve = descriptor.value as FieldResolver;
    descriptor.value = function (this: unknown, ...[parent, args, context, info]: Parameters<FieldResolver>) {
      return resolve.call(this, parent, checked(type, args, context, info), context, info);
    };
  };
}

function checked(type: Type<object>, args: object, context: object, info: GraphQLResolveInfo): object {
  const field = info.fieldNodes[0];
  const constant = field && constantArgs.get(field);
  if (constant) return constant;
  const known = checkedArgs.get(context) ?? new Map<FieldNode | undefined, object>();
  const before = known.get(field);
  if (before) return before;
  const instance = plainToInstance(type, args);
  const errors = validateSync(instance, VALIDATION);
  if (errors.length > 0) throw toUserErrors(errors);
  if (field && isConstant(field)) constantArgs.set(field, Object.freeze(instance));
  else checkedArgs.set(context, known.set(field, instance));
  return instance;
}

function isConstant(field: FieldNode): boolean {
  return (field.arguments ?? []).every(({ value }) => SCALARS.has(value.kind));
}
