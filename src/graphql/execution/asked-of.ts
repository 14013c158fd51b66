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

/** Selections that no variable has a part in, by the only node that makes them. */
const constant = new WeakMap<FieldNode, Selection>();

/**
 * What a client asks of the objects that a resolver gives: of the object itself, or of each node of a connection,
 * whether it is reached by `nodes` or by `edges`.
 */
export function askedOf(info: Info): Asked {
  return selectionOf(info, info.fieldNodes);
}

function selectionOf(info: Info, fields: readonly FieldNode[]): Selection {
  const [only, ...others] = fields;
  if (!only || others.length > 0) return new Selection(info, fields);
  const known = constant.get(only);
  if (known) return known;
  const selection = new Selection(info, fields);
  if (!selection.dependsOnVariables()) constant.set(only, selection);
  return selection;
}

class Selection implements Asked {
  readonly #mentions = new Map<string, Mention[]>();
  readonly #below = new Map<string, Selection>();
  #key: string | undefined;
  #dependent: boolean | undefined;

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
        const page = this.pageAfter(name);
        const below = this.below(name).key;
        return `${name}${page ? `(${page.first} ${page.after ?? ''})` : ''}${below && `{${below}}`}`;
      })
      .sort()
      .join(' ');
    return this.#key;
  }

  below(name: string): Selection {
    const known = this.#below.get(name);
    if (known) return known;
    const nodes = (this.#mentions.get(name) ?? []).map(({ node }) => node);
    const below = selectionOf(this.info, nodes);
    this.#below.set(name, below);
    return below;
  }

  page(name: string): AskedPage | null {
    const page = this.pageAfter(name);
    return page?.after === null ? page : null;
  }

  pageAfter(name: string): (AskedPage & { readonly after: string | null }) | null {
    const [mention, ...others] = this.#mentions.get(name) ?? [];
    if (!mention || others.length > 0 || mention.conditional) return null;
    const given = mention.node.arguments ?? [];
    if (given.some((argument) => argument.name.value !== 'first' && argument.name.value !== 'after')) return null;
    const first = this.#value(given, 'first') ?? DEFAULT_PAGE_SIZE;
    const after = this.#value(given, 'after');
    // What is out of bounds is refused by the field itself.
    if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) return null;
    return after === null || typeof after === 'string' ? { first, after, asked: this.below(name) } : null;
  }

  /** Whether pages may be others with other variables. */
  dependsOnVariables(): boolean {
    this.#dependent ??= [...this.#mentions].some(
      ([name, mentions]) =>
        mentions.some(({ node }) => node.arguments?.some(({ value }) => value.kind === Kind.VARIABLE)) ||
        this.below(name).dependsOnVariables(),
    );
    return this.#dependent;
  }

  #value(given: readonly ArgumentNode[], name: string): unknown {
    const value = given.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind === Kind.STRING) return value.value;
    return value?.kind === Kind.VARIABLE ? (this.info.variableValues[value.name.value] ?? null) : null;
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
