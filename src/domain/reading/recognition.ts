/**
 * How a vocabulary pack says in which words a property is recognised. Everything here is data: the grammar that uses
 * it knows English, but no field.
 *
 * A wording is one or more words of a sentence in lower case, with this notation:
 * - `word~` any inflected form: `kill~` is kill, kills, killed, killing; `death~` is death, deaths; `shoot~` knows
 *   "shot". Other words stand as written.
 * - `his|her|their` one of these; `word?` this word or nothing.
 * - `...` up to four words: `shoot~ ... down` is "shot the airliner down".
 *
 * Case, the shape of apostrophes, and a hyphen or space within a word are as one: `air-defence` is "air defence".
 */
export type Wording = string;

/** How one property is recognised. Which of the lists make sense depends on the property's datatype. */
export interface Recognition {
  /**
   * Nouns that name the property itself, so that its value follows or stands before them: `death toll` ("the death
   * toll rose to 38"), `magnitude` ("a magnitude-6.4 quake"), `cause` ("the cause was a bird strike").
   */
  readonly names?: readonly Wording[];

  // ---- QUANTITY: what is counted ------------------------------------------------------------------------------
  /** Verbs whose object is counted: `kill~` ("killed 38 people", "38 people were killed"). */
  readonly objectOf?: readonly Wording[];
  /** Verbs whose subject is counted: `die~`, `lose~ their lives` ("38 people died"). */
  readonly subjectOf?: readonly Wording[];
  /** What the counted are said to be: `dead`, `missing`, `on board` ("left 38 dead", "38 were missing"). */
  readonly described?: readonly Wording[];
  /** Nouns that stand after the figure: `fatality~`, `survivor~`, `vote~` ("38 fatalities", "no survivors"). */
  readonly counted?: readonly Wording[];
  /** Nouns that take the counted with "of": `death~`, `loss`, `body~` ("the deaths of 38 people"). */
  readonly ofNouns?: readonly Wording[];
  /** Words for a group of the counted: `dead`, `victim~` ("among the dead were three children"). */
  readonly group?: readonly Wording[];
  /**
   * Keys of the noun classes (see {@link PackRecognition.nouns}) that the figure counts: `person`. Absent: the noun
   * after a figure does not matter.
   */
  readonly of?: readonly string[];
  /**
   * Whether a noun that no class knows may be counted too ("12 stevedores were killed"). True where it is absent.
   */
  readonly ofOthers?: boolean;
  /**
   * Scope concepts that people name when they mean the whole, unless another of the same dimension is counted beside
   * it: `passenger~` in "38 of the 67 passengers on board".
   */
  readonly wholeNouns?: readonly Wording[];
  /** Units that the figure may have, as words of measure: `km`, `percent`. Absent: the property's own unit. */
  readonly units?: readonly string[];

  // ---- CONCEPT, TIME, TEXT: where the value stands ------------------------------------------------------------
  /** Words that the value follows: `caused by`, `divert~ ... to`, `crash~ ... near`. */
  readonly before?: readonly Wording[];
  /** Words that the value comes before: `cause~` ("a bird strike caused the crash"), `claim~ responsibility`. */
  readonly after?: readonly Wording[];
  /**
   * What happened, as verb or noun: a time, or a place after a preposition, in the same clause is the value:
   * `crash~`, `earthquake~` ("crashed on 25 December near Aktau").
   */
  readonly events?: readonly Wording[];
  /** Prepositions by which a place belongs to an event; `in`, `at`, `near` and their like where it is absent. */
  readonly prepositions?: readonly string[];
  /** What the value is taken for: AGENT reads a name or office beside the trigger; only for TEXT. */
  readonly takes?: 'AGENT';

  // ---- any datatype -------------------------------------------------------------------------------------------
  /**
   * Wordings with `{value}` where the value stands: `loss of {value} life~` ("the loss of 23 Azerbaijani lives"),
   * `{value} win~ the election`. Adjectives may follow a figure.
   */
  readonly patterns?: readonly Wording[];
  /**
   * Wordings that say the value by themselves: for BOOLEAN under "true" and "false", for CONCEPT under a concept's
   * label: `{ external interference: [shoot~ ... down] }`.
   */
  readonly says?: Readonly<Record<string, readonly Wording[]>>;
  /** Wordings that deny whatever value is named beside them: `den~ ... involvement`. */
  readonly denies?: readonly Wording[];
  /** Wordings in which a trigger above means something else: `dead heat`, `killed off`. */
  readonly not?: readonly Wording[];
  /** By dimension, the prepositions before a concept that narrows the scope: `{ place: [in, across] }`. */
  readonly scopedBy?: Readonly<Record<string, readonly string[]>>;
}

/** What a pack says of recognition for all its properties. */
export interface PackRecognition {
  /** Classes of nouns by key, for {@link Recognition.of}: `{ person: [people, resident~, sailor~] }`. */
  readonly nouns?: Readonly<Record<string, readonly Wording[]>>;
  /**
   * What a story of this field is about, as nouns and verbs: `crash~`, `earthquake~`. They give the subject's hint,
   * and relative times count from them ("two days after the crash").
   */
  readonly events?: readonly Wording[];
}

/** A concept as the reader needs it. */
export interface ReadableConcept {
  readonly id: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  /** Ids of broader concepts of the same scheme. */
  readonly broader: readonly string[];
}

/** A concept scheme as the reader needs it. */
export interface ReadableScheme {
  readonly key: string;
  readonly concepts: readonly ReadableConcept[];
  /**
   * Whether names that the scheme does not have are read as new concepts of it (places; not causes).
   */
  readonly open: boolean;
}

/** A property as the reader needs it. */
export interface ReadableProperty {
  readonly key: string;
  readonly label: string;
  readonly datatype: 'QUANTITY' | 'TIME' | 'CONCEPT' | 'BOOLEAN' | 'TEXT';
  readonly unit: string | null;
  /** "{value} killed"; see Property of the domain. */
  readonly phrase: string | null;
  /** Key of the scheme of its values; null but for CONCEPT. */
  readonly schemeKey: string | null;
  /** What narrows it, each with the scheme of its concepts. */
  readonly scopeDimensions: readonly { readonly key: string; readonly schemeKey: string }[];
  readonly recognition: Recognition;
}

/** Everything that a text is read by. Immutable: the reader is compiled from it once. */
export interface ReadableVocabulary {
  readonly properties: readonly ReadableProperty[];
  readonly schemes: readonly ReadableScheme[];
  readonly nouns: Readonly<Record<string, readonly Wording[]>>;
  readonly events: readonly Wording[];
}
