import type { Thesaurus, WordClass, WordRelation } from './thesaurus.js';
import type { SynsetId, Wordnet } from './wordnet.js';

/** Senses that are looked at: WordNet orders them by how often they were met. */
const USUAL_SENSES = 4;
const BEST_SENSES = 2;
const ALL_SENSES = 12;
const MOST_ABOVE = 12;
const MOST_REMEMBERED = 20_000;
const CLASSES: readonly WordClass[] = ['NOUN', 'VERB', 'ADJ', 'ADV'];
const KIND_OF: ReadonlySet<string> = new Set(['@', '@i']);
const SIMILAR: ReadonlySet<string> = new Set(['&']);
const OPPOSITE = '!';
/** Derived from, pertaining to, participle of, causing, entailing. */
const RELATED: ReadonlySet<string> = new Set(['+', '\\', '<', '>', '*']);

/** What WordNet has on a word of one class, gathered once. */
interface Entry {
  readonly usual: ReadonlySet<SynsetId>;
  readonly all: ReadonlySet<SynsetId>;
  /** The best senses and, of adjectives, those similar to them. */
  readonly best: ReadonlySet<SynsetId>;
  readonly similar: ReadonlySet<SynsetId>;
  readonly parents: ReadonlySet<SynsetId>;
  /** All that is above the usual senses. */
  readonly above: ReadonlySet<SynsetId>;
  readonly opposites: ReadonlySet<string>;
}

/** What a word means in any class, and what is derived from that. */
interface Kin {
  readonly own: ReadonlySet<SynsetId>;
  readonly derived: ReadonlySet<SynsetId>;
}

/** {@link Thesaurus} by WordNet's synonyms, hypernyms, antonyms and derivations. */
export class WordnetThesaurus implements Thesaurus {
  private readonly entries: Readonly<Record<WordClass, Map<string, Entry>>> = {
    NOUN: new Map(),
    VERB: new Map(),
    ADJ: new Map(),
    ADV: new Map(),
  };
  private readonly kin = new Map<string, Kin>();

  constructor(private readonly wordnet: Wordnet) {}

  relate(a: string, b: string, wordClass: WordClass): WordRelation | null {
    if (a === b) return 'SYNONYM';
    const [first, second] = [this.entryOf(a, wordClass), this.entryOf(b, wordClass)];
    if (first.opposites.has(b) || second.opposites.has(a)) return 'ANTONYM';
    if (meet(first.usual, second.usual)) return 'SYNONYM';
    if (meet(first.similar, second.best) || meet(second.similar, first.best)) return 'SYNONYM';
    if (meet(second.all, first.above)) return 'NARROWER';
    if (meet(first.all, second.above)) return 'BROADER';
    if (meet(first.parents, second.parents)) return 'SIBLING';
    return this.areRelated(a, b) ? 'RELATED' : null;
  }

  knows(word: string, wordClass: WordClass): boolean {
    return this.entryOf(word, wordClass).usual.size > 0;
  }

  private areRelated(a: string, b: string): boolean {
    const [first, second] = [this.kinOf(a), this.kinOf(b)];
    return (
      meet(first.own, second.own) ||
      meet(first.own, second.derived) ||
      meet(second.own, first.derived) ||
      meet(first.derived, second.derived)
    );
  }

  private entryOf(word: string, wordClass: WordClass): Entry {
    const entries = this.entries[wordClass];
    const known = entries.get(word);
    if (known !== undefined) return known;
    const senses = this.wordnet.sensesOf(word, wordClass);
    const usual = senses.slice(0, USUAL_SENSES);
    const best = senses.slice(0, BEST_SENSES);
    return remember(entries, word, {
      usual: new Set(usual),
      all: new Set(senses.slice(0, ALL_SENSES)),
      best: new Set(best),
      similar: new Set(this.follow(best, SIMILAR)),
      parents: new Set(this.follow(best, KIND_OF)),
      above: this.aboveOf(usual),
      opposites: this.oppositesOf(word, senses.slice(0, ALL_SENSES)),
    });
  }

  private kinOf(word: string): Kin {
    const known = this.kin.get(word);
    if (known !== undefined) return known;
    const own = CLASSES.flatMap((wordClass) => this.wordnet.sensesOf(word, wordClass).slice(0, USUAL_SENSES));
    return remember(this.kin, word, { own: new Set(own), derived: new Set(this.follow(own, RELATED)) });
  }

  private aboveOf(senses: readonly SynsetId[]): ReadonlySet<SynsetId> {
    const above = new Set<SynsetId>();
    let level = senses.slice(0, USUAL_SENSES - 1);
    for (let step = 0; step < MOST_ABOVE && level.length > 0; step += 1) {
      level = this.follow(level, KIND_OF).filter((id) => !above.has(id));
      for (const id of level) above.add(id);
    }
    return above;
  }

  /** Words that WordNet sets against one. */
  private oppositesOf(word: string, senses: readonly SynsetId[]): ReadonlySet<string> {
    const opposites = new Set<string>();
    for (const id of senses) {
      const synset = this.wordnet.synset(id);
      for (const { symbol, target, words } of synset.pointers) {
        if (symbol !== OPPOSITE || synset.words[words[0] - 1] !== word) continue;
        const opposite = this.wordnet.synset(target).words[words[1] - 1];
        if (opposite !== undefined) opposites.add(opposite);
      }
    }
    return opposites;
  }

  private follow(senses: readonly SynsetId[], symbols: ReadonlySet<string>): SynsetId[] {
    return senses.flatMap((id) =>
      this.wordnet.synset(id).pointers.flatMap(({ symbol, target }) => (symbols.has(symbol) ? [target] : [])),
    );
  }
}

function meet(a: ReadonlySet<SynsetId>, b: ReadonlySet<SynsetId>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): Value {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}
