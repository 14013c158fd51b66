import type { Relation } from '../../src/domain/statements/index.js';
import type { LabelledSet } from './sets.js';

export type Label = 'entailment' | 'contradiction' | 'neutral';

/** The label that a relation of the first statement to the second stands for. */
export function labelOf(relation: Relation): Label {
  if (relation === 'CONTRADICTS') return 'contradiction';
  return relation === 'EQUIVALENT' || relation === 'REFINES' ? 'entailment' : 'neutral';
}

export interface Score {
  readonly set: string;
  readonly pairs: number;
  /** Share of the most frequent label, in per cent. */
  readonly majority: number;
  /** Share of the pairs labelled right, in per cent; null where labels say something else. */
  readonly accuracy: number | null;
  /** Of the label "contradiction", in per cent; null where the set has none. */
  readonly contradiction: { readonly precision: number; readonly recall: number; readonly f1: number } | null;
  /** Of a set about scope: share of each of its labels that was called a contradiction, in per cent. */
  readonly called: Readonly<Record<string, number>> | null;
}

/** NewsNLI and RTE-Quant tell entailment from everything else. */
const TWO_WAY = /newsnli|rte_quant/;
const BY_SCOPE = /ramdocs/;

export function scoreOf({ name, pairs }: LabelledSet, relations: readonly Relation[]): Score {
  const twoWay = TWO_WAY.test(name);
  const reduce = (label: string): string => (twoWay && label !== 'entailment' ? 'other' : label);
  const gold = pairs.map(({ label }) => reduce(label));
  const found = relations.map((relation) => reduce(labelOf(relation)));
  const counts = new Map<string, number>();
  for (const label of gold) counts.set(label, (counts.get(label) ?? 0) + 1);
  const byScope = BY_SCOPE.test(name);
  return {
    set: name,
    pairs: pairs.length,
    majority: percent(Math.max(...counts.values()), pairs.length),
    accuracy: byScope ? null : percent(gold.filter((label, at) => label === found[at]).length, pairs.length),
    contradiction: counts.has('contradiction') ? contradictionScore(gold, found) : null,
    called: byScope ? calledContradiction(gold, found, [...counts.keys()].sort()) : null,
  };
}

function contradictionScore(gold: readonly string[], found: readonly string[]): Score['contradiction'] {
  const isContradiction = (label: string | undefined): boolean => label === 'contradiction';
  const right = gold.filter((label, at) => isContradiction(label) && isContradiction(found[at])).length;
  const precision = percent(right, found.filter(isContradiction).length);
  const recall = percent(right, gold.filter(isContradiction).length);
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

function calledContradiction(
  gold: readonly string[],
  found: readonly string[],
  labels: readonly string[],
): Record<string, number> {
  return Object.fromEntries(
    labels.map((label) => {
      const of = gold.flatMap((each, at) => (each === label ? [found[at]] : []));
      return [label, percent(of.filter((each) => each === 'contradiction').length, of.length)];
    }),
  );
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
