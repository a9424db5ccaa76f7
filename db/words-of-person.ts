import { changeJsonStrings, changeRowJson } from '#shared/domain/json-words.ts';
import type { ReadDb } from './handles.ts';
import {
  type ColumnLayout,
  frozenTables,
  layoutOf,
  loggedTables,
  quoted,
  type TableLayout,
} from './layout.ts';
import { references } from './references.ts';
import { changeSets } from './schema/index.ts';

/**
 * Every text that the register holds, wherever it stands: the rows of all tables, the rows of the change log as they were
 * before and after, and what acts are called. For finding and for taking out the words that name somebody. Left out is what
 * is made from these (search), what is frozen (the content of snapshots), and the bytes of files brought in.
 */

/** Where a text stands. */
export type TextPlace = {
  readonly table: string;
  readonly rowId: string;
  readonly column: string;
  /** The row points to the person, or is the person's own. */
  readonly own: boolean;
  /** In the change log: the act, and whether before or after it. */
  readonly logged: { readonly seq: number; readonly side: 'old' | 'new' } | null;
};

/** A cell of the file with its texts: what it holds is changed text by text; null empties it. */
export type TextCell = {
  /** The table of the file, the row of it, and its column: `changes` for what the log keeps. */
  readonly file: {
    readonly table: string;
    readonly key: string;
    readonly id: string | number;
    readonly column: string;
  };
  readonly held: string;
  /** The cell with each of its texts put through `change`. */
  changed(change: (words: string, place: TextPlace) => string | null): string | null;
};

/** Columns that hold no words: keys, references and what is reckoned from content. */
const wordless = /^id$|(?:^|_)(?:id|ids|sha256|hash|at|on)$/;
/** What describes a row rather than naming somebody: a short word in it never stands for the person. */
const describing = /^(?:role|note|state|kind|field|status_.*|timescale_.*|source_.*)$/;

const isJson = ({ column }: ColumnLayout): boolean => column.columnType === 'SQLiteTextJson';
const holdsWords = (column: ColumnLayout): boolean =>
  column.column.columnType.startsWith('SQLiteText') && !wordless.test(column.name);

/** The columns of each table by which a row points to a person. */
function pointers(db: ReadDb): ReadonlyMap<string, readonly string[]> {
  const found = references(db).filter(({ to }) => to === 'people');
  return new Map(
    [...Map.groupBy(found, ({ table }) => table.name)].map(([name, those]) => [
      name,
      those.map(({ column }) => column),
    ]),
  );
}

const frozenContent = (table: TableLayout, { name }: ColumnLayout): boolean =>
  table.name === 'snapshots' && name === 'content';

/**
 * Every cell with words, of those in which `mayHold` is true or whose row points to the person. Nothing may be written
 * while this is read.
 */
export function* textCells(
  db: ReadDb,
  o: { personId: string; mayHold: (text: string) => boolean },
): Generator<TextCell> {
  const pointing = pointers(db);
  const tables = [...loggedTables, ...[...frozenTables, changeSets].map(layoutOf)];
  for (const table of tables) yield* cellsOfTable(db, table, pointing.get(table.name) ?? [], o);
  yield* cellsOfLog(db, new Map(loggedTables.map((table) => [table.name, table])), pointing, o);
}

function* cellsOfTable(
  db: ReadDb,
  table: TableLayout,
  pointers: readonly string[],
  { personId, mayHold }: { personId: string; mayHold: (text: string) => boolean },
): Generator<TextCell> {
  const columns = table.columns.filter((column) => holdsWords(column) && !frozenContent(table, column));
  if (columns.length === 0) return;
  const named = [table.key, ...pointers, ...columns.map(({ name }) => name)];
  const rows = db.raw
    .prepare(`SELECT ${[...new Set(named)].map(quoted).join(', ')} FROM ${quoted(table.name)}`)
    .iterate() as IterableIterator<{ [column: string]: string | number | null }>;
  for (const row of rows) {
    const id = row[table.key] ?? '';
    const own = (table.name === 'people' && id === personId) || pointers.some((one) => row[one] === personId);
    for (const column of columns) {
      const held = row[column.name];
      if (typeof held !== 'string' || !(own || mayHold(held))) continue;
      const rowId = String(table.name === 'change_sets' ? row.seq : id);
      const place = {
        table: table.name,
        rowId,
        column: column.name,
        own: ownCell(own, column.name),
        logged: null,
      };
      yield {
        file: { table: table.name, key: table.key, id, column: column.name },
        held,
        changed: (change) =>
          isJson(column)
            ? changeJsonStrings(held, (words) => change(words, place) ?? '')
            : change(held, place),
      };
    }
  }
}

const ownCell = (own: boolean, column: string): boolean => own && !describing.test(column);

type Logged = {
  id: number;
  seq: number;
  name: string;
  rowId: string;
  old: string | null;
  new: string | null;
};

function* cellsOfLog(
  db: ReadDb,
  tables: ReadonlyMap<string, TableLayout>,
  pointing: ReadonlyMap<string, readonly string[]>,
  { personId, mayHold }: { personId: string; mayHold: (text: string) => boolean },
): Generator<TextCell> {
  const rows = db.raw
    .prepare(
      `SELECT id, change_set_seq AS seq, table_name AS name, row_id AS rowId, old, new FROM changes
       WHERE old IS NOT NULL OR new IS NOT NULL ORDER BY id`,
    )
    .iterate() as IterableIterator<Logged>;
  for (const row of rows) {
    const table = tables.get(row.name);
    for (const side of ['old', 'new'] as const) {
      const held = row[side];
      if (held === null || !(held.includes(personId) || row.rowId === personId || mayHold(held))) continue;
      const values = JSON.parse(held) as { [column: string]: unknown };
      const own =
        (row.name === 'people' && row.rowId === personId) ||
        (pointing.get(row.name) ?? []).some((column) => values[column] === personId);
      const json = new Set(table?.columns.filter(isJson).map(({ name }) => name));
      const place = (column: string): TextPlace => ({
        table: row.name,
        rowId: row.rowId,
        column,
        own: ownCell(own, column),
        logged: { seq: row.seq, side },
      });
      yield {
        file: { table: 'changes', key: 'id', id: row.id, column: side },
        held,
        changed: (change) =>
          changeRowJson(held, (column, words) => {
            if (wordless.test(column)) return words;
            const at = place(column);
            return json.has(column)
              ? changeJsonStrings(words, (inner) => change(inner, at) ?? '')
              : change(words, at);
          }),
      };
    }
  }
}
