import { Readability } from '@mozilla/readability';
import { convert, type HtmlToTextOptions } from 'html-to-text';
import { parseHTML } from 'linkedom';
import { ImportProblem } from '../import-problem.js';
import { lineOf } from './clean-words.js';
import { NO_FACTS, type DocumentFacts } from './document.js';
import { factsOfPage } from './html-facts.js';

/** Most code units of HTML that are taken apart: two megabytes of markup take three seconds. */
const MAX_HTML = 5_000_000;
/** Most elements that are weighed against each other to find the article. */
const MAX_ELEMENTS = 100_000;

/** Words as they stand: no line is wrapped, no heading shouted, no address written out, no picture described. */
const AS_WRITTEN: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML, maxDepth: 400, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
};

/** Parts of a page that are no part of what it says. */
const FURNITURE = ['nav', 'header', 'footer', 'aside', 'form', 'button', 'noscript', 'template', 'svg', 'iframe'];

/**
 * Reads a page: its article as Readability finds it, or, where there is none to be told from the rest, all its text but the
 * furniture. Nothing of the page is run or fetched.
 * @param base where it was found; null where that is not known
 * @throws ImportProblem where it is too large or too deeply nested
 */
export function readHtml(html: string, base: string | null): DocumentFacts & { readonly text: string } {
  if (html.length > MAX_HTML) {
    throw new ImportProblem(
      'TOO_LONG',
      `The page has more than ${MAX_HTML} characters. Save its text and upload that.`,
    );
  }
  try {
    const { document } = parseHTML(isWhole(html) ? html : `<!doctype html><html><body>${html}</body></html>`);
    const facts = factsOfPage(document, base);
    const article = new Readability(document, { maxElemsToParse: MAX_ELEMENTS }).parse();
    const text = article?.content ? asWritten(article.content) : '';
    return {
      ...facts,
      title: facts.title ?? lineOf(article?.title),
      text: text.trim() === '' ? wholeText(html) : text,
    };
  } catch (error) {
    // Readability throws a plain Error for too many elements; deep nesting exhausts the stack.
    const isTooMuch = error instanceof RangeError || (error instanceof Error && /elements found/i.test(error.message));
    if (!isTooMuch) throw error;
    return { ...NO_FACTS, text: wholeText(html) };
  }
}

/** The words of HTML, block by block. */
export function asWritten(html: string): string {
  return convert(html, AS_WRITTEN);
}

/** A fragment has no root, and without one nothing of it is found. */
function isWhole(html: string): boolean {
  return /<html[\s>]/i.test(html);
}

function wholeText(html: string): string {
  const skipped = FURNITURE.map((selector) => ({ selector, format: 'skip' }));
  return convert(html, { ...AS_WRITTEN, selectors: [...(AS_WRITTEN.selectors ?? []), ...skipped] });
}
