import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

type Words = Readonly<Record<string, string>>;

const FORMS = /_(zero|one|two|few|many|other)$/;

/** Places to fill in, and what keys are called on every keyboard. */
const NOT_SAID = /\{\{[^}]*\}\}|Ctrl|Enter/g;

const english = wordsIn('en');

describe.each(['ru'])('The words of the panel in %s', (language) => {
  const words = wordsIn(language);

  test('are there for all that there is in English, and for nothing else', () => {
    expect(namesOf(words)).toEqual(namesOf(english));
  });

  test('have all forms of number that the language tells apart', () => {
    const numbered = new Set(
      Object.keys(words)
        .filter((key) => FORMS.test(key))
        .map((key) => key.replace(FORMS, '')),
    );
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = [...numbered].flatMap((name) => forms.map((form) => `${name}_${form}`));
    expect(wanted.filter((key) => !(key in words))).toEqual([]);
  });

  test('have the same places to fill in', () => {
    const differing = Object.entries(words).filter(([key, text]) => {
      // What English says of one thing needs no figure; a form of another language may be that of 21 too.
      const original = english[key.replace(FORMS, '_other')] ?? '';
      return placesIn(text).join() !== placesIn(original).join();
    });
    expect(differing).toEqual([]);
  });

  test('are not English', () => {
    const said = (text: string): string => text.replaceAll(NOT_SAID, '');
    const same = Object.entries(words).filter(([key, text]) => english[key] === text && /\p{L}{3}/u.test(said(text)));
    expect(same).toEqual([]);
  });
});

/** The catalogue by the paths of its keys. */
function wordsIn(language: string): Words {
  const file = new URL(`../../admin/src/words/${language}.json`, import.meta.url);
  return Object.fromEntries(flat(JSON.parse(readFileSync(file, 'utf8')), ''));
}

function flat(words: object, path: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value as object, `${path}${key}.`),
  );
}

function namesOf(words: Words): string[] {
  return [...new Set(Object.keys(words).map((key) => key.replace(FORMS, '')))].sort();
}

function placesIn(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)[^}]*}}/g)].map(([, name = '']) => name).sort();
}
