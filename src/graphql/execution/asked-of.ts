import { Kind, type ArgumentNode, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import type { Asked, AskedPage } from '../../platform/reading/index.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits/limits.js';

/** What of a resolver's info says what its field is asked for. */
type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** One place where a field is mentioned. */
interface Mention {
  readonly node: FieldNode;
  /** Whether a directive decides if it counts. */
  readonly conditional: boolean;
}

const NODES = 'nodes';
const EDGES = 'edges';
const NODE = 'node';

/** Selections that no variable has a part in, by the first of the nodes that make them. */
const constant = new WeakMap<FieldNode, Asked>();

/**
 * What a client asks of the objects that a resolver gives: of the object itself, or of each node of a connection,
 * whether it is reached by `nodes` or by `edges`.
 */
export function askedOf(info: Info): Asked {
  const [first, ...others] = info.fieldNodes;
  const known = first && constant.get(first);
  if (known && others.length === 0) return known;
  const asked = new Selection(info, info.fieldNodes);
  if (first && others.length === 0 && !asked.dependsOnVariables()) constant.set(first, asked);
  return asked;
}

class Selection implements Asked {
  readonly #mentions = new Map<string, Mention[]>();
  readonly #below = new Map<string, Selection>();
  #key: string | undefined;

  constructor(
    private readonly info: Info,
    fields: readonly FieldNode[],
  ) {
    const direct = new Map<string, Mention[]>();
    for (const { selectionSet } of fields) this.#collect(selectionSet, false, direct);
    const nodes = direct.get(NODES) ?? [];
    const edges = direct.get(EDGES) ?? [];
    if (nodes.length + edges.length === 0) {
      this.#mentions = direct;
      return;
    }
    const inEdges = new Map<string, Mention[]>();
    for (const { node, conditional } of edges) this.#collect(node.selectionSet, conditional, inEdges);
    for (const { node, conditional } of [...nodes, ...(inEdges.get(NODE) ?? [])]) {
      this.#collect(node.selectionSet, conditional, this.#mentions);
    }
  }

  get names(): readonly string[] {
    return [...this.#mentions.keys()];
  }

  get key(): string {
    this.#key ??= this.names
      .map((name) => {
        const page = this.page(name);
        const below = this.below(name).key;
        return `${name}${page ? `(${page.first})` : ''}${below && `{${below}}`}`;
      })
      .sort()
      .join(' ');
    return this.#key;
  }

  below(name: string): Selection {
    const known = this.#below.get(name);
    if (known) return known;
    const nodes = (this.#mentions.get(name) ?? []).map(({ node }) => node);
    const below = new Selection(this.info, nodes);
    this.#below.set(name, below);
    return below;
  }

  page(name: string): AskedPage | null {
    const [mention, ...others] = this.#mentions.get(name) ?? [];
    if (!mention || others.length > 0 || mention.conditional) return null;
    const first = this.#firstOf(mention.node.arguments ?? []);
    return first === null ? null : { first, asked: this.below(name) };
  }

  /** Whether `page` may answer otherwise for other variables. */
  dependsOnVariables(): boolean {
    return [...this.#mentions].some(
      ([name, mentions]) =>
        mentions.some(({ node }) => node.arguments?.some(({ value }) => value.kind === Kind.VARIABLE)) ||
        this.below(name).dependsOnVariables(),
    );
  }

  /** How many items the arguments ask for; null where they ask for anything else, or for what will be refused. */
  #firstOf([argument, ...others]: readonly ArgumentNode[]): number | null {
    if (!argument) return DEFAULT_PAGE_SIZE;
    if (others.length > 0 || argument.name.value !== 'first') return null;
    const first = this.#valueOf(argument) ?? DEFAULT_PAGE_SIZE;
    return Number.isInteger(first) && first >= 1 && first <= MAX_PAGE_SIZE ? first : null;
  }

  #valueOf({ value }: ArgumentNode): number | null {
    if (value.kind === Kind.INT) return Number(value.value);
    return value.kind === Kind.VARIABLE
      ? ((this.info.variableValues[value.name.value] ?? null) as number | null)
      : null;
  }

  #collect(set: SelectionSetNode | undefined, conditional: boolean, into: Map<string, Mention[]>): void {
    for (const selection of set?.selections ?? []) {
      const decided = conditional || (selection.directives?.length ?? 0) > 0;
      if (selection.kind === Kind.FIELD) {
        const mentions = into.get(selection.name.value) ?? [];
        into.set(selection.name.value, [...mentions, { node: selection, conditional: decided }]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, decided, into);
      } else {
        this.#collect(this.info.fragments[selection.name.value]?.selectionSet, decided, into);
      }
    }
  }
}
