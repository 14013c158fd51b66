import type { PackRecognition, Recognition } from '../../domain/reading/index.js';
import type { Accrual } from '../../domain/claim/claim.js';
import type { Datatype } from '../../domain/values/value.js';

/** Concepts that come with Gainsay, so that no pack has to list them. */
export type GivenConcepts = 'regions' | 'countries' | 'capitals' | 'nationalities';

/** A vocabulary pack as its file says it; `packs/pack.schema.json` describes every part. */
export interface Pack {
  readonly pack: string;
  readonly label: string;
  readonly description?: string;
  readonly recognition?: PackRecognition;
  readonly schemes?: readonly PackScheme[];
  readonly properties?: readonly PackProperty[];
  readonly identities?: readonly PackIdentity[];
  readonly orders?: readonly PackOrder[];
}

export interface PackScheme {
  readonly key: string;
  readonly label: string;
  readonly siblingsExclusive?: boolean;
  readonly topConceptsComplete?: boolean;
  readonly open?: boolean;
  readonly from?: readonly GivenConcepts[];
  readonly concepts?: readonly PackConcept[];
}

export interface PackConcept {
  readonly label?: string;
  readonly key?: string;
  readonly synonyms?: readonly string[];
  readonly broader?: string | readonly string[];
  readonly disjointWith?: readonly string[];
  readonly exclusiveGroup?: string;
  readonly narrowerComplete?: boolean;
  readonly exactMatch?: readonly string[];
}

export interface PackProperty {
  readonly key: string;
  readonly label: string;
  readonly datatype: Datatype;
  readonly unit?: string;
  readonly singleValued?: boolean;
  readonly additive?: boolean;
  readonly accrual?: Accrual;
  readonly scheme?: string;
  readonly phrase?: string;
  readonly scopeDimensions?: readonly (string | { readonly dimension: string; readonly scheme: string })[];
  readonly recognition?: Recognition;
}

export interface PackIdentity {
  readonly key: string;
  readonly label: string;
  readonly whole: string;
  readonly parts: readonly string[];
}

export interface PackOrder {
  readonly key: string;
  readonly earlier: string;
  readonly later: string;
}
