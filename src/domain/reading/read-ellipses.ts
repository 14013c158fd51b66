import { countOf } from './counting.js';
import type { Finding } from './finding.js';
import type { ConceptMention, Scene } from './scene.js';
import { byDimension, type SuggestedScopeTerm } from './suggestion.js';

const DOUBT = 0.1;
/** How many words a name may have. */
const NAME = 4;

/**
 * Figures that leave out what was said of the first: "42 were citizens of Arlen, 16 of Tove and three of Lund". The words
 * before "of" are those of the first.
 */
export function readEllipses(scene: Scene, counted: readonly Finding[]): readonly Finding[] {
  if (!scene.tokens.some(({ lower }) => lower === 'of')) return [];
  return counted.flatMap((finding) => finding.scope.flatMap((term) => goingOn(scene, finding, term)));
}

function goingOn(scene: Scene, first: Finding, term: SuggestedScopeTerm): readonly Finding[] {
  const { tokens, vocabulary } = scene;
  const schemeKey = first.property.scopeDimensions.find(({ key }) => key === term.dimension)?.schemeKey ?? '';
  const mention = scene.conceptsOf(schemeKey).find((each) => isOf(scene, each, term));
  if (mention === undefined) return [];
  const of = tokens.findIndex(({ lower }, at) => at > mention.from && lower === 'of');
  const left = tokens.slice(mention.from, of + 1);
  const found: Finding[] = [];
  let end = mention.to;
  for (const figure of scene.figures.filter(({ from }) => from >= mention.to)) {
    const between = tokens.slice(end, figure.from).map(({ lower }) => lower);
    const isNext = between.length > 0 && between.every((word) => word === ',' || word === 'and');
    if (!isNext || tokens[figure.to]?.lower !== 'of') break;
    const words = [...left, ...tokens.slice(figure.to + 1, figure.to + 1 + NAME)];
    const match = vocabulary.concepts.get(schemeKey)?.longestAt(words, 0) ?? null;
    if (match === null || match.to <= left.length) break;
    end = figure.to + 1 + match.to - left.length;
    const count = countOf(scene, first.property, figure, { from: figure.to, to: end }, { doubt: DOUBT, anyNoun: true });
    const own = { ...term, concept: { kind: 'CONCEPT' as const, conceptId: match.entry.conceptId } };
    const others = first.scope.filter(({ dimension }) => dimension !== term.dimension);
    const scope = [...others, own].sort(byDimension);
    if (count !== null) found.push({ ...count, scope, denied: first.denied });
  }
  return found;
}

function isOf({ tokens }: Scene, { from, to, entry }: ConceptMention, { concept }: SuggestedScopeTerm): boolean {
  const isMeant = concept.kind === 'CONCEPT' && concept.conceptId === entry.conceptId;
  return isMeant && tokens.slice(from + 1, to).some(({ lower }) => lower === 'of');
}
