import { importFileRows, importRows, trayRows } from '#db/queries/imports-list.ts';
import { settlePieces } from '#db/queries/imports-write.ts';
import { AppError } from '#shared/contract/errors.ts';
import type {
  ImportOptions,
  ImportPreview,
  ImportResult,
  ImportUnderWay,
  SheetPicture,
} from '#shared/contract/imports.ts';
import type { App, Register } from '../app.ts';
import { applyImport } from './apply/apply-import.ts';
import { type NamedFile, openImport } from './open-import.ts';
import { dropSession, sessionOf, sessionsOf } from './sessions.ts';
import { previewOf } from './views.ts';

/** Bringing files in, step by step as the screen does it. Every step works on the session that `start` opened. */

export async function startImport(
  app: App,
  o: { jobId: string; files: readonly NamedFile[]; options: ImportOptions },
): Promise<ImportPreview> {
  const names = o.files.map((file) => file.name).join(', ');
  const session = await app.jobs.run(o.jobId, `Reading ${names}`, (job) =>
    openImport(app, job, o.files, o.options),
  );
  return previewOf(session);
}

export function previewImport(app: App, sessionId: string): ImportPreview {
  return previewOf(sessionOf(app, sessionId));
}

export function sheetOfImport(
  app: App,
  o: { sessionId: string; file: number; sheet: number; firstRow: number; rowCount: number },
): Promise<SheetPicture> {
  const content = sessionOf(app, o.sessionId).files[o.file]?.content;
  if (content?.kind !== 'tables')
    throw new AppError('not-found', `This import has no sheets of a file number ${o.file + 1}.`);
  return content.reading.picture(o.sheet, o.firstRow, o.rowCount);
}

/** Imports that nothing has been written of yet. */
export function importsUnderWay(app: App): ImportUnderWay[] {
  return sessionsOf(app).map((session) => ({
    sessionId: session.id,
    names: session.files.map((file) => file.name),
    startedAt: session.startedAt,
    aside: session.aside,
    corrected: session.acts.length,
    openQuestions: previewOf(session)
      .files.flatMap((file) => file.questions)
      .filter((question) => !question.answered).length,
  }));
}

export function setAside(app: App, sessionId: string): { aside: boolean } {
  sessionOf(app, sessionId).aside = true;
  return { aside: true };
}

/** Writes the import, then lets its session go. After a conflict the session stays, compared anew. */
export async function applyImportSession(
  app: App,
  o: { sessionId: string; jobId: string },
): Promise<ImportResult> {
  const session = sessionOf(app, o.sessionId);
  const names = session.files.map((file) => file.name).join(', ');
  const result = await app.jobs.run(o.jobId, `Bringing in ${names}`, (job) => applyImport(app, session, job));
  await dropSession(app, o.sessionId);
  return result;
}

/** Reads, recognises and writes files in one go, with the recogniser's own choices: what a command line does. */
export async function importFiles(
  app: App,
  files: readonly NamedFile[],
  options: ImportOptions,
): Promise<ImportResult> {
  const jobId = app.options.newId();
  const { sessionId } = await startImport(app, { jobId, files, options });
  try {
    return await applyImportSession(app, { sessionId, jobId: app.options.newId() });
  } finally {
    await dropSession(app, sessionId);
  }
}

/** Every import, newest first, with its files and how much of its tray is open. */
export function listImports(register: Register) {
  const files = Map.groupBy(importFileRows(register.db), (file) => file.importId);
  return importRows(register.db).map(({ id, at, openTray }) => ({
    id,
    at,
    openTray,
    files: (files.get(id) ?? []).map(({ name, cells, placed, inTray, lost }) => ({
      name,
      reconciliation: { cells, placed, tray: inTray, lost },
    })),
  }));
}

export function listTray(register: Register, importId: string | null) {
  return trayRows(register.db, importId);
}

/** Keeps or discards pieces of the tray, or opens them again: one act, which Undo takes back. */
export function settleTray(
  register: Register,
  o: { ids: readonly string[]; as: 'kept' | 'discarded' | 'open'; reason: string | null },
): { settled: number } {
  const pieces = o.ids.length === 1 ? '1 piece' : `${o.ids.length} pieces`;
  const verb = { kept: 'kept as notes', discarded: 'discarded', open: 'put back' }[o.as];
  const settled = register.act({ kind: 'tray', label: `${pieces} of the tray ${verb}` }, (tx) =>
    settlePieces(tx, o.ids, o.as, o.reason),
  );
  if (settled === 0)
    throw new AppError(
      'not-found',
      'These pieces are no longer in the tray, or they are placed: Undo takes that back.',
    );
  return { settled };
}
