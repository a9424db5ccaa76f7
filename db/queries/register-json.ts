import type {
  ImportRecord,
  RegisterContent,
  RegisterJson,
  Snapshot,
  TrayItem,
} from '#shared/contract/register.ts';
import type { ReadDb } from '../handles.ts';
import { inTransaction } from '../transactions.ts';
import { rowsOf } from './prepared.ts';
import { gather, sourceFinder } from './record-parts.ts';
import { readAcceptances } from './register-acceptances.ts';
import { readCirculation } from './register-circulation.ts';
import { readFollowUp } from './register-follow-up.ts';
import { readKpis } from './register-kpis.ts';
import { readLineage } from './register-lineage.ts';
import { readLinked } from './register-linked.ts';
import { readOffice, readProceedings, readWords } from './register-office.ts';
import { ranksOf, readLeaders } from './register-parts.ts';
import { readPlans, readProgress } from './register-plans.ts';
import { readReportWords } from './register-report-words.ts';
import { readRounds } from './register-rounds.ts';
import { readSpells } from './register-spells.ts';
import { readSettings } from './settings.ts';

export { writeRegister } from './register-write.ts';

/** The register as JSON, version 1: all of one moment, in reading order, in a fixed number of statements. */

/** What a snapshot freezes. */
export function readContent(db: ReadDb): RegisterContent {
  return atOneMoment(db, () => contentOf(db));
}

/**
 * The same in steps, each of some tens of milliseconds, between which others may be served. It is of one moment only
 * where nothing was written meanwhile: whoever takes the steps compares the revision before the first and after the last.
 */
export function* readContentInSteps(db: ReadDb): Generator<void, RegisterContent> {
  const reading = { db, sourceOf: sourceFinder(db) };
  const leadersOf = readLeaders(db);
  yield;
  const planned = yield* readPlans(reading, leadersOf);
  yield;
  const plans = ranksOf(planned.plans);
  const measured = readKpis(reading, plans);
  yield;
  const office = readOffice(reading);
  const { duties, glossary } = readWords(reading, plans);
  const progress = readProgress(reading, ranksOf(planned.actions), ranksOf(measured.kpis));
  yield;
  return {
    format: 'plan-register',
    version: 1,
    settings: readSettings(db),
    ...planned,
    progress,
    ...measured,
    duties,
    ...office,
    ...readProceedings(reading, ranksOf(office.meetings)),
    glossary,
    ...readLineage(reading, plans),
    ...readAcceptances(db),
    ...readSpells(db),
    ...readLinked(db),
    ...readFollowUp(db),
  };
}

/** Everything that an export holds. */
export function readRegister(db: ReadDb): RegisterJson {
  return atOneMoment(db, () => ({
    ...contentOf(db),
    snapshots: readSnapshots(db),
    ...readImports(db),
    ...readRounds(db),
    ...readCirculation(db),
    ...readReportWords(db),
  }));
}

function atOneMoment<T>(db: ReadDb, read: () => T): T {
  return db.raw.inTransaction ? read() : inTransaction(db, 'DEFERRED', read);
}

function contentOf(db: ReadDb): RegisterContent {
  const steps = readContentInSteps(db);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

function readSnapshots(db: ReadDb): Snapshot[] {
  return rowsOf<{ id: string; name: string; taken_at: string; hash: string; content: string }>(
    db,
    'SELECT id, name, taken_at, hash, content FROM snapshots ORDER BY position, id',
  ).map((row) => ({
    id: row.id,
    source: null,
    name: row.name,
    takenAt: row.taken_at,
    hash: row.hash,
    content: JSON.parse(row.content) as RegisterContent,
  }));
}

type FileRow = {
  id: string;
  import_id: string;
  position: number;
  name: string;
  sha256: string;
  format: string;
  cells: number;
  placed: number;
  in_tray: number;
  lost: number;
};
type TrayRow = Omit<TrayItem, 'source' | 'importId'> & { import_id: string };

/** The acts of bringing in, oldest first, and what they left in the tray. */
function readImports(db: ReadDb): { imports: ImportRecord[]; tray: TrayItem[] } {
  const files = gather(
    rowsOf<FileRow>(
      db,
      `SELECT id, import_id, position, name, sha256, format, cells, placed, in_tray, lost
       FROM import_files ORDER BY id`,
    ),
    (row) => row.import_id,
    ({ name, sha256, format, cells, placed, in_tray, lost }) => ({
      name,
      sha256,
      format,
      reconciliation: { cells, placed, tray: in_tray, lost },
    }),
  );
  return {
    imports: rowsOf<{ id: string; at: string }>(db, 'SELECT id, at FROM imports ORDER BY at, id').map(
      ({ id, at }) => ({ id, source: null, at, files: files.get(id) ?? [] }),
    ),
    tray: rowsOf<TrayRow>(
      db,
      `SELECT t.id, f.import_id, f.name AS file, t."where", t.text, t.state, t.reason
       FROM tray t JOIN import_files f ON f.id = t.import_file_id JOIN imports i ON i.id = f.import_id
       ORDER BY i.at, i.id, f.position, f.id, t.position, t.id`,
    ).map(({ id, import_id, file, where, text, state, reason }) => ({
      id,
      source: null,
      importId: import_id,
      file,
      where,
      text,
      state,
      reason,
    })),
  };
}
