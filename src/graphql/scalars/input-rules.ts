import { ValidateBy, type ValidationOptions } from 'class-validator';
import { readDecimal } from '../../domain/values/decimal.js';
import { timeOf } from '../../domain/values/time.js';
import { isHttpUrlText, MAX_URL_LENGTH } from './http-url.js';
import { isCalendarDate, isRfc3339 } from './rfc3339.js';

/** The string is an RFC 3339 date and time; else INVALID_DATE_TIME. */
export function IsRfc3339(options?: ValidationOptions): PropertyDecorator {
  return textRule(
    'isRfc3339DateTime',
    isRfc3339,
    'a date and time with its offset, such as 2024-12-25T06:28:00Z',
    options,
  );
}

/** The string is a day of the calendar; else INVALID_DATE. */
export function IsCalendarDate(options?: ValidationOptions): PropertyDecorator {
  return textRule('isCalendarDate', isCalendarDate, 'a day such as 2024-12-25', options);
}

/** The string is an absolute http or https address of at most 2,048 characters; else INVALID_URL. */
export function IsHttpUrl(options?: ValidationOptions): PropertyDecorator {
  return textRule(
    'isHttpUrl',
    isHttpUrlText,
    `an http or https address of at most ${MAX_URL_LENGTH} characters`,
    options,
  );
}

/** The string is a value of Extended Date/Time Format, level 1; else INVALID_EDTF. */
export function IsEdtf(options?: ValidationOptions): PropertyDecorator {
  return textRule('isEdtf', (text) => timeOf(text).ok, 'a date such as 2024-12-25, 2024-12 or 2024-12-25~', options);
}

/** The string is an exact decimal that the domain can count with; else INVALID_DECIMAL. */
export function IsDecimal(options?: ValidationOptions): PropertyDecorator {
  return textRule(
    'isExactDecimal',
    (text) => readDecimal(text) !== null,
    'a decimal number such as 38 or 27.5',
    options,
  );
}

function textRule(
  name: string,
  accepts: (text: string) => boolean,
  wanted: string,
  options: ValidationOptions | undefined,
): PropertyDecorator {
  const each = options?.each === true ? 'each value in ' : '';
  const validator = {
    validate: (value: unknown) => typeof value === 'string' && accepts(value),
    defaultMessage: () => `${each}$property must be ${wanted}.`,
  };
  return ValidateBy({ name, validator }, options);
}
