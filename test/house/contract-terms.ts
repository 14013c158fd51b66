import { Kind, parse, print } from 'graphql';
import type { DefinitionNode, FieldDefinitionNode, InputValueDefinitionNode } from 'graphql';

/** One promise of a schema. */
export interface Term {
  /** Where it stands: `Claim`, `Claim.value`, `Query.story(id)`, `Polarity.DENIED`, `Claim implements Node`. */
  readonly place: string;
  /** What stands there: a kind of type, or the type of a field or argument with its default. */
  readonly form: string;
  /** Whether a client that leaves it out is refused: an argument or input field without a default. */
  readonly required: boolean;
}

const term = (place: string, form: string): Term => ({ place, form, required: false });

function inputTerm(place: string, { type, defaultValue }: InputValueDefinitionNode): Term {
  const form = print(type) + (defaultValue ? ` = ${print(defaultValue)}` : '');
  return { place, form, required: type.kind === Kind.NON_NULL_TYPE && !defaultValue };
}

function fieldTerms(owner: string, field: FieldDefinitionNode): Term[] {
  const place = `${owner}.${field.name.value}`;
  const args = field.arguments ?? [];
  return [term(place, print(field.type)), ...args.map((arg) => inputTerm(`${place}(${arg.name.value})`, arg))];
}

function definitionTerms(definition: DefinitionNode): Term[] {
  const name = 'name' in definition ? definition.name.value : '';
  switch (definition.kind) {
    case Kind.SCALAR_TYPE_DEFINITION:
      return [term(name, 'scalar')];
    case Kind.ENUM_TYPE_DEFINITION:
      return [term(name, 'enum'), ...(definition.values ?? []).map((v) => term(`${name}.${v.name.value}`, 'value'))];
    case Kind.UNION_TYPE_DEFINITION:
      return [term(name, 'union'), ...(definition.types ?? []).map((t) => term(`${name}.${t.name.value}`, 'member'))];
    case Kind.INPUT_OBJECT_TYPE_DEFINITION: {
      const oneOf = definition.directives?.some((directive) => directive.name.value === 'oneOf') ?? false;
      const fields = (definition.fields ?? []).map((field) => inputTerm(`${name}.${field.name.value}`, field));
      return [term(name, oneOf ? 'input @oneOf' : 'input'), ...fields];
    }
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      const interfaces = (definition.interfaces ?? []).map((i) => term(`${name} implements ${i.name.value}`, ''));
      const fields = (definition.fields ?? []).flatMap((field) => fieldTerms(name, field));
      return [
        term(name, definition.kind === Kind.OBJECT_TYPE_DEFINITION ? 'type' : 'interface'),
        ...interfaces,
        ...fields,
      ];
    }
    default:
      return [];
  }
}

/**
 * Lists what a schema promises.
 * @param sdl a schema in GraphQL's schema language; types that it names need not be in it
 */
export function termsOf(sdl: string): Map<string, Term> {
  const terms = parse(sdl).definitions.flatMap(definitionTerms);
  return new Map(terms.map((each) => [each.place, each]));
}

/** The places that hold a place, outermost first: `Query.story(id)` lies in `Query` and `Query.story`. */
export function within(place: string): string[] {
  const owner = /^\w+/.exec(place)?.[0] ?? '';
  const field = /^\w+\.\w+(?=\()/.exec(place)?.[0];
  return [owner, ...(field ? [field] : [])].filter((outer) => outer !== place);
}
