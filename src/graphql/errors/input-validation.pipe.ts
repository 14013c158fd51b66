import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { UserErrorCode } from './user-error-code.js';
import { UserErrors, type UserProblem } from './user-errors.js';

/**
 * Codes for class-validator's constraints. A decorator can also carry its own:
 * `@Matches(/…/, { context: { code: UserErrorCode.INVALID_INPUT } })`.
 */
const CODE_BY_CONSTRAINT: Readonly<Record<string, UserErrorCode>> = {
  maxLength: UserErrorCode.TOO_LONG,
  arrayMaxSize: UserErrorCode.TOO_LONG,
  isLength: UserErrorCode.TOO_LONG,
  minLength: UserErrorCode.REQUIRED,
  arrayMinSize: UserErrorCode.REQUIRED,
  arrayNotEmpty: UserErrorCode.REQUIRED,
  isNotEmpty: UserErrorCode.REQUIRED,
  isDefined: UserErrorCode.REQUIRED,
  isEdtf: UserErrorCode.INVALID_EDTF,
  isExactDecimal: UserErrorCode.INVALID_DECIMAL,
  isHttpUrl: UserErrorCode.INVALID_URL,
  isCalendarDate: UserErrorCode.INVALID_DATE,
  isRfc3339DateTime: UserErrorCode.INVALID_DATE_TIME,
};

/** How class-validator is run: a property without any rule is refused, so that no input goes unvalidated. */
export const VALIDATION = { whitelist: true, forbidNonWhitelisted: true } as const;

/**
 * Validates arguments against the class-validator rules of their classes and turns failures into `UserErrors` that name
 * the full path of each. Only arguments are looked at, never parents or contexts. A property without any rule is a
 * fault of ours, since GraphQL has refused unknown ones: it fails loudly, so that no input goes unvalidated.
 */
@Injectable()
export class InputValidationPipe extends ValidationPipe {
  constructor() {
    super({ ...VALIDATION, transform: true, exceptionFactory: toUserErrors });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      if (!(error instanceof UserErrors) || metadata.data === undefined) throw error;
      throw new UserErrors(error.problems.map((problem) => under(metadata.data as string, problem)));
    }
  }
}

function under(argument: string, problem: UserProblem): UserProblem {
  return { ...problem, field: [argument, ...(problem.field ?? [])] };
}

/** The failures of class-validator as user errors. */
export function toUserErrors(errors: readonly ValidationError[]): UserErrors {
  return new UserErrors(errors.flatMap((error) => problemsOf(error, [])));
}

const NO_RULE = 'whitelistValidation';

function problemsOf(error: ValidationError, parents: readonly string[]): UserProblem[] {
  const field = [...parents, error.property];
  if (error.constraints?.[NO_RULE] !== undefined)
    throw new Error(`The input ${field.join('.')} has no validation rule.`);
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) => ({
    code: codeOf(constraint, error),
    message,
    field,
  }));
  // What is missing breaks every other rule too: one problem says it.
  const missing = own.find(({ code }) => code === UserErrorCode.REQUIRED);
  return [...(missing ? [missing] : own), ...(error.children ?? []).flatMap((child) => problemsOf(child, field))];
}

function codeOf(constraint: string, error: ValidationError): UserErrorCode {
  const context = error.contexts?.[constraint] as { readonly code?: UserErrorCode } | undefined;
  return context?.code ?? CODE_BY_CONSTRAINT[constraint] ?? UserErrorCode.INVALID_INPUT;
}
