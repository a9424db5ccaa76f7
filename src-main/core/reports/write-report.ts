import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { FileOut, reportFormats } from '#shared/contract/reports.ts';
import { listWords } from '#shared/domain/words.ts';
import { plainName } from '../plain-name.ts';
import type { Ports } from '../ports.ts';
import type { ReportDocument } from './document.ts';
import { fileName } from './file-name.ts';
import { writeHtml } from './write/html.ts';
import { titleLine } from './write/title-line.ts';

export type ReportFormat = (typeof reportFormats)[number];

const openXml = 'application/vnd.openxmlformats-officedocument';

export type WriteOptions = {
  /** YYYY-MM-DD, as the file's name carries it. */
  readonly day: string;
  readonly ports: Pick<Ports, 'printPdf'>;
  /** For csv: the one table wanted. */
  readonly table?: string | null;
};

/** A report as a file. Writers that bring a library are loaded when first wanted: together they outweigh the core. */
export async function writeReport(
  report: ReportDocument,
  format: ReportFormat,
  o: WriteOptions,
): Promise<FileOut> {
  const name = fileName([titleLine(report), o.day]);
  switch (format) {
    case 'html':
      return fileOut(`${name}.html`, 'text/html', Buffer.from(writeHtml(report), 'utf8'));
    case 'xlsx': {
      const { writeXlsx } = await import('./write/xlsx.ts');
      return fileOut(`${name}.xlsx`, `${openXml}.spreadsheetml.sheet`, await writeXlsx(report));
    }
    case 'docx': {
      const { writeDocx } = await import('./write/docx.ts');
      return fileOut(`${name}.docx`, `${openXml}.wordprocessingml.document`, await writeDocx(report));
    }
    case 'pdf':
      return fileOut(`${name}.pdf`, 'application/pdf', await printed(report, o.ports));
    case 'csv':
      return csv(report, o);
    default:
      return assertNever(format);
  }
}

async function printed(report: ReportDocument, { printPdf }: Pick<Ports, 'printPdf'>): Promise<Uint8Array> {
  if (!printPdf) {
    throw new AppError(
      'not-possible',
      'No PDF can be printed here. Save the report as a web page, open it, and choose “Save as PDF” in the browser’s print dialogue.',
    );
  }
  const { datedPdf } = await import('./write/pdf-dates.ts');
  const { withBookmarks } = await import('./write/pdf-bookmarks.ts');
  const page = writeHtml(report);
  return datedPdf(withBookmarks(await printPdf(page), page), report.asAt);
}

/** One table as one file; several as a zip of a file each, unless one is asked for. */
async function csv(report: ReportDocument, o: WriteOptions): Promise<FileOut> {
  const { csvTables, writeCsv } = await import('./write/csv.ts');
  const all = csvTables(report);
  const told = o.table ? all.filter(({ name }) => name.toLowerCase() === o.table?.toLowerCase()) : all;
  const stem = (table: string) => fileName([titleLine(report), table, o.day]);
  const [first, ...rest] = told;
  if (!first) {
    const names = listWords(all.map(({ name }) => `“${name}”`));
    throw new AppError(
      'nothing-found',
      all.length === 0
        ? `“${report.title}” has no table, so there is nothing for a CSV file. Choose another form.`
        : `“${report.title}” has no table “${o.table}”. It has ${names}.`,
    );
  }
  if (rest.length === 0) {
    return fileOut(`${stem(all.length > 1 ? first.name : '')}.csv`, 'text/csv', writeCsv(first.table));
  }
  const { zipFiles } = await import('./write/zip.ts');
  const zip = zipFiles(
    told.map(({ name, table }, at) => ({
      name: `${at + 1} ${plainName(name, 'table') || 'Table'}.csv`,
      bytes: writeCsv(table),
    })),
  );
  return fileOut(`${stem('tables')}.zip`, 'application/zip', zip);
}

export const fileOut = (name: string, mime: string, bytes: Uint8Array): FileOut => ({
  name,
  mime,
  base64: Buffer.from(bytes).toString('base64'),
});
