import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLParseError,
  type YAMLWarning,
} from 'yaml';
import { MAX_TEXT } from '../../graphql/validation/words.js';
import { PACK_SCHEMA } from './pack-schema.js';
import type { Pack } from './pack.js';

/** Where something stands in a file. Lines and columns count from 1. */
export interface FilePosition {
  /** `properties[3].unit`; empty for the file itself. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** From the file's root: keys of maps and positions in lists, which count from 0. */
export type PackPath = readonly (string | number)[];

/** Something that is wrong with the text of a pack. */
export interface TextProblem extends FilePosition {
  readonly message: string;
}

/** A pack that its schema allows, and where its parts stand in its text. */
export interface PackText {
  readonly pack: Pack;
  /** The nearest that there is of what the path leads to. */
  readonly locate: (path: PackPath) => FilePosition;
}

/** What is wrong is told up to this many times: more help nobody. */
export const MAX_PROBLEMS = 50;
/** No part of a pack lies deeper in it; its schema needs half of that. */
const MAX_DEPTH = 20;

/** In packs with more entries of lists than this, only the first thing wrong is told: to find all takes the validator long. */
const MAX_ENTRIES_TOLD = 10_000;

/** What checks a pack: to its first error, or to all of them. Compiled when first asked for, as it takes long. */
class PackValidator {
  private compiled: ValidateFunction<Pack> | undefined;

  constructor(private readonly allErrors: boolean) {}

  /** The errors of a value by the schema; none where it is a pack. */
  errorsOf(data: unknown): readonly ErrorObject[] {
    this.compiled ??= new Ajv2020({ allErrors: this.allErrors, allowUnionTypes: true, strict: true }).compile(
      PACK_SCHEMA,
    );
    return this.compiled(data) ? [] : (this.compiled.errors ?? []);
  }
}
const toFirst = new PackValidator(false);
const toLast = new PackValidator(true);

/**
 * Reads a pack from YAML 1.2 (of which JSON is a part).
 * @returns the pack, or all that its text and its schema have against it (at least one problem)
 */
export function readPackText(text: string): { readonly text: PackText } | { readonly problems: TextProblem[] } {
  if (text.length > MAX_TEXT) {
    return { problems: [{ message: `A pack has at most ${MAX_TEXT} characters.`, path: '', line: 1, column: 1 }] };
  }
  const lines = new LineCounter();
  // That keys are unique is seen to below: the parser compares each key with all others.
  const document = parseDocument(text, { lineCounter: lines, strict: true, uniqueKeys: false });
  const unread = [...document.errors, ...document.warnings].map((error) => ({
    message: saidOf(error),
    at: error.pos[0],
  }));
  // Where it gave up for the depth, what else it says is but a consequence of that.
  const endless = unread.filter(({ message }) => message === TOO_DEEP).slice(0, 1);
  const problems = [endless, unread, unusable(document)].find((some) => some.length > 0) ?? [];
  if (problems.length > 0) {
    const told = new Set(problems.map(({ message, at }) => JSON.stringify({ message, at })));
    return {
      problems: [...told].slice(0, MAX_PROBLEMS).map((problem) => {
        const { message, at } = JSON.parse(problem) as Unusable;
        const { line, col } = lines.linePos(at);
        return { message: `${message}.`, path: '', line, column: col };
      }),
    };
  }
  const locate = (path: PackPath): FilePosition => ({ path: pathText(path), ...positionOf(path, document, lines) });
  const data: unknown = document.toJS();
  const first = toFirst.errorsOf(data);
  if (first.length === 0) return { text: { pack: data as Pack, locate } };
  const told = new Map<string, TextProblem>();
  for (const error of entriesOf(document) > MAX_ENTRIES_TOLD ? first : toLast.errorsOf(data)) {
    const problem = problemOf(error, data, locate);
    told.set(JSON.stringify(problem), problem);
    if (told.size === MAX_PROBLEMS) break;
  }
  return { problems: [...told.values()] };
}

/** What the parser says of a text that it cannot read, in a few words. */
function saidOf({ code, message }: YAMLParseError | YAMLWarning): string {
  if (code === 'MULTIPLE_DOCS') return 'A file has one pack';
  // The parser follows what is nested by calling itself, and tells of it when it cannot go on.
  if (message.includes('call stack')) return TOO_DEEP;
  return message.split(/ at line|\n/, 1)[0] ?? '';
}

interface Unusable {
  readonly message: string;
  readonly at: number;
}

const TOO_DEEP = `A pack is nested at most ${MAX_DEPTH} deep`;

/**
 * What YAML allows and a pack does not: keys that are no words or given twice, parts nested without end, and aliases,
 * of which a pack has little use, and by which a short text could be made to mean one without end.
 */
function unusable(document: Document): Unusable[] {
  const found: Unusable[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      found.push({ message: `A pack has no aliases: write out what "*${source}" stands for`, at: range?.[0] ?? 0 });
    },
    Collection: (_, { range }, path) => {
      if (path.filter(isNode).length <= MAX_DEPTH) return undefined;
      found.push({ message: TOO_DEEP, at: range?.[0] ?? 0 });
      return visit.SKIP;
    },
    Map: (_, map) => {
      const keys = new Set<string>();
      for (const { key } of map.items) {
        const at = (isNode(key) ? key.range?.[0] : undefined) ?? map.range?.[0] ?? 0;
        if (!isScalar(key) || typeof key.value !== 'string' || key.value === '') {
          found.push({ message: 'A key of a map is a word', at });
        } else if (keys.has(key.value)) {
          found.push({ message: `The key "${key.value}" is given twice`, at });
        } else {
          keys.add(key.value);
        }
      }
    },
  });
  return found;
}

