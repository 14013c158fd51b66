import { isHttpUrlText } from '../../../graphql/scalars/http-url.js';
import { instantOf, languageOf, lineOf } from './clean-words.js';
import type { DocumentFacts } from './document.js';

/** Types of schema.org that are documents which somebody publishes. */
const ARTICLE = /(?:Article|BlogPosting|Report|WebPage)$/;

type Json = Readonly<Record<string, unknown>>;

/** Names by which pages give the same fact, the most telling first. */
const TITLE = ['og:title', 'twitter:title', 'dc.title', 'citation_title'];
const AUTHOR = ['article:author', 'author', 'dc.creator', 'citation_author', 'parsely-author', 'byl'];
const PUBLISHER = ['og:site_name', 'dc.publisher', 'application-name'];
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'dc.date',
  'dcterms.created',
  'datepublished',
  'date',
  'parsely-pub-date',
  'citation_publication_date',
];

/**
 * What a page says of itself, in JSON-LD (schema.org), OpenGraph, Dublin Core and plain HTML, in this order.
 * @param base where the page was found, for relative addresses
 */
export function factsOfPage(document: Document, base: string | null): DocumentFacts {
  const linked = articleOf(document);
  const metas = metasOf(document);
  const meta = (names: readonly string[]): readonly string[] =>
    names.map((name) => metas.get(name) ?? []).find((values) => values.length > 0) ?? [];
  const authors = namesOf(linked?.author).concat(meta(AUTHOR).filter((author) => !isHttpUrlText(author)));
  return {
    title:
      lineOf(linked?.headline) ??
      lineOf(meta(TITLE)[0]) ??
      lineOf(document.querySelector('title')?.textContent) ??
      null,
    authors: [...new Set(authors.flatMap((author) => lineOf(author) ?? []))].slice(0, 50),
    publisher: lineOf(namesOf(linked?.publisher)[0]) ?? lineOf(meta(PUBLISHER)[0]),
    publishedAt:
      instantOf(linked?.datePublished) ??
      meta(PUBLISHED).flatMap((value) => instantOf(value) ?? [])[0] ??
      instantOf(document.querySelector('article time[datetime], time[pubdate]')?.getAttribute('datetime')),
    language:
      languageOf(document.documentElement.getAttribute('lang')) ??
      languageOf(linked?.inLanguage) ??
      languageOf(meta(['og:locale', 'content-language', 'dc.language'])[0]),
    canonicalUrl:
      addressOf(document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), base) ??
      addressOf(meta(['og:url'])[0], base),
  };
}

/** Values of the page's meta elements by their name in lower case, in the order in which they stand. */
function metasOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const metas = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const name = ['property', 'name', 'itemprop', 'http-equiv'].flatMap((key) => element.getAttribute(key) ?? [])[0];
    const content = element.getAttribute('content')?.trim() ?? '';
    if (name === undefined || content === '') continue;
    const key = name.toLowerCase().trim();
    metas.set(key, [...(metas.get(key) ?? []), content]);
  }
  return metas;
}

/** The first article among what the page says in JSON-LD. */
function articleOf(document: Document): Json | undefined {
  const items = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    itemsOf(parsed(script.textContent)),
  );
  return items.find((item) => [item['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type)));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Pages do have broken JSON-LD; the other ways to say the same are left then.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function itemsOf(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap((each) => (isJson(each) ? [each, ...itemsOf(each['@graph'])] : []));
  return isJson(value) ? [value, ...itemsOf(value['@graph'])] : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A person or organisation is given by name, as an object with a name, or as a list of such. */
function namesOf(value: unknown): string[] {
  return [value].flat().flatMap((each) => {
    const name = isJson(each) ? each.name : each;
    return typeof name === 'string' && !isHttpUrlText(name) ? [name] : [];
  });
}

function addressOf(value: string | null | undefined, base: string | null): string | null {
  const text = value?.trim() ?? '';
  if (text === '' || !URL.canParse(text, base ?? undefined)) return null;
  const url = new URL(text, base ?? undefined);
  url.hash = '';
  return isHttpUrlText(url.href) ? url.href : null;
}
