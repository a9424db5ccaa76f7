import { AppError, assertNever } from '#shared/contract/errors.ts';
import type { ReadFile } from '#shared/contract/grid.ts';
import { readCsv } from './csv.ts';
import { isWordPackage, readDocx } from './docx.ts';
import { type FileKind, fileKind } from './file-kind.ts';
import { readHtml } from './html.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { readFlatOds, readOds } from './ods.ts';
import { preflight, type ZipPackage } from './preflight.ts';
import { damaged, incomplete, inMegabytes, tooLarge } from './refusals.ts';
import { readXls } from './xls.ts';
import { readXlsx, type SheetProgress } from './xlsx.ts';
import { isXmlSpreadsheet, readXmlSpreadsheet } from './xml-spreadsheet.ts';

export type ReadOptions = { readonly limits?: Partial<ReadLimits>; readonly onSheet?: SheetProgress };

/**
 * Reads a file into Grids. What it is, is decided by its content first and its name second: a workbook under
 * another name is read, and a page or a text under the name of one too.
 *
 * Throws AppError file-empty, file-damaged, file-encrypted, file-unsupported, file-too-large, file-hostile.
 */
export function readFile(content: Uint8Array, fileName: string, options: ReadOptions = {}): ReadFile {
  const limits: ReadLimits = { ...defaultReadLimits, ...options.limits };
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (bytes.length > limits.fileBytes) {
    throw tooLarge(
      fileName,
      `it takes ${inMegabytes(bytes.length)} (at most ${inMegabytes(limits.fileBytes)} are read)`,
    );
  }
  try {
    return readKind(fileKind(bytes), bytes, fileName, limits, options.onSheet ?? (() => undefined));
  } catch (error) {
    if (error instanceof AppError) throw error;
    // A reader that stumbles over a stranger's file: the file is refused, the cause kept for the log.
    throw damaged(fileName, 'its inside does not fit together', error);
  }
}

function readKind(
  kind: FileKind,
  bytes: Buffer,
  fileName: string,
  limits: ReadLimits,
  onSheet: SheetProgress,
): ReadFile {
  switch (kind) {
    case 'zip':
      return readZip(preflight(bytes, fileName, limits), limits, onSheet);
    case 'text':
      return readText(bytes, fileName, limits);
    case 'json':
      return readJson(bytes, fileName, limits);
    case 'empty':
      throw new AppError(
        'file-empty',
        `“${fileName}” is empty: it has no bytes at all. Choose the file again, or ask for a new copy.`,
      );
    case 'zeros':
      throw damaged(fileName, 'it holds nothing but zeros, as a copy does that was broken off');
    case 'encrypted-office':
      throw new AppError(
        'file-encrypted',
        `“${fileName}” is protected with a password, so it cannot be read. Open it in Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password, and leave it blank), save it and import it again.`,
      );
    case 'old-excel':
      return readXls(bytes, fileName, limits, onSheet);
    case 'old-word':
      throw unsupported(fileName, 'a Word 97-2003 document (.doc)', asWord('Word'));
    case 'old-office':
      // A copy that broke off may end before the directory that would say what it is.
      if (/\.xls$/i.test(fileName)) return readXls(bytes, fileName, limits, onSheet);
      throw unsupported(fileName, 'an old Office file that is neither a workbook nor a document', asTable);
    case 'pdf':
      throw unsupported(
        fileName,
        'a PDF, which keeps the look of a table and not its cells',
        `Ask for the Word document or workbook that it was made from, or open it in Word, save it as a Word Document (.docx) and import that.`,
      );
    case 'rtf':
      throw unsupported(fileName, 'a rich-text document (.rtf)', asWord('Word'));
    case 'web-page':
      return readPage(bytes, fileName, limits);
    case 'xml':
      if (isFlatOds(bytes)) return readFlatOds(bytes, fileName, limits, onSheet);
      if (isXmlSpreadsheet(bytes)) return readXmlSpreadsheet(bytes, fileName, limits, onSheet);
      throw unsupported(fileName, 'an XML file', asWorkbook('Excel'), namedOffice(fileName));
    case 'picture':
      throw unsupported(fileName, 'a picture', asTable);
    case 'binary':
      if (namedOffice(fileName)) throw damaged(fileName, 'it does not begin as its name says');
      throw unsupported(fileName, 'of a kind that this program does not know', asTable);
    default:
      return assertNever(kind);
  }
}

