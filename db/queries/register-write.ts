import { hash } from 'node:crypto';
import { AppError } from '#shared/contract/errors.ts';
import type { ImportRecord, RegisterJson } from '#shared/contract/register.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { codeOf } from '../driver-errors.ts';
import type { WriteDb } from '../handles.ts';
import { loggedTables, quoted } from '../layout.ts';
import { insertRow, insertRows } from '../rows.ts';
import { importFiles, imports, snapshots, tray } from '../schema/index.ts';
import { prepared } from './prepared.ts';
import { writeAcceptances } from './register-acceptances.ts';
import { writeCirculation } from './register-circulation.ts';
import { writeFollowUp } from './register-follow-up.ts';
import { writeKpis } from './register-kpis.ts';
import { writeLineage } from './register-lineage.ts';
import { writeLinked } from './register-linked.ts';
import { writeReportWords } from './register-report-words.ts';
import { writeRounds } from './register-rounds.ts';
import { writeSpells } from './register-spells.ts';
import { writeMeetings } from './register-write-meetings.ts';
import { writePeople, writeWords } from './register-write-office.ts';
import { writePlans, writeProgress } from './register-write-plans.ts';
import { childId, type Writing, withPositions } from './register-writing.ts';
import { writeSettings } from './settings.ts';

export type WriteOptions = {
  /** Called with how many records have been written so far. */
  readonly told?: ((records: number) => void) | undefined;
  /** It is a part of a register and may refer to what it does not hold: the caller sees to that. */
  readonly isPart?: boolean;
};

/**
 * Writes a whole register, ids and all, into an empty one; only its settings may be set already. Throws
 * `not-possible` where it is not empty, and `file-damaged` where the JSON refers to what it does not hold.
 */
export function writeRegister(tx: WriteDb, json: RegisterJson, o: WriteOptions = {}): void {
  refuseUnlessEmpty(tx);
  // Records refer to each other in both directions: references are looked at once all are there.
  tx.raw.pragma('defer_foreign_keys = ON');
  try {
    writeSettings(tx, json.settings);
    const writing = writeImports(tx, json.imports);
    writePeople(writing, json);
    writeSpells(writing, json);
    let written = json.people.length;
    const tell = (...lists: readonly { readonly length: number }[]) => {
      for (const { length } of lists) written += length;
      o.told?.(written);
    };
    writePlans(writing, json);
    tell(json.plans, json.sections, json.actions, json.measures);
    writeKpis(writing, json);
    tell(json.kpis, json.kpiValues, json.kpiNarratives);
    writeMeetings(writing, json);
    tell(json.bodies, json.meetings, json.attendance, json.agendaItems, json.resolutions);
    writeFollowUp(writing, json);
    writeProgress(writing, json);
    tell(json.progress);
    writeWords(writing, json);
    writeLinked(writing, json);
    writeLineage(writing, json);
    writeAcceptances(writing, json);
    writeTray(writing, json);
    writeRounds(writing, json);
    writeSnapshots(tx, json);
    writeCirculation(writing, json);
    writeReportWords(writing, json);
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_CONSTRAINT')) throw error;
    throw broken(error instanceof Error ? error.message : 'unknown', error);
  }
  if (o.isPart) return;
  const dangling = tx.raw.pragma('foreign_key_check') as { table: string; parent: string }[];
  const [first] = dangling;
  if (first) throw broken(`${first.table} refer to ${first.parent} that it does not hold`);
}

function refuseUnlessEmpty(tx: WriteDb): void {
  for (const { name } of loggedTables) {
    if (name === 'settings') continue;
    if (prepared(tx, `SELECT 1 FROM ${quoted(name)} LIMIT 1`).get() !== undefined) {
      throw new AppError(
        'not-possible',
        'A whole register can only be brought into an empty one. Make a new register, and bring it in there.',
      );
    }
  }
}

function broken(detail: string, cause?: unknown): AppError {
  return new AppError(
    'file-damaged',
    `This export of a register does not hold together (${detail}). Nothing was brought in. Export it again.`,
    { cause },
  );
}

function writeImports(tx: WriteDb, records: readonly ImportRecord[]): Writing {
  const files = new Map<string, string>();
  const nameOf = (importId: string, file: string) => JSON.stringify([importId, file]);
  for (const { id, at, files: held } of records) {
    insertRow(tx, imports, { id, at, label: held.map(({ name }) => name).join(', ') });
    withPositions(held, (file, position, index) => {
      const fileId = childId(id, 'file', index);
      // Provenance names a file by its name: of two of the same name the first stands for both.
      if (!files.has(nameOf(id, file.name))) files.set(nameOf(id, file.name), fileId);
      const { name, sha256, format, reconciliation } = file;
      const { cells, placed, tray: inTray, lost } = reconciliation;
      insertRow(tx, importFiles, {
        id: fileId,
        importId: id,
        position,
        name,
        sha256,
        format,
        cells,
        placed,
        inTray,
        lost,
      });
    });
  }
  const fileIdOf = (importId: string, file: string) => {
    const id = files.get(nameOf(importId, file));
    if (!id) throw broken(`a record comes from "${file}", which is in none of its imports`);
    return id;
  };
  return { tx, fileIdOf };
}

function writeTray({ tx, fileIdOf }: Writing, { tray: pieces }: RegisterJson): void {
  insertRows(
    tx,
    tray,
    withPositions(pieces, ({ id, importId, file, where, text, state, reason }, position) => ({
      id,
      importFileId: fileIdOf(importId, file),
      position,
      where,
      text,
      state,
      reason,
    })),
  );
}

function writeSnapshots(tx: WriteDb, { snapshots: frozen }: RegisterJson): void {
  withPositions(frozen, ({ id, name, takenAt, hash: recorded, content: held }, position) => {
    const content = canonicalJson(held);
    if (hash('sha256', content) !== recorded) throw broken(`the snapshot "${name}" no longer fits its hash`);
    const counts = Object.entries(held).flatMap(([key, list]): [string, number][] =>
      Array.isArray(list) && list.length > 0 ? [[key, list.length]] : [],
    );
    insertRow(tx, snapshots, {
      id,
      position,
      name,
      takenAt,
      hash: recorded,
      counts: Object.fromEntries(counts),
      content,
    });
  });
}
