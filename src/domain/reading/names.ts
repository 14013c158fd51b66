import type { ReadableScheme } from './recognition.js';
import type { Scene } from './scene.js';
import type { ConceptMention, NamedConcept } from './scene.js';
import type { UnlistedConceptValue } from './suggestion.js';
import { wordsBetween, type Token } from './sentence.js';

const LINKS = new Set(['of', 'the', 'de', 'del', 'la', 'el', 'al', 'and', 'du', 'da']);

/** The concepts of a scheme that a sentence names, new names of an open scheme among them, from left to right. */
export function namedConcepts(scene: Scene, schemeKey: string): readonly NamedConcept[] {
  const remembered = scene.names.get(schemeKey);
  if (remembered !== undefined) return remembered;
  const found = findNames(scene, schemeKey);
  scene.names.set(schemeKey, found);
  return found;
}

function findNames(scene: Scene, schemeKey: string): readonly NamedConcept[] {
  const scheme = scene.vocabulary.schemes.get(schemeKey);
  if (scheme === undefined) return [];
  const known = scene.conceptsOf(schemeKey).map(named);
  if (!scheme.open) return known;
  const listed = known.filter((name) => !isOfWater(scene, name));
  return [...listed, ...unlisted(scene, scheme, listed)].sort((a, b) => a.from - b.from);
}

function named({ entry, from, to }: ConceptMention): NamedConcept {
  return { value: { kind: 'CONCEPT', conceptId: entry.conceptId }, from, to };
}

function unlisted(scene: Scene, scheme: ReadableScheme, listed: readonly NamedConcept[]): readonly NamedConcept[] {
  const { tokens, times } = scene;
  let taken: ReadonlySet<number> | null = null;
  const isTaken = (at: number): boolean => {
    taken ??= tokensOf([...listed, ...times, ...scene.otherConcepts(scheme.key)]);
    return taken.has(at);
  };
  const found: NamedConcept[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    if (!isName(scene, from) || isTaken(from)) continue;
    let to = from + 1;
    while (to < tokens.length && !isTaken(to) && (isName(scene, to) || linksNames(scene, to))) to += 1;
    to = facilityEnd(tokens, to);
    if (isOfOtherKind(scene, scheme, to) || isAdjective(scene, from, to) || isFeast(scene, from, to)) {
      from = to;
      continue;
    }
    found.push({ value: newConcept(scene, scheme, from, to, listed), from, to });
    from = to;
  }
  return found;
}

function tokensOf(spans: readonly { readonly from: number; readonly to: number }[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { from, to } of spans) for (let at = from; at < to; at += 1) found.add(at);
  return found;
}

/**
 * Where nouns tell schemes apart ("the Harvest Party" is no candidate): a scheme that a class of nouns is named after
 * takes names that end in one, the others take those that do not.
 */
function isOfOtherKind(scene: Scene, { key }: ReadableScheme, to: number): boolean {
  const { vocabulary } = scene;
  const classes = scene.classesEndingAt(to).filter((name) => vocabulary.schemes.has(name));
  return vocabulary.nounClasses.has(key) ? !classes.includes(key) : classes.length > 0;
}

/** "Easter Sunday", "Christmas Eve", "the Halloween festivities": days, not places. */
const FEASTS = /^(?:easter|christmas|palm|good|ash|boxing|ramadan|thanksgiving|independence|victory|new)$/;

function isFeast({ tokens }: Scene, from: number, to: number): boolean {
  const isAlone =
    to - from === 1 &&
    /^(?:easter|christmas|halloween|ramadan|thanksgiving|diwali|eid)$/.test(tokens[from]?.lower ?? '');
  return (
    isAlone || (FEASTS.test(tokens[from]?.lower ?? '') && /^(?:day|eve|\p{Ll}+day)$/u.test(tokens[to]?.lower ?? ''))
  );
}

/** "the Maltese island of Gozo": the island is named, by what follows. */
function isAdjective({ tokens }: Scene, from: number, to: number): boolean {
  const isNoun = tokens[to]?.pos === 'NOUN' && tokens[to + 1]?.lower === 'of';
  return to - from === 1 && isNoun && tokens[to + 2]?.pos === 'PROPN';
}

const FACILITY =
  /^(?:hospital|clinic|school|university|college|kindergarten|church|cathedral|mosque|temple|synagogue|hotel|mall|market|theatre|theater|arena|stadium|factory|plant|refinery|mine|prison|bridge|dam|restaurant|nightclub|club|embassy|airport|airfield|station|refugee|camp|base)$/;
const FACILITY_WORDS = 2;

/** "the Tove primary school": the kind of building belongs to its name. */
function facilityEnd(tokens: readonly Token[], to: number): number {
  for (let words = 1; words <= FACILITY_WORDS; words += 1) {
    const token = tokens[to + words - 1];
    if (token === undefined || !/^(?:NOUN|ADJ)$/.test(token.pos)) return to;
    const isLast = tokens[to + words]?.pos !== 'NOUN';
    if (FACILITY.test(token.lower) && isLast) return to + words;
  }
  return to;
}

const WATERS = 'river|lake|gulf|strait|straits|bay|sea|delta|canal|channel|cape|isle|lagoon|reservoir';
const BEFORE_WATER = new RegExp(`^(?:${WATERS})$`);

/** "the Niger River", "the Gulf of Guinea": another place than the country that lends its name. */
function isOfWater({ tokens }: Scene, { from, to }: NamedConcept): boolean {
  const isWater = (token: Token | undefined): boolean =>
    token !== undefined && /^\p{Lu}/u.test(token.text) && BEFORE_WATER.test(token.lower);
  return isWater(tokens[to]) || (tokens[from - 1]?.lower === 'of' && isWater(tokens[from - 2]));
}

function isName({ tokens }: Scene, at: number): boolean {
  const token = tokens[at];
  return token?.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);
}

function linksNames(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  if (token === undefined) return false;
  if (token.joined) return true;
  return (
    LINKS.has(token.lower) &&
    token.lower !== 'and' &&
    token.lower !== 'the' &&
    (token.lower !== 'of' || BEFORE_WATER.test(scene.tokens[at - 1]?.lower ?? '')) &&
    isName(scene, at + 1)
  );
}

/** "Aktau, Kazakhstan", "Hatay in Turkey": what it lies in is the next name that the scheme has. */
function newConcept(
  { text, sentence, tokens }: Scene,
  scheme: ReadableScheme,
  from: number,
  to: number,
  listed: readonly NamedConcept[],
): UnlistedConceptValue {
  const after = tokens[to]?.text === ',' || tokens[to]?.lower === 'in' ? to + 1 : to;
  const behind = listed.find((concept) => concept.from >= after && concept.from <= after + 2 && after > to);
  const ahead = listed.find(
    (concept) => tokens[concept.to]?.lower === "'s" && concept.to + 1 >= from - 2 && concept.to < from,
  );
  const container = (behind ?? ahead)?.value;
  return {
    kind: 'UNLISTED_CONCEPT',
    schemeKey: scheme.key,
    label: wordsBetween(text, sentence, from, to),
    broader: container?.kind === 'CONCEPT' ? container.conceptId : null,
  };
}
