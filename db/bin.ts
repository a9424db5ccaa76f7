import { AppError } from '#shared/contract/errors.ts';
import type { LoggedValues } from '#shared/domain/later-changes.ts';
import { rowName } from '#shared/domain/row-words.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { quoted } from './layout.ts';
import { type NetChange, netRowsOf } from './net-rows.ts';
import { putRows, type RowToPut, refreshStatuses } from './put-rows.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';
import { ownerColumns, references } from './references.ts';

/** What is listed when it was deleted; what hung on it comes back with it. */
export const binTables = ['plans', 'sections', 'actions', 'kpis', 'meetings'] as const;
export type BinTable = (typeof binTables)[number];

/** A record that an act in force took out and that is not there now. `seq` is the act's number. */
export type Deleted = {
  readonly table: BinTable;
  readonly id: string;
  readonly row: LoggedValues;
  readonly seq: number;
  readonly actId: string;
  readonly label: string;
  readonly at: string;
};

type Found = Omit<Deleted, 'row'> & { row: string };

const found = (where: string) => `
  SELECT c.table_name AS "table", c.row_id AS id, c.old AS row, s.seq, s.id AS actId, s.label, s.at
  FROM change_sets AS s JOIN changes AS c ON c.change_set_seq = s.seq
  WHERE s.state = 'done' AND s.kind NOT GLOB 'undo *' AND c.op = 'removed' AND ${where}
    AND c.table_name IN (${binTables.map((table) => `'${table}'`).join(', ')})
    AND CASE c.table_name ${binTables
      .map((table) => `WHEN '${table}' THEN NOT EXISTS (SELECT 1 FROM ${table} WHERE id = c.row_id)`)
      .join(' ')} END
  ORDER BY c.id DESC`;

/**
 * What was deleted since that instant, newest first: what went by itself, not what went with something else, and of
 * what was deleted twice the last time.
 */
