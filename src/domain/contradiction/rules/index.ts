import { booleanOpposed } from './boolean-opposed.js';
import { categoryCompeting } from './category-competing.js';
import { categoryDisjoint } from './category-disjoint.js';
import { declaredDisjoint } from './declared-disjoint.js';
import { denied } from './denied.js';
import { figureCorrected } from './figure-corrected.js';
import { partExceedsWhole } from './part-exceeds-whole.js';
import { partOfWhole } from './part-of-whole.js';
import { quantityDisjoint } from './quantity-disjoint.js';
import type { Rule } from './rule.js';
import { scopesNested } from './scopes-nested.js';
import { scopesOverlap } from './scopes-overlap.js';
import { timeDisjoint } from './time-disjoint.js';
import { tollRose } from './toll-rose.js';

/** Every pairwise rule. The first that applies to a pair speaks for it, so what excuses stands before what accuses. */
export const RULES: readonly Rule[] = [
  denied,
  declaredDisjoint,
  tollRose,
  figureCorrected,
  quantityDisjoint,
  timeDisjoint,
  categoryDisjoint,
  categoryCompeting,
  booleanOpposed,
  partExceedsWhole,
  partOfWhole,
  scopesNested,
  scopesOverlap,
];
