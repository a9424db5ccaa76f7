import { AppError } from '#shared/contract/errors.ts';

/** The refusals that several readers share: what happened, to which file, what to do. */

/** The program that a file belongs to by its name, and what it saves. */
function programOf(name: string): {
  readonly program: string;
  readonly saveAgain: string;
  readonly spare: string;
} {
  if (/\.(?:do[ct][xm]?)$/i.test(name)) {
    return {
      program: 'Word',
      saveAgain: 'Open it in Word, save it again as a Word Document (.docx) and import that copy.',
      spare: 'Delete the pages that are not needed',
    };
  }
  if (/\.f?ods$/i.test(name)) {
    return {
      program: 'LibreOffice',
      saveAgain: 'Open it in LibreOffice or Excel, save it again and import that copy.',
      spare: 'Delete the rows, columns and sheets that are not needed',
    };
  }
  return {
    program: 'Excel',
    saveAgain: 'Open it in Excel, save it again as an Excel Workbook (.xlsx) and import that copy.',
    spare: 'Delete the rows, columns and sheets that are not needed',
  };
}

/** The file broke off: the usual fate of a download, an e-mail attachment or a USB stick pulled out. */
export function incomplete(name: string, cause?: unknown): AppError {
  return new AppError(
    'file-damaged',
    `“${name}” is not complete: its end is missing. Copy or download it again and import the new copy.`,
    { cause },
  );
}

export function damaged(name: string, where: string, cause?: unknown): AppError {
  const { program, saveAgain } = programOf(name);
  return new AppError(
    'file-damaged',
    `“${name}” is damaged (${where}), so nothing was read from it. ${saveAgain} If ${program} cannot open it either, ask for the file again.`,
    { cause },
  );
}

export function hostile(name: string, what: string, cause?: unknown): AppError {
  const { program } = programOf(name);
  return new AppError(
    'file-hostile',
    `“${name}” was refused because ${what}. ${program} does not write such files. Ask whoever sent it for a new copy, or open it in ${program} and save it again under another name.`,
    { cause },
  );
}

export function tooLarge(name: string, what: string, cause?: unknown): AppError {
  return new AppError(
    'file-too-large',
    `“${name}” is too large to import: ${what}. ${programOf(name).spare}, save it under another name and import that.`,
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
