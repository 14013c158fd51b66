import { MAX_KEY } from '../../graphql/validation/words.js';

/** What a slug looks like. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function isSlug(text: string): boolean {
  return text.length <= MAX_KEY && SLUG.test(text);
}

/**
 * A short name for addresses made from a title: accents dropped, all but letters and digits turned to hyphens.
 * "story" where the title has no Latin letter or digit.
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, MAX_KEY - 4).replace(/^-|-$/g, '') || 'story';
}

/** The slugs to try in turn: the slug itself, then numbered. */
export function slugCandidates(slug: string, most: number): string[] {
  return Array.from({ length: most }, (_, i) => (i === 0 ? slug : `${slug}-${i + 1}`));
}
