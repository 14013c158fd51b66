import { countOf } from './counting.js';
import type { Figure } from './figure.js';
import type { Finding } from './finding.js';
import type { Scene } from './scene.js';

const NAMED = '(?:it|(?:the|that|this|its|their|his|her) (?:figure|number|total|count|tally|estimate|toll))';
const PUT = '(?:put|puts|putting|place|places|placed|gave|gives)';
const REVISED =
  '(?:revis|correct|rais|lower|increas|reduc|updat|upgrad|amend|adjust)(?:e|es|ed|ing|s)?|cut|rose|risen|rises|fell|fallen|climbed|grew|grown|dropped';
const WAY = '(?: (?:up|down|upwards|downwards|later|slightly))*';
const FROM = '(?: from [\\d,.]+)?';
const AUXILIARIES = '(?: (?:was|is|has|had|have|been|be|since|later|then|again))*';

/** What may stand before such a figure, and whether it names what is counted so that an earlier sentence can have said it. */
const LEADS: readonly { readonly words: RegExp; readonly isNamed: boolean }[] = [
  { words: new RegExp(`\\b${PUT} ${NAMED} (?:at|as)$`), isNamed: true },
  { words: new RegExp(`\\b(?:${REVISED}) ${NAMED}${WAY}${FROM} to$`), isNamed: true },
  { words: new RegExp(`\\b${NAMED}${AUXILIARIES} (?:${REVISED})${WAY}${FROM} to$`), isNamed: true },
  {
    words: new RegExp(`\\b(?:was|were|been|and|then|later|before being) (?:${REVISED})${WAY}${FROM} to$`),
    isNamed: false,
  },
];
/** How many words may lead to the figure. */
const REACH = 10;
const DOUBT = 0.1;

/**
 * Figures that stand for what was counted just before: "the charity put the figure at 750", "was later revised to 79",
 * "corrected it to 78". They count what the last count of the sentence did, or `last`, that of a sentence before.
 */
export function readRevisions(scene: Scene, counted: readonly Finding[], last: Finding | null): readonly Finding[] {
  const found: Finding[] = [];
  for (const figure of scene.figures) {
    const isCounted = counted.some(({ from, to }) => figure.from < to && figure.to > from);
    const lead = isCounted ? null : leadOf(scene, figure);
    if (lead === null) continue;
    const meant = lastCount([...counted, ...found], figure.from) ?? (lead.isNamed ? last : null);
    if (meant === null) continue;
    const telling = { from: figure.from - 1, to: figure.from };
    const finding = countOf(scene, meant.property, figure, telling, { doubt: DOUBT });
    if (finding !== null) found.push({ ...finding, scope: finding.scope.length > 0 ? finding.scope : meant.scope });
  }
  return found;
}

/** The last count of people or things among findings that end before a token. */
export function lastCount(findings: readonly Finding[], before: number): Finding | null {
  return findings.reduce<Finding | null>((last, next) => {
    const isCount = next.property.datatype === 'QUANTITY' && next.property.recognition.units === undefined;
    return isCount && next.to <= before && (last === null || next.from >= last.from) ? next : last;
  }, null);
}

function leadOf({ tokens }: Scene, { from }: Figure): { readonly isNamed: boolean } | null {
  if (!/^(?:at|as|to)$/.test(tokens[from - 1]?.lower ?? '')) return null;
  const words = tokens
    .slice(Math.max(0, from - REACH), from)
    .map(({ lower }) => lower)
    .join(' ');
  return LEADS.find((lead) => lead.words.test(words)) ?? null;
}