/** How many entries all lists of it have together. */
function entriesOf(document: Document): number {
  let entries = 0;
  visit(document, { Seq: (_, { items }) => void (entries += items.length) });
  return entries;
}

/** `properties[3].unit` for ['properties', 3, 'unit']. */
function pathText(path: PackPath): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function positionOf(path: PackPath, document: Document, lines: LineCounter): { line: number; column: number } {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    const pair = isMap(parent) ? parent.items.find((item) => isPair(item) && String(item.key) === last) : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (!isNode(node) || !node.range) continue;
    const { line, col } = lines.linePos(node.range[0]);
    return { line, column: col };
  }
  return { line: 1, column: 1 };
}

function problemOf(error: ErrorObject, data: unknown, locate: (path: PackPath) => FilePosition): TextProblem {
  const path = pathOf(error.instancePath, data);
  const extra: unknown = error.params.additionalProperty;
  return typeof extra === 'string'
    ? { message: `There is no "${extra}" here.`, ...locate([...path, extra]) }
    : { message: messageOf(error), ...locate(path) };
}

/** The steps of a JSON pointer; those into lists are numbers. */
function pathOf(pointer: string, data: unknown): PackPath {
  const path: (string | number)[] = [];
  let at = data;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(at) ? Number(name) : name;
    path.push(step);
    at = (at as Record<string | number, unknown> | undefined)?.[step];
  }
  return path;
}

function messageOf({ keyword, message, params }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return `"${String(params.missingProperty)}" is missing.`;
    case 'enum':
      return `Must be one of ${(params.allowedValues as unknown[]).join(', ')}.`;
    case 'pattern':
      return patternMessage(String(params.pattern));
    default:
      return `It ${message ?? `breaks the rule "${keyword}"`}.`;
  }
}

function patternMessage(pattern: string): string {
  if (pattern.startsWith('^[a-z]'))
    return 'A key starts with a lower-case letter and has only letters, digits and underscores.';
  if (pattern.includes('value')) return 'A phrase must have {value} in it.';
  if (pattern.startsWith('^https')) return 'Must be an address that begins with http:// or https://.';
  return 'Must be one line of text with at least one word.';
}
