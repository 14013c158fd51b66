import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync } from 'class-validator';
import { toUserErrors, VALIDATION } from './input-validation.pipe.js';

/**
 * An input that did not come through GraphQL, by the same rules as one that did.
 * @throws UserErrors with every problem, its field from the input on
 */
export function validated<T extends object>(type: ClassConstructor<T>, input: T): T {
  const instance = plainToInstance(type, input);
  const errors = validateSync(instance, VALIDATION);
  if (errors.length > 0) throw toUserErrors(errors);
  return instance;
}
