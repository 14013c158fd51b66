import type { Attribution, Claim, Property } from '../claim/claim.js';
import { phraseOf } from '../claim/statement.js';
import { edtfText } from '../values/time-text.js';
import type { Vocabulary } from '../values/vocabulary.js';

/**
 * Who said it, for a reader: "ICDS, 10 January 2025", or "Russia's aviation authority, via ICDS, 25 December 2024"
 * where the source quotes somebody.
 */
export function attributionText({ sourceName, claimantName, saidOn }: Attribution): string {
  const speaker =
    claimantName === null || claimantName === sourceName ? [sourceName] : [claimantName, `via ${sourceName}`];
  return [...speaker, ...dateText(saidOn)].join(', ');
}

/**
 * A contradiction of two claims as one sentence, both sides in the order given:
 * "38 killed (ICDS, 10 January 2025) and 23 killed, Azerbaijani only (same source): the figures differ, ...".
 */
export function explainPair(
  first: Claim,
  second: Claim,
  reason: string,
  property: Property,
  vocabulary: Vocabulary,
): string {
  const said = `${phraseOf(property, first, vocabulary)} (${attributionText(first.attribution)})`;
  const against = `${phraseOf(property, second, vocabulary)} (${laterAttributionText(first, second)})`;
  return capitalised(`${said} and ${against}: ${reason}.`);
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function laterAttributionText(first: Claim, second: Claim): string {
  const [earlier, later] = [first.attribution, second.attribution];
  const isSame = earlier.sourceId === later.sourceId && earlier.claimantName === later.claimantName;
  if (!isSame) return attributionText(later);
  return ['same source', ...(earlier.saidOn === later.saidOn ? [] : dateText(later.saidOn))].join(', ');
}

function dateText(saidOn: string | null): readonly string[] {
  return saidOn === null ? [] : [edtfText(saidOn)];
}
