import { countOf } from './counting.js';
import { EXCEEDING, MEASURING } from './english/words.js';
import type { Figure } from './figure.js';
import type { Finding } from './finding.js';
import type { Scene, Trigger } from './scene.js';

const NAME_REACH = 24;
const QUOTE = /^["\u201C]$/;

/** What a noun that names a property is said to be: "the death toll rose to 38", "61% turnout". */
export function countOfName(scene: Scene, trigger: Trigger): Finding | null {
  const right = figureOfName(scene, trigger);
  const figure = right ?? figureBeforeName(scene, trigger);
  if (figure === null) return null;
  const to = right === null ? trigger.to : Math.max(trigger.to, right.from);
  const finding = countOf(
    scene,
    trigger.entry.property,
    figure,
    { from: trigger.from, to },
    { anyNoun: isBareNoun(figure), said: trigger },
  );
  return finding === null || right === null ? finding : exceeding(scene, trigger, right, finding);
}

/** The noun behind a measured figure is another matter: "turnout of 61% in the runoff". */
function isBareNoun(figure: Figure): boolean {
  return figure.to === figure.nounFrom || figure.amount.unit !== null;
}

/** "The toll passed 100": more than 100. */
function exceeding(scene: Scene, trigger: Trigger, figure: Figure, finding: Finding): Finding {
  const isMore = scene.tokens.slice(trigger.to, figure.from).some(({ lower }) => EXCEEDING.has(lower));
  if (!isMore || finding.value.kind !== 'QUANTITY' || finding.value.lower !== finding.value.upper) return finding;
  return { ...finding, value: { ...finding.value, upper: null, lowerOpen: true } };
}

/** "the death toll from the quake has risen from 12 to 38": the last figure that the measuring verb leads to. */
function figureOfName(scene: Scene, trigger: Trigger): Figure | null {
  const { tokens, figures } = scene;
  let measured = false;
  for (let at = trigger.to; at < Math.min(tokens.length, trigger.to + NAME_REACH); at += 1) {
    const figure = figures.find(({ from }) => from === at);
    if (figure !== undefined) {
      const risen = risenTo(scene, figure);
      const before = tokens[figure.from - (QUOTE.test(tokens[figure.from - 1]?.text ?? '') ? 2 : 1)]?.lower ?? '';
      const isLinked = measured || at === trigger.to || /^(?:of|at|to|:|\(|over|was|is)$/.test(before);
      if (isLinked) return risen;
      // "the number of people killed by two quakes has risen to 38"
      if (!hasMeasureAfter(scene, at, trigger.to + NAME_REACH)) return null;
      at = Math.max(at, figure.to - 1);
      continue;
    }
    const token = tokens[at];
    if (token === undefined || /^[;.]$/.test(token.text)) return null;
    if (MEASURING.has(token.lower)) measured = true;
    else if (token.pos === 'VERB' && !/(?:ing|ed)$/.test(token.lower)) return null;
    else if (token.text === ',' && !hasMeasureAfter(scene, at, trigger.to + NAME_REACH)) return null;
    else if (token.lower === 'but' || (token.lower === 'and' && !hasMeasureAfter(scene, at, trigger.to + NAME_REACH)))
      return null;
  }
  return null;
}

function hasMeasureAfter({ tokens }: Scene, at: number, limit: number): boolean {
  return tokens.slice(at + 1, limit).some(({ lower }) => MEASURING.has(lower));
}

function risenTo({ tokens, figures }: Scene, figure: Figure): Figure {
  const word = tokens[figure.from - 1]?.lower ?? '';
  if (word !== 'from' && word !== 'by') return figure;
  const next = figures.find(
    ({ from }) => from > figure.to && from <= figure.to + 3 && tokens[from - 1]?.lower === 'to',
  );
  return next ?? figure;
}

/** "a 6.4-magnitude quake", "61% turnout". */
function figureBeforeName({ tokens, figures }: Scene, trigger: Trigger): Figure | null {
  const figure = figures.find(
    ({ nounFrom, to }) => nounFrom === trigger.from || (trigger.from >= nounFrom && trigger.to <= to),
  );
  if (figure === undefined) return null;
  return trigger.from - figure.nounFrom <= 1 || tokens[trigger.from]?.joined === true ? figure : null;
}
