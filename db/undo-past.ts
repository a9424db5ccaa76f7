import { AppError } from '#shared/contract/errors.ts';
import {
  changedColumns,
  type InTheWay,
  isStatusCopy,
  type LoggedValues,
  obstacleOf,
  whyNotUndone,
} from '#shared/domain/later-changes.ts';
import { rowName } from '#shared/domain/row-words.ts';
import { dayHere } from './day-here.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { quoted } from './layout.ts';
import { type NetChange, netRowsOf } from './net-rows.ts';
import { putRows, type RowToPut, refreshStatuses } from './put-rows.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';
import { references } from './references.ts';
import { namesTakenOut } from './remove-name.ts';

/** An act of the past, as far as undoing it goes. */
export type PastSet = {
  readonly seq: number;
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'undone' | 'replaced';
  readonly undoable: number;
};

/** What undoing a past act comes to: its rows, or why not, with the acts that stand in the way. */
export type PastUndo =
  | { readonly possible: true; readonly rows: readonly RowToPut[] }
  | { readonly possible: false; readonly why: string; readonly inTheWay: readonly Blame[] };

export type Blame = { readonly id: string; readonly label: string; readonly at: string };
type Trouble = { readonly table: string; readonly how: InTheWay['how']; readonly blame: Blame | null };

/** What the program remembers for the officer's convenience: left as it is where something used it since. */
const conveniences = ['import_profiles'];

export function pastSet(db: ReadDb, id: string): PastSet {
  const set = rowOf<PastSet>(db, 'SELECT seq, id, label, state, undoable FROM change_sets WHERE id = ?', id);
  if (set) return set;
  throw new AppError('not-found', 'This act is not in the history of this register. Open the history again.');
}

/**
 * Undoes an act of the past inside a new one: its rows go back value by value, all others stay, and actions get the
 * status of their newest update that stays. Throws `not-possible`, changing nothing, where something later depends on
 * it, or where the act stands for ever. Gives how many rows it wrote.
 */
export function undoPast(tx: WriteDb, id: string): number {
  const set = pastSet(tx, id);
  const undo = planUndo(tx, set);
  if (!undo.possible) throw new AppError('not-possible', undo.why);
  const written = putRows(tx, undo.rows);
  refuseCircles(tx, undo.rows, set.label);
  return written + refreshStatuses(tx, actionsReported(undo.rows));
}

/** Whether an act of the past can be undone now, and what that would write. */
export function planUndo(db: ReadDb, set: PastSet): PastUndo {
  const refused = (why: string): PastUndo => ({ possible: false, why, inTheWay: [] });
  if (set.state !== 'done') return refused(`“${set.label}” is undone already.`);
  if (set.undoable === 0) return refused(`“${set.label}” ${standsForEver(db, set)}`);
  const net = netRowsOf(db, set.seq).filter(
    (row) => !conveniences.includes(row.table.name) || obstacleOf(row.table.name, row) === null,
  );
  const rows = net.map(putBack);
  const troubles = [
    ...rowTroubles(db, set, net),
    ...referredTo(db, set, rows),
    ...parentsGone(db, set, rows),
  ];
  if (troubles.length === 0) return { possible: true, rows };
  return {
    possible: false,
    why: whyNotUndone(set.label, waysOf(troubles, net)),
    inTheWay: [
      ...new Map(troubles.flatMap(({ blame }) => (blame ? [[blame.id, blame] as const] : []))).values(),
    ],
  };
}

function standsForEver(db: ReadDb, { seq }: PastSet): string {
  const frozen = rowOf<{ name: string }>(
    db,
    `SELECT table_name AS name FROM changes WHERE change_set_seq = ? AND op = 'frozen' LIMIT 1`,
    seq,
  );
  if (frozen?.name === namesTakenOut)
    return 'stands for ever: a name that was taken out is nowhere in the register any more.';
  return frozen
    ? 'stands for ever: what was frozen is never taken back.'
    : 'stands for ever: a later version of the program keeps these entries in another form.';
}

/** The row as it was before, with what was done to its other values since. */
function putBack({ table, id, before, after, now }: NetChange): RowToPut {
  if (!before || !after || !now) return { table, id, from: now, to: before };
  const changed = changedColumns(before, after).filter((column) => !isStatusCopy(table.name, column));
  const to: LoggedValues = {
    ...now,
    ...Object.fromEntries(changed.map((column) => [column, before[column]])),
  };
  return { table, id, from: now, to };
}

function rowTroubles(db: ReadDb, set: PastSet, net: readonly NetChange[]): Trouble[] {
  return net.flatMap((row) => {
    const how = obstacleOf(row.table.name, row);
    return how ? [{ table: row.table.name, how, blame: lastWriter(db, set, row.table.name, row.id) }] : [];
  });
}

