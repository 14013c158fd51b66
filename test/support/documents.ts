/** Sentences of an invented report, enough of them for a page to count as an article. */
export const REPORT = [
  'The ferry Almandine ran aground off Skarholm early on Friday, the coast guard said, and 41 people were taken ashore.',
  'Two of the rescued were treated for cold, according to the island’s clinic, which had opened its doors at night.',
  'The ferry’s owner, a company in Vessby, said that its rudder had failed; the harbour master doubted this on Saturday.',
  'Divers, who went down on Sunday, found no hole in the hull, and the wreck, they added, could be towed within a week.',
];

/** A page around paragraphs, with furniture that is no part of the article. */
export function htmlPage(
  paragraphs: readonly string[],
  { head = '<title>Ferry aground</title>', language = 'en' } = {},
): string {
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>
    <nav><a href="/">Front page</a> <a href="/weather">Weather</a></nav>
    <main><article><h1>Ferry aground</h1>${body}</article></main>
    <footer>Imprint and terms</footer></body></html>`;
}

/**
 * A PDF of one page for each text (PDF 1.4, uncompressed, Helvetica), with an information dictionary.
 * @param encrypted whether it says that it is locked with a password that nobody knows
 */
export function pdf(
  pages: readonly string[],
  info: Readonly<Record<string, string>> = {},
  { encrypted = false } = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const pagesId = 2 * pages.length + 2;
  const kids = pages.map((text) => {
    const lines = text.match(/.{1,80}(?:\s|$)/g) ?? [];
    const shown = lines.map((line) => `(${escaped(line.trim())}) Tj T*`).join('\n');
    const content = text === '' ? '' : `BT /F1 11 Tf 14 TL 50 780 Td\n${shown}\nET`;
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
    return add(
      `<< /Type /Page /Parent ${pagesId} 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R ` +
        `/Resources << /Font << /F1 ${font} 0 R >> >> >>`,
    );
  });
  add(`<< /Type /Pages /Kids [${kids.map((id) => `${id} 0 R`).join(' ')}] /Count ${kids.length} >>`);
  const catalog = add(`<< /Type /Catalog /Pages ${pagesId} 0 R >>`);
  const entries = Object.entries(info).map(([key, value]) => `/${key} (${escaped(value)})`);
  const infoId = add(`<< ${entries.join(' ')} >>`);
  const secret = 'ab'.repeat(32);
  const lock = encrypted ? add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -44 >>`) : null;

  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const locked = lock === null ? '' : ` /Encrypt ${lock} 0 R /ID [<${secret}> <${secret}>]`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${infoId} 0 R${locked} >>\n`;
  return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\()]/g, '\\$&');
}
