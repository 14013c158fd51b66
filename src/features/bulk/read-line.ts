import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { UserErrorCode, UserErrors, userError, type UserProblem } from '../../graphql/errors/index.js';
import type { Line } from './line.js';
import { LINE_SCHEMAS } from './line-schema.js';

/** What is wrong with a line is told up to this many times: more help nobody. */
const MAX_PROBLEMS = 10;

let compiled: ReadonlyMap<string, ValidateFunction<Line>> | undefined;

/**
 * Reads a line as JSON of one of the types of lines.
 * @throws UserErrors naming what is wrong with its form
 */
export function readLine(text: string): Line {
  const data = parsed(text);
  const type = typeof data === 'object' && data !== null && 'type' in data ? data.type : undefined;
  const validators = validatorsByType();
  const validate = typeof type === 'string' ? validators.get(type) : undefined;
  if (!validate) {
    const known = [...validators.keys()].join(', ');
    throw userError(UserErrorCode.INVALID_INPUT, `A line is a JSON object whose "type" is one of: ${known}.`, ['type']);
  }
  if (validate(data)) return data;
  throw new UserErrors((validate.errors ?? []).slice(0, MAX_PROBLEMS).map(problemOf));
}

/** Compiled with the first line that is read: it takes as long as a good part of starting the service. */
function validatorsByType(): ReadonlyMap<string, ValidateFunction<Line>> {
  if (!compiled) {
    const ajv = new Ajv2020({ allErrors: true, strict: true });
    compiled = new Map(Object.entries(LINE_SCHEMAS).map(([type, schema]) => [type, ajv.compile<Line>(schema)]));
  }
  return compiled;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw userError(UserErrorCode.INVALID_INPUT, `The line is not JSON: ${(error as Error).message.slice(0, 200)}`, []);
  }
}

function problemOf({ instancePath, keyword, params, message }: ErrorObject): UserProblem {
  const path = instancePath.split('/').slice(1);
  const named = params as { readonly missingProperty?: string; readonly additionalProperty?: string };
  if (named.missingProperty !== undefined) {
    const field = [...path, named.missingProperty];
    return { code: UserErrorCode.REQUIRED, message: `${named.missingProperty} is missing.`, field };
  }
  if (named.additionalProperty !== undefined) {
    const field = [...path, named.additionalProperty];
    return { code: UserErrorCode.INVALID_INPUT, message: 'There is no such field here.', field };
  }
  const allowed = keyword === 'enum' ? `: ${(params as { allowedValues: string[] }).allowedValues.join(', ')}` : '';
  const name = path.at(-1) ?? 'The line';
  return {
    code: UserErrorCode.INVALID_INPUT,
    message: `${name} ${message ?? 'is not allowed'}${allowed}.`,
    field: path,
  };
}
