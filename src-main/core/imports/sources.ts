import { z } from 'zod';
import { type KeptFile, keptFile } from '#db/queries/import-sources.ts';
import { AppError } from '#shared/contract/errors.ts';
import { findPlace } from '#shared/contract/find-place.ts';
import type { SourcePicture } from '#shared/contract/import-sources.ts';
import { ImportOptions, TableView } from '#shared/contract/imports.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { SheetPicture } from '#shared/contract/sheet-picture.ts';
import type { Register } from '../app.ts';
import { recogniseOptions } from './open-import.ts';
import { heldReading } from './session/held-readings.ts';
import { type ReadingSession, startReading } from './session/reading-session.ts';

/** "Show me the cell": a file that was brought in, read again from its kept bytes. */

type Asked = { readonly importId: string; readonly file: string };

/** A place of a kept file with the rows around it. Throws `not-found` where the file is not kept. */
export async function pictureOfSource(
  register: Register,
  o: Asked & { where: string; sheet: number | null; firstRow: number | null; rowCount: number },
): Promise<SourcePicture> {
  const file = keptOr(register, o);
  const reading = await readingOf(register, file, o.file);
  const { sheets } = reading.recognition();
  const found = findPlace(sheets, o.where);
  const place =
    found && found.top < (sheets[found.grid]?.rows ?? 0)
      ? { sheet: found.grid, top: found.top, left: found.left, bottom: found.bottom, right: found.right }
      : null;
  const sheet = o.sheet ?? place?.sheet ?? 0;
  // Whole pages, so that leafing on from here meets no row twice.
  const firstRow = o.firstRow ?? Math.floor((place?.top ?? 0) / o.rowCount) * o.rowCount;
  return {
    name: file.name,
    at: file.at,
    sheets: sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows })),
    place,
    sheet,
    picture: withoutQuestions(await reading.picture(sheet, firstRow, o.rowCount)),
    tables: tablesThen(file).filter((table) => table.sheet === sheet),
  };
}

/** The file itself, as it was brought in. */
export function saveSource(register: Register, o: Asked): FileOut {
  const { name, bytes } = keptOr(register, o);
  return { name, mime: 'application/octet-stream', base64: bytes.toString('base64') };
}

/** What the file left open was settled, or left, when it was brought in. */
function withoutQuestions(picture: SheetPicture): SheetPicture {
  return { ...picture, cells: picture.cells.map((cell) => ({ ...cell, questionId: null })) };
}

function keptOr(register: Register, o: Asked): KeptFile & { bytes: Buffer } {
  const file = keptFile(register.db, o.importId, o.file);
  if (file?.bytes) return { ...file, bytes: file.bytes };
  throw new AppError(
    'not-found',
    file
      ? `“${o.file}” is not kept: it was brought in before files were, came with another register, or went when a name was taken out. Only the names of its cells are known.`
      : `The import of “${o.file}” is no longer in the register. It may have been undone.`,
  );
}

function readingOf(
  register: Register,
  file: KeptFile & { bytes: Buffer },
  name: string,
): Promise<ReadingSession> {
  return heldReading(register, file.sha256, () =>
    startReading({
      name,
      bytes: file.bytes,
      options: recogniseOptions(register, name, ImportOptions.parse({}), []),
    }),
  );
}

const Reading = z.object({ tables: z.array(TableView) });

/** What was read as tables when the file was brought in; none where that was kept in a form of long ago. */
function tablesThen(file: KeptFile): TableView[] {
  const parsed = Reading.safeParse(file.reading);
  return parsed.success ? parsed.data.tables : [];
}
