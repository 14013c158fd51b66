import type { PackRecognition, Recognition } from '../../domain/reading/index.js';
import type { Accrual } from '../../domain/claim/claim.js';
import type { Datatype } from '../../domain/values/value.js';
import { givenConcepts, type GivenConcept } from './given-concepts.js';
import type { Pack, PackConcept, PackScheme } from './pack.js';
import type { PackPath } from './pack-text.js';

/** Something that a pack says which cannot be. */
export interface PackProblem {
  readonly code: 'INVALID_INPUT' | 'NOT_FOUND' | 'ALREADY_EXISTS';
  readonly message: string;
  readonly path: PackPath;
}

interface Placed {
  readonly path: PackPath;
}

export interface ExpandedScheme extends Placed {
  readonly key: string;
  readonly label: string;
  readonly siblingsExclusive: boolean;
  readonly topConceptsComplete: boolean;
  readonly open: boolean;
}

export interface ExpandedConcept extends Placed {
  /** Key of its scheme. */
  readonly scheme: string;
  readonly key: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  /** Keys of concepts of the scheme. */
  readonly broader: readonly string[];
  /** Keys of concepts of the scheme. */
  readonly disjointWith: readonly string[];
  readonly exclusiveGroup: string | null;
  readonly narrowerComplete: boolean;
  readonly exactMatch: readonly string[];
}

export interface ExpandedProperty extends Placed {
  readonly key: string;
  readonly label: string;
  readonly datatype: Datatype;
  readonly unit: string | null;
  readonly singleValued: boolean;
  readonly additive: boolean;
  readonly accrual: Accrual;
  readonly scheme: string | null;
  readonly phrase: string | null;
  readonly dimensions: readonly { readonly dimension: string; readonly scheme: string }[];
  readonly recognition: Recognition | null;
}