/** A spreadsheet of OpenDocument in one XML file says so in its first element. */
function isFlatOds(bytes: Buffer): boolean {
  const head = bytes.toString('latin1', 0, 8_192);
  return head.includes('<office:document') && head.includes('opendocument.spreadsheet');
}

/** Many systems export a page under the name of a workbook; Excel opens it after a warning. */
function readPage(bytes: Buffer, fileName: string, limits: ReadLimits): ReadFile {
  const read = readHtml(bytes, fileName, limits);
  if (!namedOffice(fileName)) return read;
  return {
    ...read,
    remarks: ['Whatever its name says, the file holds a web page; it was read as one.', ...read.remarks],
  };
}

function namedOffice(fileName: string): boolean {
  return /\.(xls[xmb]?|ods|docx?)$/i.test(fileName);
}

const asWorkbook = (program: string): string =>
  `Open it in ${program}, save it as an Excel Workbook (.xlsx) and import that.`;
const asWord = (program: string): string =>
  `Open it in ${program}, save it as a Word Document (.docx) and import that.`;
const asTable =
  'Open it in the program it comes from, put its table into an Excel Workbook (.xlsx), save it and import that.';

function unsupported(fileName: string, what: string, remedy: string, disguised = false): AppError {
  const named = disguised ? ', whatever its name says,' : '';
  return new AppError(
    'file-unsupported',
    `“${fileName}” is${named} ${what}. It cannot be read here. ${remedy}`,
  );
}

/** A zip archive is a workbook by the parts it holds. */
function readZip(zip: ZipPackage, limits: ReadLimits, onSheet: SheetProgress): ReadFile {
  const { fileName, names } = zip;
  const holds = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (holds(/^(xl\/)?workbook\.bin$/i))
    throw unsupported(fileName, 'an Excel binary workbook (.xlsb)', asWorkbook('Excel'));
  if (zip.has('[Content_Types].xml') && (holds(/(^|\/)workbook\d*\.xml$/i) || holds(/worksheets\//i))) {
    return readXlsx(zip, limits, onSheet);
  }
  if (isWordPackage(zip)) return readDocx(zip, limits);
  if (holds(/^ppt\//i)) throw unsupported(fileName, 'a presentation (.pptx)', asTable);
  if (zip.has('mimetype')) {
    const type = zip.part('mimetype')?.toString('latin1', 0, 100) ?? '';
    if (type.includes('spreadsheet')) return readOds(zip, limits, onSheet);
    if (type.includes('opendocument'))
      throw unsupported(fileName, 'an OpenDocument text or drawing', asWord('LibreOffice or Word'));
  }
  if (names.length === 0) {
    throw new AppError(
      'file-empty',
      `“${fileName}” is an archive with nothing in it. Choose the workbook itself.`,
    );
  }
  if (namedOffice(fileName)) throw damaged(fileName, 'nothing that its name promises is inside');
  throw new AppError(
    'file-unsupported',
    `“${fileName}” is an archive (.zip). Unpack it first, then choose the workbook that is in it.`,
  );
}

/** Text under a workbook's name must at least look like a table: the first bytes of a broken copy do not. */
function readText(bytes: Buffer, fileName: string, limits: ReadLimits): ReadFile {
  if (!namedOffice(fileName)) return readCsv(bytes, fileName, limits);
  if (bytes.length < 4) throw incomplete(fileName);
  const read = readCsv(bytes, fileName, limits);
  const grid = read.grids[0];
  if (grid === undefined || grid.rowCount < 2 || grid.columnCount < 2) {
    throw damaged(fileName, 'it does not begin as its name says');
  }
  return {
    ...read,
    remarks: ['Whatever its name says, the file holds a text table; it was read as one.', ...read.remarks],
  };
}

/** The register's own export (docs/register-json.md) is known by its version and its arrays. */
function readJson(bytes: Buffer, fileName: string, limits: ReadLimits): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    // Text that merely begins with a brace: a table like any other, unless its name promises JSON.
    if (!/\.json$/i.test(fileName)) return readText(bytes, fileName, limits);
    throw damaged(fileName, 'it is not complete JSON', cause);
  }
  if (isRegister(value)) return { format: 'register-json', grids: [], remarks: [] };
  throw unsupported(fileName, 'JSON that is not an export of a register', asTable);
}

function isRegister(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const held = value as Record<string, unknown>;
  return (
    held.format === 'plan-register' ||
    (held.version === 1 && Array.isArray(held.plans) && Array.isArray(held.actions))
  );
}
