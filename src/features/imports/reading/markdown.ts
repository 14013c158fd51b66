import { marked } from 'marked';
import { instantOf, languageOf, lineOf } from './clean-words.js';
import { NO_FACTS, type DocumentFacts } from './document.js';
import { asWritten } from './html.js';

/** `key: value` lines between two lines of dashes at the start, as static site generators have them. */
const FRONT_MATTER = /^---[^\S\n]*\n([\s\S]*?)\n---[^\S\n]*(?:\n|$)/;

/** Reads Markdown (CommonMark with GitHub's tables): its words without the marks, and what its front matter says. */
export function readMarkdown(source: string): DocumentFacts & { readonly text: string } {
  const unified = source.replaceAll(/\r\n?/g, '\n');
  const [front = '', matter = ''] = FRONT_MATTER.exec(unified) ?? [];
  const body = unified.slice(front.length);
  const fields = new Map(
    matter.split('\n').flatMap((line) => {
      const found = /^(\w+):\s*(.*?)\s*$/.exec(line);
      return found?.[1] && found[2] ? [[found[1].toLowerCase(), unquoted(found[2])] as const] : [];
    }),
  );
  const authors = (fields.get('author') ?? fields.get('authors') ?? '').replace(/^\[(.*)\]$/, '$1').split(',');
  return {
    ...NO_FACTS,
    title: lineOf(fields.get('title')) ?? lineOf(/^#[^\S\n]+(.+?)[^\S\n]*#*$/m.exec(body)?.[1]),
    authors: authors.flatMap((author) => lineOf(unquoted(author.trim())) ?? []),
    publisher: lineOf(fields.get('publisher')),
    publishedAt: instantOf(fields.get('date')),
    language: languageOf(fields.get('lang') ?? fields.get('language')),
    text: asWritten(marked.parse(body, { async: false, gfm: true })),
  };
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
}
