import { z } from 'zod';
import { type KeptFile, keptFile } from '#db/queries/import-sources.ts';
import { AppError } from '#shared/contract/errors.ts';
import { findPlace } from '#shared/contract/find-place.ts';
import type { SourcePicture } from '#shared/contract/import-sources.ts';
import { ImportOptions, TableView } from '#shared/contract/imports.ts';
import type { FileOut } from '#shared/contract/reports.ts';
import type { Register } from '../app.ts';
import { recogniseOptions } from './open-import.ts';
import { type ReadingSession, startReading } from './session/reading-session.ts';

/** "Show me the cell": a file that was brought in, read again from its kept bytes. */

type Asked = { readonly importId: string; readonly file: string };

/** Files held read while somebody looks at their cells: a worker each, so few. */
const mostHeld = 2;
const held = new WeakMap<Register, Map<string, Promise<ReadingSession>>>();

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
    picture: await reading.picture(sheet, firstRow, o.rowCount),
    tables: tablesThen(file).filter((table) => table.sheet === sheet),
  };
}

/** The file itself, as it was brought in. */
export function saveSource(register: Register, o: Asked): FileOut {
  const { name, bytes } = keptOr(register, o);
  return { name, mime: 'application/octet-stream', base64: bytes.toString('base64') };
}

/** Ends the readings that are held: the register is being closed, or memory is wanted. */
export async function dropSources(register: Register): Promise<void> {
  const readings = [...(held.get(register)?.values() ?? [])];
  held.delete(register);
  for (const reading of readings) await (await reading.catch(() => null))?.close();
}

function keptOr(register: Register, o: Asked): KeptFile & { bytes: Buffer } {
  const file = keptFile(register.db, o.importId, o.file);
  if (file?.bytes) return { ...file, bytes: file.bytes };
  throw new AppError(
    'not-found',
    file
      ? `“${o.file}” was brought in before files were kept, or from another register. Only the names of its cells are known.`
      : `The import of “${o.file}” is no longer in the register. It may have been undone.`,
  );
}

async function readingOf(
  register: Register,
  file: KeptFile & { bytes: Buffer },
  name: string,
): Promise<ReadingSession> {
  const readings = held.get(register) ?? new Map<string, Promise<ReadingSession>>();
  held.set(register, readings);
  const known = readings.get(file.sha256);
  if (known) return known;
  const reading = startReading({
    name,
    bytes: file.bytes,
    options: recogniseOptions(register, name, ImportOptions.parse({}), []),
  });
  readings.set(file.sha256, reading);
  reading.catch(() => readings.delete(file.sha256));
  for (const [sha256, old] of readings) {
    if (readings.size <= mostHeld) break;
    readings.delete(sha256);
    void old.then(
      (one) => one.close(),
      () => undefined,
    );
  }
  return reading;
}

const Reading = z.object({ tables: z.array(TableView) });

/** What was read as tables when the file was brought in; none where that was kept in a form of long ago. */
function tablesThen(file: KeptFile): TableView[] {
  const parsed = Reading.safeParse(file.reading);
  return parsed.success ? parsed.data.tables : [];
}
