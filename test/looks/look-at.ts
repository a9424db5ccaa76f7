import { existsSync, readFileSync } from 'node:fs';
import { docxFaults } from './docx-looks.ts';
import { htmlFaults } from './html-looks.ts';
import type { Made } from './make-reports.ts';
import { pdfLook } from './pdf-looks.ts';
import { csvFaults, emlFaults } from './plain-looks.ts';
import { xlsxFaults } from './xlsx-looks.ts';

/** What a program sees of a file: how many pages it has, where it has pages, and what is wrong with it. */
export type Looked = { readonly pages: number | null; readonly faults: readonly string[] };

/** Looks at one report that was made; a PDF needs the page beside it that it was printed from. */
export async function lookAt({ format, path }: Pick<Made, 'format' | 'path'>): Promise<Looked> {
  const bytes = readFileSync(path);
  const plain = (faults: readonly string[]): Looked => ({ pages: null, faults });
  switch (format) {
    case 'html':
      return plain(htmlFaults(bytes.toString('utf8')));
    case 'docx':
      return plain(docxFaults(bytes));
    case 'xlsx':
      return plain(await xlsxFaults(bytes));
    case 'csv':
      return plain(csvFaults(bytes));
    case 'eml':
      return plain(await emlFaults(bytes, 2));
    case 'pdf': {
      const page = path.replace(/\.pdf$/, '.html');
      if (!existsSync(page)) return plain([`the page beside it is missing: ${page}`]);
      return pdfLook(bytes, readFileSync(page, 'utf8'));
    }
  }
}
