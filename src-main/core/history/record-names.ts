import type { ReadDb } from '#db/handles.ts';
import { rowAtLast } from '#db/queries/history-rows.ts';
import { ownerColumns, references } from '#db/references.ts';
import type { LoggedValues } from '#shared/domain/later-changes.ts';
import { rowName } from '#shared/domain/row-words.ts';

/** The columns that together are the name of a record, for tables whose rows are records by themselves. */
const nameColumns: Readonly<Record<string, readonly string[]>> = {
  plans: ['title'],
  sections: ['ref', 'title'],
  actions: ['ref', 'text'],
  kpis: ['ref', 'name'],
  duties: ['text'],
  glossary: ['term'],
  funding_streams: ['name'],
  people: ['name'],
  bodies: ['name'],
  meetings: ['title'],
  agenda_items: ['number', 'title'],
  resolutions: ['number', 'text'],
  owed_reports: ['title'],
  reporting_lines: ['report'],
  closures: ['name'],
  imports: ['label'],
  tray: ['text'],
  rounds: ['name'],
  circulation_lists: ['name'],
  report_templates: ['name'],
  report_words: ['text'],
  settings: [],
  import_profiles: [],
};

/** Settings by their key in the file. */
const settingNames: Readonly<Record<string, string>> = {
  partnership: 'Name of the partnership',
  financialYearStart: 'Start of the financial year',
  academicYearStart: 'Start of the academic year',
  outcomes: 'Outcomes',
  retention: 'How long plans are kept',
  toldOn: 'Day on which the register is told',
};

/** Whether a row of this table is a record by itself; else it is part of what it hangs on. */
export const isRecord = (table: string): boolean => nameColumns[table] !== undefined;

/** What a record is called: its reference and words on one line. */
export function nameOf(table: string, id: string, row: LoggedValues | null): string {
  if (table === 'settings') return settingNames[id] ?? 'Choices of this register';
  const words = (nameColumns[table] ?? []).map((column) => row?.[column]).filter(Boolean);
  return words.join(' ').replace(/\s+/g, ' ').trim() || rowName(table).one;
}

/** A record found from one of its rows. */
export type Holder = { table: string; id: string; row: LoggedValues | null };

/** Reads names and holders, each row once, however many changes name it. */
export function recordReader(db: ReadDb) {
  const rows = new Map<string, LoggedValues | null>();
  const rowOf = (table: string, id: string): LoggedValues | null => {
    const key = `${table} ${id}`;
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = rowAtLast(db, table, id);
    rows.set(key, row);
    return row;
  };
  const parentOf = (table: string, row: LoggedValues | null): Holder | null => {
    for (const column of ownerColumns(table)) {
      const id = row?.[column];
      const to = references(db).find((one) => one.table.name === table && one.column === column)?.to;
      if (typeof id === 'string' && to) return { table: to, id, row: rowOf(to, id) };
    }
    return null;
  };
  return {
    rowOf,
    /** The record that a row is, or is part of. */
    holderOf(table: string, id: string, row: LoggedValues): Holder {
      let at: Holder = { table, id, row };
      while (!isRecord(at.table)) {
        const parent = parentOf(at.table, at.row);
        if (!parent) return at;
        at = parent;
      }
      return at;
    },
    /** The title of the plan that holds a record; null where none does. */
    planOf(row: LoggedValues | null): string | null {
      const id = row?.plan_id;
      if (typeof id !== 'string') return null;
      const title = rowOf('plans', id)?.title;
      return typeof title === 'string' ? title : null;
    },
    /** What a value of a column of references says: the name of what it points to. */
    nameAt(table: string, column: string, value: unknown): string | null {
      const to = references(db).find((one) => one.table.name === table && one.column === column)?.to;
      return to && typeof value === 'string' ? nameOf(to, value, rowOf(to, value)) : null;
    },
  };
}
export type RecordReader = ReturnType<typeof recordReader>;
