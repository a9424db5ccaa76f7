import type { LoggedValues, NetRow } from '#shared/domain/later-changes.ts';
import type { ReadDb } from './handles.ts';
import { loggedTables, quoted, rowAsJson, type TableLayout } from './layout.ts';
import { rowAfter } from './logged-rows.ts';
import { rowsOf } from './queries/prepared.ts';

/** What one act made of one row. */
export type NetChange = NetRow & { readonly table: TableLayout; readonly id: string };

type Found = { id: string; before: string | null; after: string | null; now: string | null };

/** The tables whose rows say most come first where not all are read. */
const first = ['plans', 'sections', 'actions', 'kpis', 'meetings', 'people'];
const rank = ({ name }: TableLayout): number => (first.indexOf(name) + first.length + 1) % (first.length + 1);

/**
 * The net effect of a change set on each of its rows, at most so many of them, beside how the row stands now. What it
 * wrote and took back again is left out; so are frozen rows.
 */
export function netRowsOf(db: ReadDb, seq: number, limit = Number.MAX_SAFE_INTEGER): NetChange[] {
  const net: NetChange[] = [];
  for (const table of tablesOf(db, seq).sort((a, b) => rank(a) - rank(b))) {
    for (const { id, before, after, now } of rowsOf<Found>(
      db,
      textOf(table),
      seq,
      table.name,
      limit - net.length,
    )) {
      if (before === after) continue;
      const left = values(after);
      // Most rows stand as the act left them: read once.
      net.push({ table, id, before: values(before), after: left, now: now === after ? left : values(now) });
    }
  }
  return net;
}

function tablesOf(db: ReadDb, seq: number): TableLayout[] {
  return rowsOf<{ name: string }>(
    db,
    `SELECT DISTINCT table_name AS name FROM changes WHERE change_set_seq = ? AND op <> 'frozen'`,
    seq,
  ).map(({ name }) => {
    const table = loggedTables.find((candidate) => candidate.name === name);
    if (!table) throw new Error(`the log names a table that is not logged: ${name}`);
    return table;
  });
}

const texts = new Map<string, string>();

function textOf(table: TableLayout): string {
  const known = texts.get(table.name);
  if (known) return known;
  const text = `SELECT span.row_id AS id, first.old AS before, ${rowAfter('last')} AS after,
      (SELECT ${rowAsJson(table, 't')} FROM ${quoted(table.name)} AS t WHERE t.${quoted(table.key)} = span.row_id) AS now
    FROM (SELECT row_id, min(id) AS first_id, max(id) AS last_id FROM changes
          WHERE change_set_seq = ? AND table_name = ? GROUP BY row_id) AS span
    JOIN changes AS first ON first.id = span.first_id
    JOIN changes AS last ON last.id = span.last_id
    ORDER BY span.first_id LIMIT ?`;
  texts.set(table.name, text);
  return text;
}

const values = (row: string | null): LoggedValues | null => (row === null ? null : JSON.parse(row));