/** The act in force that wrote a row last, if it came after this one. */
function lastWriter(db: ReadDb, { seq }: PastSet, table: string, id: string): Blame | null {
  const found = rowOf<Blame>(
    db,
    `SELECT s.id, s.label, s.at FROM changes AS c JOIN change_sets AS s ON s.seq = c.change_set_seq
     WHERE c.row_id = ? AND c.table_name = ? AND s.state = 'done' AND s.seq > ? ORDER BY c.id DESC LIMIT 1`,
    id,
    table,
    seq,
  );
  return found ?? null;
}

/** What would go while something that stays refers to it: one trouble for each of them, with who refers. */
function referredTo(db: ReadDb, set: PastSet, rows: readonly RowToPut[]): Trouble[] {
  const going = idsByTable(rows.filter(({ to }) => to === null));
  const put = new Map(rows.map((row) => [`${row.table.name} ${row.id}`, row]));
  const found = new Map<string, Trouble>();
  for (const { table, column, to } of references(db)) {
    const ids = going.get(to);
    if (!ids) continue;
    const pointing = rowsOf<{ id: string; target: string }>(
      db,
      `SELECT ${quoted(table.key)} AS id, ${quoted(column)} AS target FROM ${quoted(table.name)}
       WHERE ${quoted(column)} IN (SELECT value FROM json_each(?))`,
      JSON.stringify([...ids]),
    );
    for (const { id, target } of pointing) {
      const own = put.get(`${table.name} ${id}`);
      if (own && own.to?.[column] !== target) continue;
      const key = `${to} ${target}`;
      if (!found.has(key))
        found.set(key, { table: to, how: 'referred to', blame: lastWriter(db, set, table.name, id) });
    }
  }
  return [...found.values()];
}

/** What would come back and refers to something that is no longer there. */
function parentsGone(db: ReadDb, set: PastSet, rows: readonly RowToPut[]): Trouble[] {
  const coming = idsByTable(rows.filter(({ from, to }) => !from && to));
  const found = new Map<string, Trouble>();
  for (const { table, column, to: parent } of references(db)) {
    for (const row of rows) {
      const target = row.table === table ? row.to?.[column] : null;
      if (typeof target !== 'string' || row.from?.[column] === target) continue;
      if (coming.get(parent)?.has(target) || isThere(db, parent, target)) continue;
      found.set(`${parent} ${target}`, {
        table: parent,
        how: 'gone',
        blame: lastWriter(db, set, parent, target),
      });
    }
  }
  return [...found.values()];
}

function isThere(db: ReadDb, table: string, id: string): boolean {
  return rowOf(db, `SELECT 1 FROM ${quoted(table)} WHERE id = ?`, id) !== undefined;
}

function idsByTable(rows: readonly RowToPut[]): Map<string, Set<string>> {
  const grouped = Map.groupBy(rows, ({ table }) => table.name);
  return new Map([...grouped].map(([name, those]) => [name, new Set(those.map(({ id }) => id))]));
}

/** Troubles of one kind by one act together, most rows first. */
function waysOf(troubles: readonly Trouble[], net: readonly NetChange[]): InTheWay[] {
  const total = (table: string) => net.filter((row) => row.table.name === table).length;
  const groups = Map.groupBy(troubles, ({ table, how, blame }) => `${table} ${how} ${blame?.id}`);
  return [...groups.values()]
    .flatMap(([first, ...rest]): InTheWay[] => {
      if (!first) return [];
      const { table, how, blame } = first;
      const by = blame && { label: blame.label, day: dayHere(blame.at) };
      return [{ ...rowName(table), rows: rest.length + 1, of: total(table), how, by }];
    })
    .sort((a, b) => b.rows - a.rows);
}

/** The actions whose updates come or go, or whose status the act wrote. */
function actionsReported(rows: readonly RowToPut[]): string[] {
  const ids = rows.flatMap(({ table, id, from, to }) => {
    if (table.name === 'actions') return to ? [id] : [];
    const action = table.name === 'progress' ? (from ?? to)?.action_id : null;
    return typeof action === 'string' ? [action] : [];
  });
  return [...new Set(ids)];
}

/** Two moves one after the other may be sound, and the first alone turned back put a section under itself. */
export function refuseCircles(tx: WriteDb, rows: readonly RowToPut[], label: string): void {
  for (const { table, column, to } of references(tx)) {
    if (table.name !== to) continue;
    for (const row of rows.filter((one) => one.table === table && one.to && one.to[column] !== null)) {
      const circle = rowOf(
        tx,
        `WITH RECURSIVE above(id) AS (
           SELECT ${quoted(column)} FROM ${quoted(to)} WHERE id = :id
           UNION SELECT t.${quoted(column)} FROM ${quoted(to)} AS t JOIN above ON t.id = above.id)
         SELECT 1 FROM above WHERE id = :id`,
        { id: row.id },
      );
      if (!circle) continue;
      const { one } = rowName(table.name);
      throw new AppError(
        'not-possible',
        `“${label}” cannot be undone: a ${one} would stand under itself, because others were moved later. Nothing was changed.`,
      );
    }
  }
}
