import type { Claim, Property } from '../claim/claim.js';
import type { Partition, Question } from '../claim/question.js';
import { claim, figure, is, NO, text, time, UNKNOWN, YES } from '../contradiction/scenario.spec-kit.js';
import type { Finding } from '../contradiction/contradiction.js';
import { examineSubject } from '../examination/examine-subject.js';
import type { Ties } from '../examination/ties.js';
import type { QuantityInput } from '../values/quantity.js';
import type { Value } from '../values/value.js';
import { FLIGHT, PROPERTIES, vocabulary } from './newsroom.spec-kit.js';

/**
 * How scenarios tell what was reported of one subject. A line for each claim, in four cells:
 *
 *     a | killed (nationality: Dutch) | at least 154 | Malaysia Airlines via Reuters, 2014-07-17
 *
 * its name; what it is about, with its scope; what it says, after "perhaps" where it is hedged and "not" where it is
 * denied; and who says it, when (EDTF). Figures are written as news writes them: "38", "about 40", "nearly 40",
 * "at least 35", "more than 30", "up to 40", "fewer than 40", "35 to 40", "dozens", "hundreds", "4,645 (793 to 8,498)",
 * with a unit after them. A line of the name "all" is no claim: it says which parts an editor declares to be all there are.
 *
 *     all | aboard (nationality) | Dutch, Malaysian
 */
export type Story = readonly [name: string, reports: string, outcomes: readonly string[]];

/** What the engine finds, as "KIND STRENGTH by rule: members". */
export function outcomesOf(reports: string, ties: Ties = FLIGHT): readonly string[] {
  return findingsOf(linesOf(reports), ties).map(toldAs);
}

/** The same, of the same reports in the opposite order of arrival. */
export function outcomesOfLateArrivals(reports: string, ties: Ties = FLIGHT): readonly string[] {
  return findingsOf([...linesOf(reports)].reverse(), ties).map(toldAs);
}

export function explanationsOf(reports: string, ties: Ties = FLIGHT): readonly string[] {
  return findingsOf(linesOf(reports), ties).map(({ explanation }) => explanation);
}

function toldAs({ kind, strength, rule, members }: Finding): string {
  return `${kind} ${strength} by ${rule}: ${members.join(' ')}`;
}

function linesOf(reports: string): readonly string[] {
  return reports.split('\n').filter((line) => line.trim() !== '');
}

function findingsOf(lines: readonly string[], ties: Ties): readonly Finding[] {
  return examineSubject(questionsOf(lines), ties, vocabulary).findings;
}

function questionsOf(lines: readonly string[]): readonly Question[] {
  const questions = new Map<Property, Claim[]>();
  for (const line of lines.filter((each) => !isDeclaration(each))) {
    const { about, said } = read(line);
    questions.set(about, [...(questions.get(about) ?? []), said]);
  }
  const declared = lines.filter(isDeclaration).map(readDeclaration);
  return [...questions].map(([about, claims]) => ({
    property: about,
    claims,
    partitions: declared.filter(({ key }) => key === about.key).map(({ partition }) => partition),
  }));
}

function isDeclaration(line: string): boolean {
  return /^\s*all \|/.test(line);
}

function readDeclaration(line: string): { readonly key: string; readonly partition: Partition } {
  const [id = '', topic = '', concepts = ''] = line.split('|').map((cell) => cell.trim());
  const [, key = '', dimension = ''] = /^(\w+) \((\w+)\)$/.exec(topic) ?? [];
  return { key, partition: { id, dimension, parts: concepts.split(', ') } };
}

function read(line: string): { readonly about: Property; readonly said: Claim } {
  const [id = '', topic = '', what = '', who = ''] = line.split('|').map((cell) => cell.trim());
  const [, key = '', scope = ''] = /^(\w+)(?: \((.+)\))?$/.exec(topic) ?? [];
  const [, hedge, denial, words = ''] = /^(perhaps )?(not )?(.+)$/.exec(what) ?? [];
  const [, claimant, source = '', on] = /^(?:(.+) via )?([^,]+)(?:, (.+))?$/.exec(who) ?? [];
  const about = PROPERTIES.get(key);
  if (about === undefined) throw new Error(`no such property: ${line}`);
  const said = claim(valueOf(about, words), {
    id,
    scope,
    hedged: hedge !== undefined,
    denied: denial !== undefined,
    source,
    ...(claimant === undefined ? {} : { claimant }),
    ...(on === undefined ? {} : { on }),
  });
  return { about, said };
}

function valueOf({ datatype, unit }: Property, words: string): Value {
  if (words === 'unknown') return UNKNOWN;
  switch (datatype) {
    case 'QUANTITY':
      return figure(quantityIn(words), unit);
    case 'TIME':
      return time(words);
    case 'CONCEPT':
      return is(words);
    case 'BOOLEAN':
      return words === 'yes' ? YES : NO;
    case 'TEXT':
      return text(words);
  }
}

/** "Dozens" and "hundreds" as the specification reads them. */
const WORDED: ReadonlyMap<string, QuantityInput> = new Map([
  ['dozens', { lowerBound: '24', upperBound: '99' }],
  ['hundreds', { lowerBound: '200', upperBound: '999' }],
]);

const NUMBER = '(-?\\d[\\d,]*(?:\\.\\d+)?)';
const FIGURE = new RegExp(
  `^(?:(about|nearly|at least|more than|up to|fewer than) )?${NUMBER}(?: to ${NUMBER}| \\(${NUMBER} to ${NUMBER}\\))?(?: (.+))?$`,
);

function quantityIn(words: string): QuantityInput {
  const worded = WORDED.get(words);
  if (worded !== undefined) return worded;
  const groups: readonly (string | undefined)[] = FIGURE.exec(words) ?? [];
  const [, hedge, , , , , unit] = groups;
  const [first, end, lowerBound, upperBound] = groups.slice(2, 6).map((number) => number?.replaceAll(',', ''));
  if (first === undefined) throw new Error(`not a figure: ${words}`);
  if (end !== undefined) return { lowerBound: first, upperBound: end, unit };
  if (lowerBound !== undefined) return { amount: first, lowerBound, upperBound, unit };
  return { ...boundsBy(hedge, first), unit };
}

function boundsBy(hedge: string | undefined, number: string): QuantityInput {
  switch (hedge) {
    case 'at least':
      return { lowerBound: number };
    case 'more than':
      return { lowerBound: number, lowerExclusive: true };
    case 'up to':
      return { upperBound: number };
    case 'fewer than':
      return { upperBound: number, upperExclusive: true };
    case 'nearly':
      return { amount: number, lowerBound: String(Number(number) * 0.9), upperBound: number, upperExclusive: true };
    default:
      return { amount: number, approximate: hedge === 'about' };
  }
}
