import { createRequire } from 'node:module';
import type { Country } from 'world-countries';
import type { GivenConcepts } from './pack.js';

// The package's types speak of a default export that Node does not see in its CommonJS.
const countries = createRequire(import.meta.url)('world-countries') as readonly Country[];

/** A concept as it comes from data. */
export interface GivenConcept {
  readonly key: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  /** Keys. */
  readonly broader: readonly string[];
  readonly exclusiveGroup: string | null;
}

/** Independent states exclude each other; how a dependent or disputed territory relates to a state is left open. */
const groupOf = (country: Country): string | null => (country.independent ? 'country' : null);

/** Names that English writes with an article, of which the data says nothing. */
const WITH_ARTICLE =
  /^(United|Republic|DR|Dominican|Central African)|(Islands|Netherlands|Philippines|Bahamas|Maldives)$/;

/**
 * The concepts that a scheme takes over, of world-countries (ODbL 1.0): regions and subregions of the world (UN M49),
 * countries and territories (ISO 3166-1 and Kosovo) with other names in Latin script, their capitals, nationalities by
 * English demonyms.
 */
export function givenConcepts(from: readonly GivenConcepts[]): readonly GivenConcept[] {
  return [
    ...(from.includes('regions') ? regions() : []),
    ...(from.includes('countries') ? countries.map((country) => asPlace(country, from.includes('regions'))) : []),
    ...(from.includes('capitals') ? capitals(from.includes('countries')) : []),
    ...(from.includes('nationalities') ? countries.map(asNationality) : []),
  ];
}

const regionKey = (name: string): string => `region:${name}`;

function regions(): GivenConcept[] {
  const within = new Map<string, string | null>();
  for (const { region } of countries) within.set(region, null);
  for (const { region, subregion } of countries) if (subregion && !within.has(subregion)) within.set(subregion, region);
  const names = new Set(countries.map(({ name }) => name.common));
  // A country may lie in two regions, so regions do not exclude each other.
  return [...within].map(([name, broader]) => ({
    key: regionKey(name),
    label: names.has(name) ? `${name} (region)` : name,
    synonyms: [],
    broader: broader === null ? [] : [regionKey(broader)],
    exclusiveGroup: null,
  }));
}

function asPlace(country: Country, withRegions: boolean): GivenConcept {
  const label = country.name.common;
  const names = [country.name.official, ...country.altSpellings].filter(isUsable);
  return {
    key: country.cca2,
    label,
    synonyms: [...new Set(names)].filter((name) => name !== label),
    broader: withRegions ? [regionKey(country.subregion || country.region)] : [],
    exclusiveGroup: groupOf(country),
  };
}

/** Not a code, in Latin script, and in the order in which it is said. */
function isUsable(name: string): boolean {
  return name.length > 3 && !name.includes(',') && /^[\p{Script=Latin}\p{P}\s]+$/u.test(name);
}

function capitals(withCountries: boolean): GivenConcept[] {
  const names = new Set(countries.map(({ name }) => name.common));
  const seen = new Set<string>();
  return countries.flatMap(({ cca2, capital }) =>
    capital
      // Of a name that two have (Singapore; Kingston) the country, or the first, is meant.
      .filter((label) => label !== '' && !names.has(label) && !seen.has(label) && seen.add(label))
      .map((label) => ({
        key: `capital:${label}`,
        label,
        synonyms: [],
        broader: withCountries ? [cca2] : [],
        exclusiveGroup: 'city',
      })),
  );
}

/** Whose a demonym is. Where several share it: the only independent one's, or else nobody's. */
function ownerOf(word: string): Country | undefined {
  const sharing = countries.filter(({ demonyms }) => demonyms.eng?.m === word);
  const independent = sharing.filter((country) => country.independent);
  if (sharing.length === 1) return sharing[0];
  return independent.length === 1 ? independent[0] : undefined;
}

function asNationality(country: Country): GivenConcept {
  const { cca2, name, demonyms } = country;
  const of = WITH_ARTICLE.test(name.common) ? `the ${name.common}` : name.common;
  const word = demonyms.eng?.m ?? '';
  const rest = { key: cca2, broader: [], exclusiveGroup: groupOf(country) };
  if (word === '' || ownerOf(word) !== country) return { ...rest, label: `citizens of ${of}`, synonyms: [] };
  // "Chinese", "British" and "Swiss" are their own plurals.
  const plural = /(ese|sh|ch|s|z)$/.test(word) ? [] : [`${word}s`];
  return { ...rest, label: `${word} citizens`, synonyms: [word, ...plural, `citizens of ${of}`] };
}
