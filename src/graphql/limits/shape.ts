import {
  Kind,
  type ASTNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** Sizes of a document that can be told without a schema. Fragments count each time they are used. */
export interface DocumentShape {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  /** Most often that one response name can come up in one selection set. */
  readonly repeats: number;
  readonly directives: number;
  /** Whether a fragment contains itself, so that all other numbers are too low. */
  readonly cyclic: boolean;
  /** Nodes looked at, which is the work that measuring took: never more than the document has. */
  readonly visited: number;
}

interface Measure {
  depth: number;
  fields: number;
  aliases: number;
  /** Bound on how often one response name comes up in this selection set, spread fragments included. */
  repeats: number;
  /** The same for the worst selection set at or below this one. */
  worstRepeats: number;
}

/**
 * Measures all operations and fragments of a document that may be invalid. Each fragment is measured once and its
 * measure added wherever it is spread, so the work is linear in the document's length also where the document would
 * expand exponentially. A fragment that contains itself adds nothing where it closes the circle.
 */
export function shapeOf(document: DocumentNode): DocumentShape {
  return new ShapeReader(document).read();
}

/** Nesting of text and fragments at which reading stops, as a depth beyond any limit: recursion must not be endless. */
const DEEPEST = 200;

class ShapeReader {
  readonly #document: DocumentNode;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Measure | 'measuring'>();
  #directives = 0;
  #visited = 0;
  #valueDepth = 0;
  #nesting = 0;
  #tooDeep = false;
  #cyclic = false;

  constructor(document: DocumentNode) {
    this.#document = document;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  read(): DocumentShape {
    const total = empty();
    for (const definition of this.#document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        // Through the memo: a fragment counts where it is used, and here only for one that is not.
        const own = this.#fragment(definition.name.value);
        total.depth = Math.max(total.depth, own.depth);
        total.fields = Math.max(total.fields, own.fields);
        total.aliases = Math.max(total.aliases, own.aliases);
        total.worstRepeats = Math.max(total.worstRepeats, own.worstRepeats);
      } else if (definition.kind === Kind.OPERATION_DEFINITION) {
        this.#visited++;
        this.#readDirectives(definition);
        for (const variable of definition.variableDefinitions ?? []) {
          this.#readDirectives(variable);
          if (variable.defaultValue) this.#readValue(variable.defaultValue, 1);
        }
        const own = this.#selections(definition.selectionSet);
        total.depth = Math.max(total.depth, own.depth);
        total.fields += own.fields;
        total.aliases += own.aliases;
        total.worstRepeats = Math.max(total.worstRepeats, own.worstRepeats);
      }
    }
    return {
      depth: this.#tooDeep ? DEEPEST : Math.max(total.depth, this.#valueDepth),
      fields: total.fields,
      aliases: total.aliases,
      repeats: total.worstRepeats,
      directives: this.#directives,
      cyclic: this.#cyclic,
      visited: this.#visited,
    };
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known === 'measuring') {
      this.#cyclic = true;
      return empty();
    }
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return empty();
    this.#measured.set(name, 'measuring');
    this.#visited++;
    this.#readDirectives(fragment);
    const measure = this.#selections(fragment.selectionSet);
    this.#measured.set(name, measure);
    return measure;
  }

  #selections(set: SelectionSetNode): Measure {
    const total = empty();
    const keys = new Map<string, number>();
    this.#collect(set, total, keys);
    total.repeats += Math.max(0, ...keys.values());
    total.worstRepeats = Math.max(total.worstRepeats, total.repeats);
    return total;
  }

  /** Inline fragments belong to the selection set around them, so they share its response names. */
  #collect(set: SelectionSetNode, total: Measure, keys: Map<string, number>): void {
    if (this.#nesting >= DEEPEST) {
      this.#tooDeep = true;
      return;
    }
    this.#nesting++;
    for (const selection of set.selections) {
      this.#visited++;
      this.#readDirectives(selection);
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(selection.selectionSet, total, keys);
      } else if (selection.kind === Kind.FIELD) {
        this.#field(selection, total, keys);
      } else {
        const spread = this.#fragment(selection.name.value);
        addBelow(total, spread, 0);
        total.repeats += spread.repeats;
      }
    }
    this.#nesting--;
  }

  #field(field: FieldNode, total: Measure, keys: Map<string, number>): void {
    const key = (field.alias ?? field.name).value;
    keys.set(key, (keys.get(key) ?? 0) + 1);
    for (const argument of field.arguments ?? []) this.#readValue(argument.value, 1);
    total.fields++;
    if (field.alias) total.aliases++;
    addBelow(total, field.selectionSet ? this.#selections(field.selectionSet) : empty(), 1);
  }

  #readDirectives(node: ASTNode & { readonly directives?: readonly DirectiveNode[] | undefined }): void {
    for (const directive of node.directives ?? []) {
      this.#visited++;
      this.#directives++;
      for (const argument of directive.arguments ?? []) this.#readValue(argument.value, 1);
    }
  }

  #readValue(value: ValueNode, depth: number): void {
    this.#visited++;
    this.#valueDepth = Math.max(this.#valueDepth, depth);
    if (depth >= DEEPEST) return;
    if (value.kind === Kind.LIST) {
      for (const item of value.values) this.#readValue(item, depth + 1);
    } else if (value.kind === Kind.OBJECT) {
      for (const field of value.fields) this.#readValue(field.value, depth + 1);
    }
  }
}

function empty(): Measure {
  return { depth: 0, fields: 0, aliases: 0, repeats: 0, worstRepeats: 0 };
}

function addBelow(total: Measure, below: Measure, levels: number): void {
  total.depth = Math.max(total.depth, levels + below.depth);
  total.fields += below.fields;
  total.aliases += below.aliases;
  total.worstRepeats = Math.max(total.worstRepeats, below.worstRepeats);
}
