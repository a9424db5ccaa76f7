import { AppError } from '#shared/contract/errors.ts';

/** The refusals that several readers share: what happened, to which file, what to do. */

const saveAgain = 'Open it in Excel, save it again as an Excel Workbook (.xlsx) and import that copy.';

/** The file broke off: the usual fate of a download, an e-mail attachment or a USB stick pulled out. */
export function incomplete(name: string, cause?: unknown): AppError {
  return new AppError(
    'file-damaged',
    `“${name}” is not complete: its end is missing. Copy or download it again and import the new copy.`,
    { cause },
  );
}

export function damaged(name: string, where: string, cause?: unknown): AppError {
  return new AppError(
    'file-damaged',
    `“${name}” is damaged (${where}), so nothing was read from it. ${saveAgain} If Excel cannot open it either, ask for the file again.`,
    { cause },
  );
}

export function hostile(name: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'file-hostile',
    `“${name}” was refused because ${what}. Excel does not write such files. Ask whoever sent it for a new copy, or open it in Excel and save it again under another name.`,
    { cause },
  );
}

export function tooLarge(name: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'file-too-large',
    `“${name}” is too large to import: ${what}. Delete the rows, columns and sheets that are not needed, save it under another name and import that.`,
    { cause },
  );
}

export function tooManyRows(name: string, most: number): AppError {
  return tooLarge(
    name,
    `it has text in more than ${most.toLocaleString('en-GB')} rows, or further down than that`,
  );
}

/** "25 MB", for a sentence. */
export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

export function doctypeFound(fileName: string): AppError {
  return hostile(
    fileName,
    'it declares a document type of its own, which can make a reader open other files',
  );
}
