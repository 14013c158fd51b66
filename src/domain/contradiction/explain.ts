import type { Attribution, Claim, Property } from '../claim/claim.js';
import type { Answer } from '../claim/question.js';
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
  const answers = [first, second].map((claim) => ({ property, claim }));
  return capitalised(`${listText(mentions(answers, vocabulary))}: ${reason}.`);
}

/** A sentence as sentences begin. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/**
 * Answers with who gave them, to be told in this order: "67 aboard (ICDS, 10 January 2025)", "38 killed (same
 * source)". One that repeats the speaker of the one before says so.
 */
export function mentions(answers: readonly Answer[], vocabulary: Vocabulary): readonly string[] {
  return answers.map(({ property, claim }, index) => {
    const before = answers[index - 1]?.claim.attribution ?? null;
    return `${phraseOf(property, claim, vocabulary)} (${speakerText(claim.attribution, before, 'same source')})`;
  });
}

/** Who said it, or `again` (with the date, where it is another) where it is who spoke before. */
export function speakerText(attribution: Attribution, before: Attribution | null, again: string): string {
  if (before === null || !isSameSpeaker(attribution, before)) return attributionText(attribution);
  return [again, ...(attribution.saidOn === before.saidOn ? [] : dateText(attribution.saidOn))].join(', ');
}

/** Whether the same source says both in the same voice. */
export function isSameSpeaker(a: Attribution, b: Attribution): boolean {
  return a.sourceId === b.sourceId && a.claimantName === b.claimantName;
}

/** "a", "a and b", "a, b and c". */
export function listText(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

function dateText(saidOn: string | null): readonly string[] {
  return saidOn === null ? [] : [edtfText(saidOn)];
}
