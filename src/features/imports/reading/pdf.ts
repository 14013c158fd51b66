import { extractText, getDocumentProxy } from 'unpdf';
import { ImportProblem } from '../import-problem.js';
import { languageOf, lineOf } from './clean-words.js';
import { NO_FACTS, type DocumentFacts } from './document.js';

/** The part of pdf.js's document that is used here; unpdf's types do not resolve. */
interface OpenPdf {
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}

/** Names of the errors by which pdf.js says that a file is at fault. */
const UNREADABLE: ReadonlySet<string> = new Set(['InvalidPDFException', 'FormatError', 'UnknownErrorException']);

/**
 * Reads the text layer of a PDF and what its information dictionary says. No script of the file is run, no font of it is
 * compiled, and nothing is fetched.
 * @throws ImportProblem where it is encrypted, damaged, or has no text
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentFacts & { readonly text: string }> {
  try {
    const options = { isEvalSupported: false, verbosity: 0 };
    const pdf = (await getDocumentProxy(new Uint8Array(bytes), options)) as unknown as OpenPdf;
    const { text } = await extractText(pdf, { mergePages: false });
    const { info } = await pdf.getMetadata();
    const pages = text.map((page) => page.replaceAll('\0', '').trim()).filter((page) => page !== '');
    if (pages.length === 0) {
      throw problem('The PDF has pictures of pages and no text. Recognise its text (OCR) first, then import it.');
    }
    return {
      ...NO_FACTS,
      title: lineOf(info.Title),
      authors: (typeof info.Author === 'string' ? info.Author : '')
        .split(/[;,]/)
        .flatMap((author) => lineOf(author) ?? []),
      publishedAt: instantOfPdf(info.CreationDate),
      language: languageOf(info.Language),
      text: pages.join('\n\n'),
    };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') throw problem('The PDF is encrypted. Remove its password, then import it.');
    if (UNREADABLE.has(name)) throw problem('The PDF is damaged. Open it in a viewer, save it anew, then import it.');
    throw error;
  }
}

/** A PDF date (ISO 32000-1, section 7.9.4): D:20241225062800+04'00'. */
function instantOfPdf(value: unknown): string | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:Z|([+-])(\d{2})'?(\d{2})?)?/.exec(
    typeof value === 'string' ? value : '',
  );
  if (!found) return null;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, hours, minutes = '00'] =
    found;
  const offset = sign === undefined ? 'Z' : `${sign}${hours}:${minutes}`;
  const instant = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

function problem(message: string): ImportProblem {
  return new ImportProblem('UNREADABLE_DOCUMENT', message);
}
