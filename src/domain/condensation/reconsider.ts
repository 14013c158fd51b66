import type { Claim, Property } from '../claim/claim.js';
import { compareClaims } from '../contradiction/compare-claims.js';
import type { Finding } from '../contradiction/contradiction.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { byStanding, LEADING } from './standing.js';

/** A contradiction between two claims of the question as it is stored. */
export interface KnownPair {
  readonly members: readonly [string, string];
  /** Whether it counts: false where it has lapsed. */
  readonly stands: boolean;
  /** Whether a person has decided it or is deciding: such a one is kept as long as its claims do not fit. */
  readonly takenUp: boolean;
}

/** A question in which some claims are new, have changed or have gone. */
export interface Reconsidered<P extends KnownPair> {
  readonly property: Property;
  readonly vocabulary: Vocabulary;
  /** Every claim that takes part now. */
  readonly claims: readonly Claim[];
  /** Ids of those that are not as they were when the known pairs were stored, gone ones too. */
  readonly changed: ReadonlySet<string>;
  /**
   * What is stored: every pair of the question, or, where {@link staysSmall}, at least those with a changed claim.
   */
  readonly known: readonly P[];
  readonly leading?: number;
}

/** What has to be done so that what is stored is again what {@link findContradictions} finds. */
export interface Reconsideration<P> {
  /** Contradictions that must stand with these words: new ones, and those with a changed claim. */
  readonly findings: readonly Finding[];
  /** Pairs that must not stand any more: they fit now, or others are kept in their place. */
  readonly lapsed: readonly P[];
}

/** Whether a question had and has so few claims that every pair is kept; then only pairs with a changed claim matter. */
export function staysSmall(claims: number, changed: number, leading = LEADING): boolean {
  return claims + changed <= leading;
}

/**
 * Brings the kept contradictions of a question up to date after a change, comparing no two claims that are as they
 * were wherever the stored pairs tell the outcome. A changed claim is compared with every other once. A further answer
 * whose stored pair was with a changed claim looks for its next, which takes one comparison where most contradict, and
 * at worst one with every answer before it.
 */
export function reconsider<P extends KnownPair>(question: Reconsidered<P>): Reconsideration<P> {
  return new Reconsidering(question).outcome();
}

/** A pair that is known to stand, and so needs no comparison. */
type Judged = Finding | 'STANDS' | null;

class Reconsidering<P extends KnownPair> {
  readonly #ranked: readonly Claim[];
  readonly #rankOf: ReadonlyMap<string, number>;
  readonly #known: ReadonlyMap<string, P>;
  /** For each claim the stored pairs that stand and that it is in. */
  readonly #pairsOf = new Map<string, P[]>();
  readonly #findings = new Map<string, Finding>();
  readonly #standing = new Set<string>();
  readonly #leading: number;

  constructor(readonly question: Reconsidered<P>) {
    this.#leading = question.leading ?? LEADING;
    this.#ranked = [...question.claims].sort(byStanding);
    this.#rankOf = new Map(this.#ranked.map(({ id }, rank) => [id, rank]));
    this.#known = new Map(question.known.map((pair) => [keyOf(...pair.members), pair]));
    for (const pair of question.known.filter(({ stands }) => stands)) {
      for (const id of pair.members) this.#pairsOf.set(id, [...(this.#pairsOf.get(id) ?? []), pair]);
    }
  }

  outcome(): Reconsideration<P> {
    const { claims, changed, known } = this.question;
    const small = staysSmall(claims.length, changed.size, this.#leading);
    this.#ranked.forEach((claim, rank) => {
      if (rank >= this.#leading) this.#keepFirst(claim, rank);
      else this.#keepAll(claim, rank, small);
    });
    for (const pair of known) if (pair.takenUp) this.#keepTakenUp(pair);
    const lapsed = known.filter(({ stands, members }) => stands && !this.#isKept(keyOf(...members)));
    return {
      findings: [...this.#findings.values()],
      lapsed: small ? lapsed.filter(({ members }) => this.#touches(...members)) : lapsed,
    };
  }

  /** A leading claim against all that lead it. */
  #keepAll(claim: Claim, rank: number, small: boolean): void {
    for (let before = 0; before < rank; before += 1) {
      const other = this.#ranked[before];
      if (other && (!small || this.#touches(claim.id, other.id))) this.#keepIfJudged(claim, other);
    }
  }

  /** A further claim against the first before it that it does not fit. */
  #keepFirst(claim: Claim, rank: number): void {
    const partners = (this.#pairsOf.get(claim.id) ?? []).map(({ members: [a, b] }) => (a === claim.id ? b : a));
    if (this.#touches(claim.id) || partners.some((id) => this.#touches(id))) {
      for (let before = 0; before < rank; before += 1) {
        const other = this.#ranked[before];
        if (other && this.#keepIfJudged(claim, other)) return;
      }
      return;
    }
    const ranks = partners.map((id) => this.#rankOf.get(id)).filter((each) => each !== undefined);
    const first = Math.min(rank, ...ranks);
    for (const id of this.#changedBefore(first)) {
      const other = this.#ranked[id];
      if (other && this.#keepIfJudged(claim, other)) return;
    }
    const other = this.#ranked[first];
    if (other && first < rank) this.#keepIfJudged(claim, other);
  }

  #changedRanks: readonly number[] | undefined;

  /** Ranks of changed claims before a rank, in order. */
  #changedBefore(rank: number): readonly number[] {
    this.#changedRanks ??= [...this.question.changed]
      .map((id) => this.#rankOf.get(id))
      .filter((each) => each !== undefined)
      .sort((a, b) => a - b);
    return this.#changedRanks.filter((each) => each < rank);
  }

  #keepIfJudged(a: Claim, b: Claim): boolean {
    const judged = this.#judge(a, b);
    if (judged === null) return false;
    const key = keyOf(a.id, b.id);
    if (judged === 'STANDS') this.#standing.add(key);
    else this.#findings.set(key, judged);
    return true;
  }

  #keepTakenUp({ members, stands }: P): void {
    const [a, b] = members.map((id) => this.#ranked[this.#rankOf.get(id) ?? -1]);
    if (!a || !b || this.#isKept(keyOf(...members))) return;
    if (this.#touches(...members)) this.#keepIfJudged(a, b);
    else if (stands) this.#standing.add(keyOf(...members));
  }

  #judge(a: Claim, b: Claim): Judged {
    if (!this.#touches(a.id, b.id) && this.#known.get(keyOf(a.id, b.id))?.stands === true) return 'STANDS';
    return compareClaims(this.question.property, a, b, this.question.vocabulary);
  }

  #touches(...ids: readonly string[]): boolean {
    return ids.some((id) => this.question.changed.has(id));
  }

  #isKept(key: string): boolean {
    return this.#findings.has(key) || this.#standing.has(key);
  }
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
