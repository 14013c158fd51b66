import type { ScopeTerm } from '../claim/claim.js';
import { scopeClasses, type ScopeClass } from '../scope/scope-classes.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Figure } from './figure.js';

/** A figure and whom it counts. */
export interface ScopedFigure {
  readonly figure: Figure;
  readonly scope: readonly ScopeTerm[];
}

/** Figures by whom they count, in an order that does not depend on theirs. */
export function scopedFigures(figures: readonly Figure[], vocabulary: Vocabulary): readonly ScopeClass<ScopedFigure>[] {
  return scopeClasses(
    figures.map((figure) => ({ figure, scope: figure.claim.scope })),
    vocabulary,
  );
}
