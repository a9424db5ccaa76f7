import { revision } from '#db/change-log.ts';
import type { WriteDb } from '#db/handles.ts';
import { trayRows } from '#db/queries/imports-list.ts';
import { keepSource } from '#db/queries/imports-write.ts';
import { writeRegister } from '#db/queries/register-write.ts';
import { insertRow, insertRows } from '#db/rows.ts';
import * as schema from '#db/schema/index.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportResult, Reconciliation } from '#shared/contract/imports.ts';
import type { App } from '../../app.ts';
import type { Job } from '../../jobs/jobs.ts';
import { keepFiguresBefore, settleFigures } from '../../kpis/settle-imported.ts';
import { relinkLoose } from '../../plans/relink.ts';
import { planSession } from '../open-import.ts';
import type { ImportPlan } from '../plan/plan-types.ts';
import { keepProfiles } from '../profiles.ts';
import type { ImportSession, SessionFile } from '../sessions.ts';
import { resultOf, trayOf } from '../views.ts';
import { countLost } from './count-lost.ts';
import { writePlan, writesAnything } from './write-plan.ts';

const step = 1_024;

/**
 * Writes an import as it was last shown: a backup first, then everything in one change set, so that one undo takes it
 * back. Throws `conflict` where the register has moved on; the session is then compared anew.
 */
export async function applyImport(app: App, session: ImportSession, job: Job): Promise<ImportResult> {
  const { register } = session;
  const [only] = session.files;
  job.progress('Making a backup', 0, null);
  await app.backups.ensure(register, 'before-import');
  job.throwIfStopped();
  if (only?.content.kind === 'register') return applyRegister(app, session, only);
  if (revision(register.db) !== session.plan.revision) {
    session.plan = planSession(app, register, session.files, session.options, session.corrections);
    throw new AppError(
      'conflict',
      'The register has changed since this was compared with it. It has been compared again: look at the changes once more, then bring it in.',
    );
  }
  const before = session.files.every((file) => file.seenBefore) ? (only?.seenBefore?.importId ?? null) : null;
  if (before !== null && !writesAnything(session.plan) && session.corrections.length === 0)
    return resultOf(before, session);
  job.progress('Looking for every cell', 0, null);
  const reconciliations = await countLost(register.db, session);
  job.throwIfStopped();
  job.progress('Bringing it in', 0, null);
  const importId = app.options.newId();
  const at = app.options.now();
  register.act(
    { kind: 'import', label: `Import of ${session.files.map((file) => file.name).join(', ')}` },
    (tx) => {
      insertRow(tx, schema.imports, {
        id: importId,
        at,
        label: session.files.map((file) => file.name).join(', '),
      });
      session.files.forEach((file, position) => {
        writeFile(tx, importId, file, reconciliations.get(file.fileId), (position + 1) * step, at);
      });
      const figures = { tx, newId: app.options.newId, at, by: null };
      keepFiguresBefore(figures, session.plan);
      writePlan(tx, session.plan);
      settleFigures(figures, session.plan);
      if (bringsTargets(session.plan.rows)) relinkLoose({ tx, newId: app.options.newId }, null);
      session.files.forEach((file) => {
        writeTray(tx, app, file);
      });
      keepProfiles(tx, session, { at, newId: app.options.newId });
    },
  );
  return resultOf(importId, session, reconciliations);
}

/** Whether what comes may be what links that lead nowhere meant. */
const bringsTargets = ({ plans, sections, kpis, duties }: ImportPlan['rows']): boolean =>
  plans.length + sections.length + kpis.length + duties.length > 0;

function applyRegister(app: App, session: ImportSession, file: SessionFile): ImportResult {
  const { content } = file;
  if (content.kind !== 'register') throw new Error('no register in this file');
  session.register.act({ kind: 'import', label: `Import of ${file.name}` }, (tx) => {
    writeRegister(tx, content.json);
  });
  return resultOf(content.json.imports.at(-1)?.id ?? app.options.newId(), session);
}

function writeFile(
  tx: WriteDb,
  importId: string,
  file: SessionFile,
  reconciliation: Reconciliation | undefined,
  position: number,
  at: string,
): void {
  if (file.content.kind !== 'tables' || !reconciliation) return;
  const { recognition, format } = file.content;
  keepSource(tx, { sha256: file.sha256, bytes: file.bytes, at });
  const { cells, placed, tray, lost } = reconciliation;
  insertRow(tx, schema.importFiles, {
    id: file.fileId,
    importId,
    position,
    name: file.name,
    sha256: file.sha256,
    format,
    cells,
    placed,
    inTray: tray,
    lost,
    // Which rows made one entry is known from the provenance of each record.
    reading: {
      tables: recognition.tables.map((table) => ({ ...table, entries: [] })),
      legend: recognition.legend,
      questions: recognition.questions,
    },
  });
}

/** Pieces that stand in the tray already, from an earlier import of a file of this name, are not put there twice. */
function writeTray(tx: WriteDb, app: App, file: SessionFile): void {
  const pieces = trayOf(file);
  if (pieces.length === 0) return;
  const there = new Set(
    trayRows(tx, null).map((piece) => JSON.stringify([piece.file, piece.where, piece.text])),
  );
  insertRows(
    tx,
    schema.tray,
    pieces
      .filter((piece) => !there.has(JSON.stringify([file.name, piece.where, piece.text])))
      .map((piece, position) => ({
        id: app.options.newId(),
        importFileId: file.fileId,
        position: (position + 1) * step,
        where: piece.where,
        text: piece.text,
        state: 'open' as const,
        reason: null,
      })),
  );
}
