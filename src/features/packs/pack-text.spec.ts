import { describe, expect, test } from '@jest/globals';
import { readPackText } from './pack-text.js';

const WHOLE = `pack: weather
label: Weather
schemes:
  - key: sky
    label: Sky
    concepts:
      - { label: clear }
      - { label: overcast, synonyms: [grey], broader: [clear] }
properties:
  - key: rainfall
    label: Rainfall
    datatype: QUANTITY
    unit: mm
    recognition: { counted: [rain~] }
`;

/** The only problem with a text, as a person reads it. */
function problemsOf(text: string): string[] {
  const read = readPackText(text);
  if (!('problems' in read)) return [];
  return read.problems.map(({ path, line, column, message }) => `${line}:${column} ${path}: ${message}`);
}

test('a pack that its schema allows is read, and each part of it is found', () => {
  const read = readPackText(WHOLE);
  if (!('text' in read)) throw new Error(JSON.stringify(read.problems));
  expect(read.text.pack.properties?.[0]?.unit).toBe('mm');
  expect(read.text.locate(['properties', 0, 'unit'])).toEqual({ path: 'properties[0].unit', line: 13, column: 5 });
  expect(read.text.locate(['schemes', 0, 'concepts', 1, 'broader', 0])).toEqual({
    path: 'schemes[0].concepts[1].broader[0]',
    line: 8,
    column: 56,
  });
  expect(read.text.locate(['properties', 0, 'scheme'])).toEqual({ path: 'properties[0].scheme', line: 10, column: 5 });
  expect(read.text.locate([])).toEqual({ path: '', line: 1, column: 1 });
});

test('JSON is YAML too', () => {
  expect(problemsOf('{"pack": "weather", "label": "Weather"}')).toEqual([]);
});

describe('what is wrong is told with line, column and path', () => {
  const KEY = 'A key starts with a lower-case letter and has only letters, digits and underscores.';
  test.each<[name: string, from: string, to: string, ...told: string[]]>([
    ['a part under two names', 'unit: mm', 'unit: mm\n    unit: cm', '14:5 : The key "unit" is given twice.'],
    ['a key that is no word', 'unit: mm', '7: mm', '13:5 : A key of a map is a word.'],
    ['a tag', 'label: Sky', 'label: !sky Sky', '5:12 : Unresolved tag: !sky.'],
    ['a second pack', 'properties:', '---\nproperties:', '9:1 : A file has one pack.'],
    ['parts without end', 'Sky', `${'['.repeat(30)}${']'.repeat(30)}`, '5:30 : A pack is nested at most 20 deep.'],
    ['more parts without end than can be followed', 'Sky', '['.repeat(100_000), ' : A pack is nested at most 20 deep.'],
    ['a missing key', '  - key: rainfall\n    label', '  - label', '10:5 properties[0]: "key" is missing.'],
    ['a key with a space', 'key: sky', 'key: the sky', `4:5 schemes[0].key: ${KEY}`],
    [
      'an unknown datatype',
      'QUANTITY',
      'NUMBER',
      '12:5 properties[0].datatype: Must be one of QUANTITY, TIME, CONCEPT, BOOLEAN, TEXT.',
    ],
    ['a word that nothing has', 'unit: mm', 'units: mm', '13:5 properties[0].units: There is no "units" here.'],
    ['a number for a word', 'label: Sky', 'label: 7', '5:5 schemes[0].label: It must be string.'],
    [
      'an unknown part of recognition',
      'counted',
      'count',
      '14:20 properties[0].recognition.count: There is no "count" here.',
    ],
    [
      'a phrase without a value',
      'unit: mm',
      'phrase: rain',
      '13:5 properties[0].phrase: A phrase must have {value} in it.',
    ],
    [
      'an empty label',
      'label: Sky',
      'label: " "',
      '5:5 schemes[0].label: Must be one line of text with at least one word.',
    ],
    ['a key given twice', 'unit: mm', 'label: Twice', '13:5 : The key "label" is given twice.'],
    ['a list that does not end', '[grey]', '[grey', '8:62 : Flow sequence', '8:63 : Flow map'],
  ])('%s', (_name, from, to, ...told) => {
    const problems = problemsOf(WHOLE.replace(from, to));
    expect(problems).toHaveLength(told.length);
    told.forEach((line, i) => expect(problems[i]).toContain(line));
  });

  test('all of it at once', () => {
    expect(problemsOf(WHOLE.replace('QUANTITY', 'NUMBER').replace('label: Sky', 'label: []'))).toHaveLength(2);
  });

  test.each([
    ['nothing', '', '1:1 : It must be object.'],
    ['a word', 'pack', '1:1 : It must be object.'],
    ['two documents', 'pack: a\nlabel: A\n---\npack: b\nlabel: B\n', '3:1 : '],
    ['an alias of nothing', 'pack: *a\nlabel: A\n', '1:7 : A pack has no aliases'],
  ])('%s is no pack', (_name, text, told) => {
    expect(problemsOf(text)[0]).toContain(told);
  });
});
