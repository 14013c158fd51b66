import { applyDecorators } from '@nestjs/common';
import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

/** Longest title, name or label, in characters. */
export const MAX_NAME = 300;
/** Longest summary, statement, reason or note, in characters. */
export const MAX_PROSE = 5_000;
/** Longest key or code, in characters. */
export const MAX_KEY = 64;
/** Longest global id, in characters: the longest that is made has 44. */
const MAX_ID = 128;
/** Longest text of a source, in UTF-16 code units. */
export const MAX_TEXT = 1_000_000;
/** Most items in a list of names or addresses. */
export const MAX_LIST = 50;

/**
 * Text of one line that says something: not empty, not only spaces, no control characters, no half of a surrogate pair
 * (which no UTF-8 database can keep).
 */
export function IsWords(options: { each?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    IsNotEmpty({ ...options, message: '$property must not be empty.' }),
    Matches(/^(?!\s*$)[^\p{Cc}\p{Cs}]*$/u, {
      ...options,
      message: '$property must be one line of text with at least one word.',
    }),
  );
}

/** Text that may have several lines, tabs and any character but the other controls. */
export function IsProse(): PropertyDecorator {
  return applyDecorators(
    IsNotEmpty({ message: '$property must not be empty.' }),
    Matches(/^(?!\s*$)(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, { message: '$property must be text with at least one word.' }),
  );
}

/** The text of a document: any well-formed Unicode but the null character, with at least one word. */
export function IsDocumentText(): PropertyDecorator {
  return applyDecorators(
    IsNotEmpty({ message: '$property must not be empty.' }),
    Matches(/^(?!\s*$)[^\0\p{Cs}]*$/u, {
      message: '$property must be well-formed Unicode without null characters, with at least one word.',
    }),
  );
}

/** A key of the vocabulary: letters, digits and underscores, starting with a lower-case letter: `divertedTo`. */
export function IsKey(options: { each?: boolean } = {}): PropertyDecorator {
  return Matches(/^[a-z][A-Za-z0-9_]{0,63}$/, {
    ...options,
    message: `$property must start with a lower-case letter and have only letters, digits and underscores, at most ${MAX_KEY}.`,
  });
}

/** A BCP 47 language tag in its usual forms: `en`, `az-Cyrl`, `pt-BR`. */
export function IsLanguageTag(): PropertyDecorator {
  return Matches(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/, {
    message: '$property must be a language tag such as "en" or "pt-BR".',
  });
}

/** A global id: only its form is looked at here; what it names is for the service to find. */
export function IsGlobalId(options: { each?: boolean } = {}): PropertyDecorator {
  return applyDecorators(
    IsString(options),
    // An optional id that is empty would else pass for one that was left out.
    IsNotEmpty({ ...options, message: '$property must not be empty.' }),
    MaxLength(MAX_ID, { ...options, message: '$property is too long to be an id.' }),
  );
}
