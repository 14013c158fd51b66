import type { DocumentFactsType } from '../sources/index.js';
import type { DocumentFacts } from './reading/document.js';

export function toFacts(facts: DocumentFacts): DocumentFactsType {
  const { title, authors, publisher, publishedAt, language, canonicalUrl } = facts;
  return { title, authors, publisher, publishedAt: publishedAt ? new Date(publishedAt) : null, language, canonicalUrl };
}