export interface ExpandedIdentity extends Placed {
  readonly key: string;
  readonly label: string;
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface ExpandedOrder extends Placed {
  readonly key: string;
  readonly earlier: string;
  readonly later: string;
}

/** A pack with everything that it means written out: defaults, the concepts it takes over, keys for labels. */
export interface ExpandedPack {
  readonly key: string;
  readonly label: string;
  readonly description: string | null;
  readonly recognition: PackRecognition;
  readonly schemes: readonly ExpandedScheme[];
  readonly concepts: readonly ExpandedConcept[];
  readonly properties: readonly ExpandedProperty[];
  readonly identities: readonly ExpandedIdentity[];
  readonly orders: readonly ExpandedOrder[];
}

/** Writes a pack out. @returns the problems beside it; where there are some, the pack is not to be used */
export function expandPack(pack: Pack): { readonly pack: ExpandedPack; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const { schemes = [], properties = [], identities = [], orders = [] } = pack;
  const sections = { schemes, properties, identities, orders };
  for (const [section, entries] of Object.entries(sections)) problems.push(...repeated(section, entries));
  const schemeKeys = new Set(schemes.map(({ key }) => key));
  const propertyKeys = new Set(properties.map(({ key }) => key));
  const refer = (keys: ReadonlySet<string>, what: string, name: string, path: PackPath): string => {
    if (!keys.has(name)) {
      problems.push({ code: 'NOT_FOUND', message: `This pack has no ${what} with the key "${name}".`, path });
    }
    return name;
  };
  const toScheme = (name: string, path: PackPath) => refer(schemeKeys, 'scheme', name, path);
  const toProperty = (name: string, path: PackPath) => refer(propertyKeys, 'property', name, path);

  const expanded: ExpandedPack = {
    key: pack.pack,
    label: pack.label,
    description: pack.description ?? null,
    recognition: pack.recognition ?? {},
    schemes: schemes.map(({ key, label, ...rest }, i) => ({
      path: ['schemes', i],
      key,
      label,
      siblingsExclusive: rest.siblingsExclusive ?? false,
      topConceptsComplete: rest.topConceptsComplete ?? false,
      open: rest.open ?? false,
    })),
    concepts: schemes.flatMap((scheme, i) => expandConcepts(scheme, ['schemes', i], problems)),
    properties: properties.map((property, i) => {
      const path = ['properties', i];
      const dimensions = (property.scopeDimensions ?? []).map((each, j) => {
        const { dimension, scheme } = typeof each === 'string' ? { dimension: each, scheme: each } : each;
        return { dimension, scheme: toScheme(scheme, [...path, 'scopeDimensions', j]) };
      });
      dimensions.forEach(({ dimension }, j) => {
        if (dimensions.findIndex((each) => each.dimension === dimension) === j) return;
        const message = `The dimension "${dimension}" is named twice.`;
        problems.push({ code: 'INVALID_INPUT', message, path: [...path, 'scopeDimensions', j] });
      });
      return {
        path,
        key: property.key,
        label: property.label,
        datatype: property.datatype,
        unit: property.unit ?? null,
        singleValued: property.singleValued ?? true,
        additive: property.additive ?? false,
        accrual: property.accrual ?? 'FIXED',
        scheme: property.scheme === undefined ? null : toScheme(property.scheme, [...path, 'scheme']),
        phrase: property.phrase ?? null,
        dimensions,
        recognition: property.recognition ?? null,
      };
    }),
    identities: identities.map(({ key, label, whole, parts }, i) => {
      const path = ['identities', i];
      parts.forEach((part, j) => {
        if (parts.indexOf(part) === j) return;
        const message = `"${part}" is named twice; each part is added once.`;
        problems.push({ code: 'INVALID_INPUT', message, path: [...path, 'parts', j] });
      });
      return {
        path,
        key,
        label,
        whole: toProperty(whole, [...path, 'whole']),
        parts: parts.map((part, j) => toProperty(part, [...path, 'parts', j])),
      };
    }),
    orders: orders.map(({ key, earlier, later }, i) => {
      const path = ['orders', i];
      return {
        path,
        key,
        earlier: toProperty(earlier, [...path, 'earlier']),
        later: toProperty(later, [...path, 'later']),
      };
    }),
  };
  return { pack: expanded, problems };
}

function repeated(section: string, entries: readonly { readonly key: string }[]): PackProblem[] {
  return entries.flatMap(({ key }, i): PackProblem[] => {
    const first = entries.findIndex((entry) => entry.key === key);
    if (first === i) return [];
    const message = `The key "${key}" is taken by ${section}[${first}].`;
    return [{ code: 'ALREADY_EXISTS', message, path: [section, i, 'key'] }];
  });
}

function expandConcepts(scheme: PackScheme, path: PackPath, problems: PackProblem[]): ExpandedConcept[] {
  const given = new Map(givenConcepts(scheme.from ?? []).map((concept) => [concept.key, concept]));
  const listed = (scheme.concepts ?? []).map((concept, i) => ({ concept, path: [...path, 'concepts', i] }));
  const named = listed.flatMap(({ concept, path: at }) => {
    const known = concept.key === undefined ? undefined : given.get(concept.key);
    const label = concept.label ?? known?.label;
    if (label === undefined) {
      problems.push({ code: 'INVALID_INPUT', message: 'A concept needs a label.', path: at });
      return [];
    }
    if (known) given.delete(known.key);
    return [{ concept, known, label, key: concept.key ?? label, path: at }];
  });
  const byKey = new Map<string, string>();
  const byLabel = new Map<string, string>();
  for (const { key, label } of given.values()) {
    byKey.set(key, key);
    byLabel.set(label, key);
  }
  for (const { key, label, path: at, concept } of named) {
    const taken = byKey.has(key) ? 'key' : byLabel.has(label) ? 'label' : null;
    if (taken !== null) {
      const message = `Another concept of this scheme has the ${taken} "${taken === 'key' ? key : label}".`;
      problems.push({ code: 'ALREADY_EXISTS', message, path: [...at, concept[taken] === undefined ? 'label' : taken] });
    }
    byKey.set(key, key);
    byLabel.set(label, key);
  }
  const toConcept = (name: string, at: PackPath): string => {
    const key = byKey.get(name) ?? byLabel.get(name);
    if (key !== undefined) return key;
    const message = `The scheme "${scheme.key}" has no concept "${name}".`;
    problems.push({ code: 'NOT_FOUND', message, path: at });
    return name;
  };
  const own = named.map(({ concept, known, key, label, path: at }): ExpandedConcept => {
    const broader = typeof concept.broader === 'string' ? [concept.broader] : concept.broader;
    return {
      path: at,
      scheme: scheme.key,
      key,
      label,
      altLabels: altLabelsOf(label, concept, known),
      broader: broader?.map((name) => toConcept(name, [...at, 'broader'])) ?? known?.broader ?? [],
      disjointWith: (concept.disjointWith ?? []).map((name, i) => toConcept(name, [...at, 'disjointWith', i])),
      exclusiveGroup: concept.exclusiveGroup ?? known?.exclusiveGroup ?? null,
      narrowerComplete: concept.narrowerComplete ?? false,
      exactMatch: concept.exactMatch ?? [],
    };
  });
  const rest = [...given.values()].map(({ synonyms, ...concept }) => ({
    ...concept,
    path: [...path, 'from'],
    scheme: scheme.key,
    altLabels: synonyms,
    disjointWith: [],
    narrowerComplete: false,
    exactMatch: [],
  }));
  return [...rest, ...own];
}

/** The names of the concept that it takes the place of are kept, its label among them. */
function altLabelsOf(label: string, { synonyms = [] }: PackConcept, known: GivenConcept | undefined): string[] {
  const names = new Set([...synonyms, ...(known ? [known.label, ...known.synonyms] : [])]);
  names.delete(label);
  return [...names];
}
