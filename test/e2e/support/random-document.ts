import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Literals and variables that arguments of the sample schema can be given, by the argument's type. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'ID!': ['"1"', '2', '$id', '"none"'],
  ID: ['"1"', '7', '$id', '$noId', 'null'],
  Int: ['2', '$n', '$noInt', 'null', '100'],
  'Int!': ['2', '$n', '0'],
  String: ['"t"', '$t', '$noText', 'null', '"""\n  b\n"""'],
  '[String]': ['["a", $t, null]', '"one"', '$ts', '$noTexts', '[]'],
  'Diet!': ['MEAT', '$d'],
  EchoPart: [
    '{ text: $t }',
    '{ text: "x", diet: $d, number: $n }',
    '$p',
    '$noPart',
    '{ text: "g", grid: [1, [2, 3]] }',
  ],
  '[EchoPart]': ['[{ text: $t }, null, $p]', '{ text: "x" }', '[$noPart]'],
  EchoChoice: ['{ number: $n }', '{ text: "c" }', '{ part: { text: $t } }'],
  Boolean: ['true', '$yes', '$noFlag', 'null'],
};

const VARIABLES = `query (
  $id: ID! = "1", $noId: ID, $n: Int! = 3, $noInt: Int, $t: String! = "v", $noText: String, $ts: [String], $noTexts: [String],
  $d: Diet! = MEAT, $p: EchoPart = { text: "p" }, $noPart: EchoPart, $yes: Boolean! = true, $no: Boolean! = false, $noFlag: Boolean
)`;

/**
 * Makes a document from a tape of numbers: fields, aliases, arguments, fragments and conditions at every level. The
 * tape's end makes everything small, so that a failing document shrinks with its tape. It may be invalid, where two
 * fields that share a response name differ.
 */
export function randomDocument(schema: GraphQLSchema, tape: readonly number[]): string {
  let at = 0;
  const choose = (count: number): number => (at < tape.length ? (tape[at++] as number) % count : 0);
  const pick = <T>(items: readonly T[]): T => items[choose(items.length)] as T;
  const fragments: string[] = [];

  const condition = (): string =>
    pick(['', '', '', ' @include(if: $yes)', ' @skip(if: $yes)', ' @skip(if: $no)', ' @include(if: false)']);

  const args = (field: GraphQLField<unknown, unknown>): string => {
    const given = field.args.flatMap(({ name, type }) => {
      const values = VALUES[String(type)];
      const isNeeded = String(type).endsWith('!') && name === 'id';
      return values && (isNeeded || choose(3) === 1) ? [`${name}: ${pick(values)}`] : [];
    });
    return given.length > 0 ? `(${given.join(', ')})` : '';
  };

  const field = (parent: GraphQLCompositeType, depth: number): string => {
    const fields = isObjectType(parent) || isInterfaceType(parent) ? Object.values(parent.getFields()) : [];
    const candidates = fields.filter((one) => depth > 0 || !isCompositeType(getNamedType(one.type)));
    const chosen = candidates[choose(candidates.length + 1) - 1];
    if (!chosen) return `__typename${condition()}`;
    const type = getNamedType(chosen.type);
    const below = isCompositeType(type) ? ` ${selections(type, depth - 1)}` : '';
    const alias = pick(['', '', 'a: ', 'b: ', 'a_b: ', `x${at}: `]);
    return `${alias}${chosen.name}${args(chosen)}${condition()}${below}`;
  };

  const fragment = (parent: GraphQLCompositeType, depth: number): string => {
    const types = isAbstractType(parent) ? [...schema.getPossibleTypes(parent), parent] : [parent];
    const type = pick(types);
    const body = selections(type, depth - 1);
    if (choose(2) === 0) return `... on ${type.name}${condition()} ${body}`;
    fragments.push(`fragment F${fragments.length} on ${type.name} ${body}`);
    const name = `F${fragments.length - 1}`;
    return choose(2) === 0 ? `...${name}${condition()}` : `...${name}${condition()} ...${name}`;
  };

  const selections = (parent: GraphQLCompositeType, depth: number): string => {
    const some = Array.from({ length: 1 + choose(4) }, () =>
      depth > 0 && choose(4) === 1 ? fragment(parent, depth) : field(parent, depth),
    );
    return `{ ${some.join(' ')} }`;
  };

  const query = schema.getQueryType();
  if (!query) throw new Error('The schema has no queries.');
  return [`${VARIABLES} ${selections(query, 4)}`, ...fragments].join('\n');
}
