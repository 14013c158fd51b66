import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsEmail, IsNotEmpty, Matches, MaxLength, ValidateBy } from 'class-validator';

/** Longest e-mail address, in characters (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
const MAX_EMAIL = 254;
/** Shortest password, in characters, where nothing else is asked for (NIST SP 800-63B-4, section 3.1.1.1). */
const MIN_PASSWORD = 15;
/** Longest password: more than the 64 that the same section asks for, and no more than is hashed in a moment. */
const MAX_PASSWORD = 128;

/** An e-mail address in ASCII, taken in lower case and without spaces around it. */
export function IsAccountEmail(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    MaxLength(MAX_EMAIL),
    Matches(/^[!-~]*$/, { message: '$property must be ASCII: write an international domain in its xn-- form.' }),
    IsEmail({}, { message: '$property must be an e-mail address such as name@example.org.' }),
  );
}

/** The fewest different characters of a password: what has fewer is one key held down, or two in turn. */
const MIN_VARIETY = 5;

/** A password that somebody chooses: long, and not of a few characters repeated. Its characters are not prescribed. */
export function IsNewPassword(): PropertyDecorator {
  return ValidateBy({
    name: 'isNewPassword',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isGoodPassword(value),
      defaultMessage: () =>
        `$property must have ${MIN_PASSWORD} to ${MAX_PASSWORD} characters, at least ${MIN_VARIETY} of them different; ` +
        'a few words in a row will do.',
    },
  });
}

function isGoodPassword(text: string): boolean {
  const characters = Array.from(text);
  return (
    characters.length >= MIN_PASSWORD &&
    characters.length <= MAX_PASSWORD &&
    new Set(characters).size >= MIN_VARIETY &&
    !/[\p{Cc}\p{Cs}]/u.test(text)
  );
}

/** A password or a token as somebody types it, right or wrong: only its length is looked at. */
export function IsTypedSecret(): PropertyDecorator {
  return applyDecorators(
    IsNotEmpty({ message: '$property must not be empty.' }),
    MaxLength(4 * MAX_PASSWORD, { message: '$property is too long.' }),
  );
}