export function deletedSince(db: ReadDb, since: string): Deleted[] {
  const all = rowsOf<Found>(db, found('s.at >= ?'), since).map(read);
  const gone = new Set(all.map(({ seq, id }) => `${seq} ${id}`));
  const seen = new Set<string>();
  return all.filter(({ table, id, row, seq }) => {
    const withOwner = ownerColumns(table).some((column) => gone.has(`${seq} ${row[column]}`));
    if (withOwner || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}

const read = (one: Found): Deleted => ({ ...one, row: JSON.parse(one.row) });

/** The last time that a record was deleted. */
export function lastDeleted(db: ReadDb, id: string): Deleted {
  const [last] = rowsOf<Found>(db, `${found('c.row_id = ?')} LIMIT 1`, id).map(read);
  if (last) return last;
  throw new AppError(
    'not-found',
    'This is no longer in the bin: it is back already, or its deletion was undone.',
  );
}

/** A row that an act took out, and those that hung on it, by the id of what they hung on. */
export type Gone = { readonly table: string; readonly id: string; readonly row: LoggedValues };
export type GoneByOwner = ReadonlyMap<string, readonly Gone[]>;

/** All rows that an act took out, under what they hung on. */
export function goneByOwner(db: ReadDb, seq: number): GoneByOwner {
  const byOwner = new Map<string, Gone[]>();
  const all = rowsOf<{ table: string; id: string; row: string }>(
    db,
    `SELECT table_name AS "table", row_id AS id, old AS row FROM changes
     WHERE change_set_seq = ? AND op = 'removed' ORDER BY id`,
    seq,
  );
  for (const { table, id, row } of all) {
    const gone = { table, id, row: JSON.parse(row) };
    for (const column of ownerColumns(table)) {
      const owner = gone.row[column];
      if (typeof owner !== 'string') continue;
      const those = byOwner.get(owner);
      if (those) those.push(gone);
      else byOwner.set(owner, [gone]);
    }
  }
  return byOwner;
}

/** What hung on a deleted record and went with it in the same act, without the record itself. */
export function wentWith(gone: GoneByOwner, id: string): Gone[] {
  const found = new Map<string, Gone>();
  let edge: readonly string[] = [id];
  while (edge.length > 0) {
    const next = edge
      .flatMap((owner) => gone.get(owner) ?? [])
      .filter((one) => one.id !== id && !found.has(one.id));
    for (const one of next) found.set(one.id, one);
    edge = next.map((one) => one.id);
  }
  return [...found.values()];
}

/** Why a deleted record cannot come back now: what it stood in is gone too. Null where it can. */
export function whyNotBack(db: ReadDb, { table, row }: Pick<Deleted, 'table' | 'row'>): string | null {
  for (const { column, to } of ownReferences(db, table)) {
    const target = row[column];
    if (!ownerColumns(table).includes(column) || typeof target !== 'string' || isThere(db, to, target))
      continue;
    const { one } = rowName(to);
    return `The ${one} that it stood in is deleted too. Bring that back first.`;
  }
  return null;
}

/**
 * Brings a deleted record back inside a change set, with what went with it, and points to it again what pointed to it
 * and has pointed nowhere since. What it pointed to and is gone meanwhile is left out. Gives how many rows it wrote.
 */
export function bringBack(tx: WriteDb, deleted: Deleted): number {
  const why = whyNotBack(tx, deleted);
  if (why) throw new AppError('not-possible', why);
  const net = netRowsOf(tx, deleted.seq);
  const own = new Set([
    deleted.id,
    ...wentWith(goneByOwner(tx, deleted.seq), deleted.id).map(({ id }) => id),
  ]);
  const back = complete(
    tx,
    net.filter(({ id, before, after, now }) => own.has(id) && before && !after && !now),
  );
  const written = putRows(tx, [...back, ...pointingAgain(tx, net, back)]);
  const ids = back.filter(({ table }) => table.name === 'actions').map(({ id }) => id);
  return written + refreshStatuses(tx, ids);
}

/** The rows to come back without references to what is gone; a row that cannot be without one stays away. */
function complete(tx: WriteDb, rows: readonly NetChange[]): RowToPut[] {
  const coming = new Map(rows.map((row) => [row.id, row]));
  let left: boolean;
  const put = new Map<string, RowToPut>();
  do {
    left = false;
    for (const { id, table, before } of [...coming.values()]) {
      const to: Record<string, unknown> = { ...before };
      for (const { column, to: parent, nullable } of ownReferences(tx, table.name)) {
        const target = to[column];
        if (typeof target !== 'string' || coming.has(target) || isThere(tx, parent, target)) continue;
        if (nullable && !ownerColumns(table.name).includes(column)) to[column] = null;
        else left = coming.delete(id) || left;
      }
      put.set(id, { table, id, from: null, to });
    }
  } while (left);
  return [...put.values()].filter(({ id }) => coming.has(id));
}

/** Rows that the deletion pointed nowhere, and that still point nowhere. */
function pointingAgain(tx: WriteDb, net: readonly NetChange[], back: readonly RowToPut[]): RowToPut[] {
  const there = new Set(back.map(({ id }) => id));
  return net.flatMap(({ table, id, before, after, now }) => {
    if (!before || !after || !now) return [];
    const again = ownReferences(tx, table.name).filter(
      ({ column }) => after[column] === null && now[column] === null && there.has(String(before[column])),
    );
    if (again.length === 0) return [];
    const to = { ...now, ...Object.fromEntries(again.map(({ column }) => [column, before[column]])) };
    return [{ table, id, from: now, to }];
  });
}

const ownReferences = (db: ReadDb, table: string) =>
  references(db).filter((reference) => reference.table.name === table);

function isThere(db: ReadDb, table: string, id: string): boolean {
  return rowOf(db, `SELECT 1 FROM ${quoted(table)} WHERE id = ?`, id) !== undefined;
}
