import { attributionsOf, type Attribution } from './attribution.js';
import type { Finding } from './finding.js';
import type { Scene } from './scene.js';
import { wordsBetween } from './sentence.js';
import type { Speaker } from './speaker.js';
import { isLimit, type ReadTime } from './time-mention.js';

/** Who says what a sentence says. */
export interface Voice {
  readonly claimantName: string | null;
  /** When, where the sentence says it. */
  readonly saidOn: ReadTime | null;
}

/** How many sentences later "he said" and an open quotation still are the last speaker's. */
const MEMORY = 3;
/** Before a time in front of a sentence: "Late on Thursday, the mayor said". */
const FRONTED = 3;
const OPENING = /["\u201C]/;
const MARK = /["\u201C\u201D]/;
const ARTICLE = /^(?:the|a|an)\s+/i;
/** "denied permission to land" reports nothing; "attributed it to" does. */
const DENIAL = /^(?:den(?:y|ied|ies|ying)|reject|dismiss)/;
const TITLE = /^(?:Mr|Mrs|Ms|Dr)\.?$/;

/** Follows who speaks from sentence to sentence: names, pronouns, quotations that run over several sentences. */
export class Speakers {
  private last: { readonly name: string; readonly sentence: number } | null = null;
  /** By surname, the last full name. */
  private readonly names = new Map<string, string>();
  private sentence = 0;
  private isQuoting = false;
  private paragraph = -1;

  /** Takes the next sentence of the text, and gives the voice of each finding in it. */
  hear(scene: Scene): (finding: Finding) => Voice {
    const { tokens, times } = scene;
    this.sentence += 1;
    const opensQuoted =
      this.isQuoting && (scene.sentence.paragraph === this.paragraph || MARK.test(tokens[0]?.text ?? ''));
    const isTime = (at: number): boolean => times.some(({ from, to }) => at >= from && at < to);
    const attributions = attributionsOf(
      tokens,
      isTime,
      (at) => (DENIAL.test(tokens[at]?.lower ?? '') && scene.isInTrigger(at)) || isTelling(scene, at),
    ).flatMap((attribution) => {
      const name = this.nameOf(scene, attribution.speaker);
      return name === null ? [] : [{ attribution, name }];
    });
    const carried = attributions.length === 0 && (opensQuoted || this.isQuotation(scene)) ? this.recent() : null;
    const speaker = attributions.at(-1)?.name ?? carried;
    if (speaker !== null) this.last = { name: speaker, sentence: this.sentence };
    this.followQuotes(scene, opensQuoted);
    return (finding) => {
      const own = attributions.filter(({ attribution }) => isOf(attribution, finding));
      const nearest = own.at(-1) ?? null;
      if (nearest === null) return { claimantName: carried, saidOn: null };
      return { claimantName: nearest.name, saidOn: saidOn(scene, nearest.attribution) };
    };
  }

  private recent(): string | null {
    return this.last !== null && this.sentence - this.last.sentence <= MEMORY ? this.last.name : null;
  }

  private isQuotation({ tokens }: Scene): boolean {
    return OPENING.test(tokens[0]?.text ?? '') && MARK.test(tokens.at(-1)?.text ?? '') && tokens.length > 3;
  }

  private followQuotes({ tokens, sentence }: Scene, isOpen: boolean): void {
    let isQuoting = isOpen;
    for (const { text } of tokens) {
      if (text === '\u201C') isQuoting = true;
      else if (text === '\u201D') isQuoting = false;
      else if (text === '"') isQuoting = !isQuoting;
    }
    this.isQuoting = isQuoting;
    this.paragraph = sentence.paragraph;
  }

  private nameOf(scene: Scene, speaker: Speaker): string | null {
    if (speaker.kind === 'PRONOUN') return this.recent();
    const shown = wordsBetween(scene.text, scene.sentence, speaker.from, speaker.to)
      .replace(ARTICLE, '')
      .replace(/['\u2019]s?$/, '')
      .replace(/ into .*/, '')
      .replace(/\s+/g, ' ')
      .trim();
    if (shown === '') return null;
    const known = this.fullName(shown);
    const words = shown.split(' ');
    const surname = words.at(-1);
    if (known === shown && words.length > 1 && surname !== undefined) this.names.set(surname, shown);
    return known;
  }

  /** "Ruiz" is the Ana Ruiz who was named before. */
  private fullName(name: string): string {
    const surname = name.split(' ').filter((word) => !TITLE.test(word));
    const [only] = surname;
    if (surname.length !== 1 || only === undefined || !/^\p{Lu}/u.test(only)) return name;
    return this.names.get(only) ?? only;
  }
}

/** Whether somebody says what was found; their own name ("the inquiry into the crash at Brno") they do not. */
function isOf({ from, to, speaker }: Attribution, finding: Finding): boolean {
  const isInName = finding.from >= speaker.from && finding.from < speaker.to;
  return !isInName && finding.from >= from && finding.from < to;
}

/** "claimed responsibility", "declared a state of emergency": what is done, not what is said. */
function isTelling({ triggers }: Scene, at: number): boolean {
  return triggers.some(({ entry, from, to }) => {
    const isAct = entry.role === 'says' || (entry.role === 'after' && entry.property.datatype === 'TEXT');
    return isAct && at >= from && at < to;
  });
}

/** The time of the reporting: "said on Thursday", "on Thursday told reporters", "Two days later, the ministry said". */
function saidOn({ tokens, times: all }: Scene, { verb, to, speaker }: Attribution): ReadTime | null {
  const times = all.filter(({ from }) => !isLimit(tokens, from));
  const time = times.find(({ from }) => from > verb && from <= verb + 5 && from <= to + 5);
  if (time !== undefined) {
    const between = tokens.slice(verb + 1, time.from);
    const isBroken = between.some(({ pos, text, lower }) => pos === 'VERB' || text === ',' || lower === 'that');
    if (!isBroken) return time;
  }
  // "12 died on Monday, according to police": Monday is when they died.
  const isCited = /^(?:according|citing)$/.test(tokens[verb]?.lower ?? '');
  const before = isCited ? undefined : times.find(({ to: end }) => end === verb || end === verb - 1);
  if (before !== undefined) return before;
  const [first] = times;
  const opening = tokens[first?.to ?? 0]?.text === ',' ? (first?.to ?? 0) + 1 : first?.to;
  const start = Math.min(speaker.from, verb);
  const isFronted = first !== undefined && first.from <= FRONTED && opening !== undefined && start >= opening;
  return isFronted && start - opening <= 1 ? first : null;
}
