import type { DocumentKind } from './document-kind.js';

/** What a document says of itself. Nothing of it is checked: it is a proposal for the source's fields. */
export interface DocumentFacts {
  readonly title: string | null;
  readonly authors: readonly string[];
  /** The outlet or office, as the document names it. */
  readonly publisher: string | null;
  /** ISO 8601; UTC where the document gives no offset. */
  readonly publishedAt: string | null;
  /** BCP 47 tag. */
  readonly language: string | null;
  /** The address that it calls its own. */
  readonly canonicalUrl: string | null;
}

/** A document that has been read. */
export interface ReadDocument extends DocumentFacts {
  readonly text: string;
  readonly mediaType: DocumentKind;
}

export const NO_FACTS: DocumentFacts = {
  title: null,
  authors: [],
  publisher: null,
  publishedAt: null,
  language: null,
  canonicalUrl: null,
};
