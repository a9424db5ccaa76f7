import { AppError } from '#shared/contract/errors.ts';
import type { LoggedValues } from '#shared/domain/later-changes.ts';
import { rowName } from '#shared/domain/row-words.ts';
import type { ReadDb, WriteDb } from './handles.ts';
import { loggedTables, quoted, rowAsJson, type TableLayout } from './layout.ts';
import { putRows, type RowToPut, refreshStatuses } from './put-rows.ts';
import { rowOf, rowsOf } from './queries/prepared.ts';
import { ownerColumns, references } from './references.ts';
import { refuseCircles } from './undo-past.ts';

/** What setting a plan back would do, row by row. */
export type PlanBackRows = {
  readonly comesBack: number;
  readonly changes: number;
  readonly goes: number;
  readonly rows: readonly RowToPut[];
};

type Rows = Map<string, { readonly table: TableLayout; readonly id: string; readonly row: LoggedValues }>;

/**
 * What it takes to make one plan, with all that hangs on it, what it was in another copy of the same register. What
 * else points to something that goes points nowhere; what comes back and pointed to something that is no longer there
 * points nowhere too. Throws `not-found` where the copy has no such plan.
 */
export function planBackRows(then: ReadDb, now: ReadDb, planId: string): PlanBackRows {
  const before = rowsOfPlan(then, planId);
  if (!before.has(`plans ${planId}`)) {
    throw new AppError('not-found', 'The backup has no such plan. Choose one that it holds.');
  }
  const present = rowsOfPlan(now, planId);
  const rows: RowToPut[] = [];
  for (const [key, { table, id, row }] of before) {
    // A row may stand elsewhere now, as an action that was moved to another plan does.
    const from = present.get(key)?.row ?? rowIn(now, table, id);
    const to = pointingOnlyTo(now, before, table, row);
    if (!isSame(from, to)) rows.push({ table, id, from, to });
  }
  for (const [key, { table, id, row }] of present) {
    if (!before.has(key)) rows.push({ table, id, from: row, to: null });
  }
  const own = rows.filter(({ from, to }) => from !== null || to !== null);
  return {
    comesBack: own.filter(({ from }) => from === null).length,
    changes: own.filter(({ from, to }) => from !== null && to !== null).length,
    goes: own.filter(({ to }) => to === null).length,
    rows: [...own, ...looseEnds(now, own)],
  };
}

/** Writes it inside a change set; gives how many rows were written. */
export function putPlanBack(tx: WriteDb, { rows }: PlanBackRows, label: string): number {
  const written = putRows(tx, rows);
  refuseCircles(tx, rows, label);
  const actions = rows.flatMap(({ table, id, to, from }) => {
    if (table.name === 'actions') return to ? [id] : [];
    const action = table.name === 'progress' ? (to ?? from)?.action_id : null;
    return typeof action === 'string' ? [action] : [];
  });
  return written + refreshStatuses(tx, [...new Set(actions)]);
}

/** A plan and everything that hangs on it, by the columns that say what a row hangs on. */
function rowsOfPlan(db: ReadDb, planId: string): Rows {
  const found: Rows = new Map();
  const plans = loggedTables.find(({ name }) => name === 'plans');
  const plan = plans && rowIn(db, plans, planId);
  if (!plans || !plan) return found;
  found.set(`plans ${planId}`, { table: plans, id: planId, row: plan });
  for (let fresh = [planId]; fresh.length > 0; ) {
    const ids = JSON.stringify(fresh);
    fresh = [];
    for (const table of loggedTables) {
      if (table.name === 'plans') continue;
      for (const column of ownerColumns(table.name)) {
        for (const { id, row } of rowsWhere(
          db,
          table,
          `t.${quoted(column)} IN (SELECT value FROM json_each(?))`,
          ids,
        )) {
          const key = `${table.name} ${id}`;
          if (found.has(key)) continue;
          found.set(key, { table, id, row });
          fresh.push(id);
        }
      }
    }
  }
  return found;
}

function rowsWhere(
  db: ReadDb,
  table: TableLayout,
  where: string,
  value: string,
): { id: string; row: LoggedValues }[] {
  return rowsOf<{ id: string; row: string }>(
    db,
    `SELECT t.${quoted(table.key)} AS id, ${rowAsJson(table, 't')} AS row FROM ${quoted(table.name)} AS t WHERE ${where}`,
    value,
  ).map(({ id, row }) => ({ id, row: JSON.parse(row) as LoggedValues }));
}

function rowIn(db: ReadDb, table: TableLayout, id: string): LoggedValues | null {
  return rowsWhere(db, table, `t.${quoted(table.key)} = ?`, id)[0]?.row ?? null;
}

const isSame = (a: LoggedValues | null, b: LoggedValues): boolean =>
  a !== null && Object.keys(b).every((column) => a[column] === b[column]);

/** The row with no reference to what is neither there now nor coming back. Throws where it cannot do without. */
function pointingOnlyTo(now: ReadDb, coming: Rows, table: TableLayout, row: LoggedValues): LoggedValues {
  const kept: Record<string, unknown> = { ...row };
  for (const { column, to, nullable } of references(now).filter((one) => one.table === table)) {
    const target = row[column];
    if (typeof target !== 'string' || coming.has(`${to} ${target}`)) continue;
    if (rowOf(now, `SELECT 1 FROM ${quoted(to)} WHERE id = ?`, target)) continue;
    if (!nullable) {
      const [one, on] = [rowName(table.name).one, rowName(to).one];
      throw new AppError(
        'not-possible',
        `The plan cannot be brought back alone: a ${one} of it needs a ${on} that is no longer in the register. Open the whole backup instead.`,
      );
    }
    kept[column] = null;
  }
  return kept;
}

/** What stays and points to what goes: it is pointed nowhere. Throws where it cannot be. */
function looseEnds(now: ReadDb, rows: readonly RowToPut[]): RowToPut[] {
  const going = Map.groupBy(
    rows.filter(({ to }) => to === null),
    ({ table }) => table.name,
  );
  const own = new Set(rows.map(({ table, id }) => `${table.name} ${id}`));
  const ends = new Map<string, { table: TableLayout; id: string; from: LoggedValues; to: LoggedValues }>();
  for (const { table, column, to, nullable } of references(now)) {
    const ids = going.get(to)?.map(({ id }) => id);
    if (!ids) continue;
    const where = `t.${quoted(column)} IN (SELECT value FROM json_each(?))`;
    for (const { id, row } of rowsWhere(now, table, where, JSON.stringify(ids))) {
      const key = `${table.name} ${id}`;
      if (own.has(key)) continue;
      if (!nullable) {
        const [one, on] = [rowName(table.name).one, rowName(to).one];
        throw new AppError(
          'not-possible',
          `The plan cannot be set back alone: a ${one} elsewhere needs a ${on} that was added to it since. Open the whole backup instead.`,
        );
      }
      const end = ends.get(key) ?? { table, id, from: row, to: { ...row } };
      end.to = { ...end.to, [column]: null };
      ends.set(key, end);
    }
  }
  return [...ends.values()];
}
