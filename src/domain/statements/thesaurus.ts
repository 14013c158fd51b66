/** The word classes that a dictionary tells apart. */
export type WordClass = 'NOUN' | 'VERB' | 'ADJ' | 'ADV';

/**
 * How the meaning of one word relates to that of another, read from the first to the second: NARROWER means that
 * whatever is the first is the second ("rose", "flower"). SIBLING: two of one kind ("rose", "tulip"). RELATED: of one
 * stem or meaning in another word class ("kill", "death").
 */
export type WordRelation = 'SYNONYM' | 'NARROWER' | 'BROADER' | 'ANTONYM' | 'SIBLING' | 'RELATED';

/** What is known of the words of a language. Words are given as they stand in a dictionary, in lower case. */
export interface Thesaurus {
  /** How two words relate in the senses that they have most often; null where nothing is known. */
  relate(a: string, b: string, wordClass: WordClass): WordRelation | null;
  /** Whether it has a word. */
  knows(word: string, wordClass: WordClass): boolean;
}

/** Knows no word: statements are then compared by their wording, figures and dates alone. */
export const NO_THESAURUS: Thesaurus = { relate: () => null, knows: () => false };
