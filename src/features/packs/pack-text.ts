import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { isMap, isNode, isPair, LineCounter, parseDocument, visit, type Document } from 'yaml';
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
const MAX_PROBLEMS = 50;

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true }).compile<Pack>(PACK_SCHEMA);

/**
 * Reads a pack from YAML 1.2 (of which JSON is a part).
 * @returns the pack, or all that its text and its schema have against it (at least one problem)
 */
export function readPackText(text: string): { readonly text: PackText } | { readonly problems: TextProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, strict: true });
  const problems = [...document.errors.map(({ message, pos }) => ({ message, at: pos[0] })), ...aliasesOf(document)];
  if (problems.length > 0) {
    return {
      problems: problems.slice(0, MAX_PROBLEMS).map(({ message, at }) => {
        const { line, col } = lines.linePos(at);
        return { message: `${message.split(/ at line|\n/, 1)[0] ?? ''}.`, path: '', line, column: col };
      }),
    };
  }
  const locate = (path: PackPath): FilePosition => ({ path: pathText(path), ...positionOf(path, document, lines) });
  const data: unknown = document.toJS();
  if (validate(data)) return { text: { pack: data, locate } };
  const told = (validate.errors ?? []).map((error) => JSON.stringify(problemOf(error, data, locate)));
  return { problems: [...new Set(told)].slice(0, MAX_PROBLEMS).map((problem) => JSON.parse(problem) as TextProblem) };
}

/** Aliases are refused: a pack has little use for them, and a short text could be made to mean one without end. */
function aliasesOf(document: Document): { message: string; at: number }[] {
  const found: { message: string; at: number }[] = [];
  visit(document, {
    Alias: (_, { source, range }) => {
      found.push({ message: `A pack has no aliases: write out what "*${source}" stands for`, at: range?.[0] ?? 0 });
    },
  });
  return found;
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
