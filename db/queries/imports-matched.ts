import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '../handles.ts';
import { layoutOf, quoted } from '../layout.ts';

/** A row as the program knows it: columns by their property, JSON read. */
type Row = Readonly<Record<string, unknown>>;

/** Rows of a table by one of its columns ("id", "actionId"): one look into its index for each value. */
export function rowsBy(
  db: ReadDb,
  table: SQLiteTable,
  property: string,
  values: Iterable<string>,
): Map<string, Row[]> {
  const { name, columns } = layoutOf(table);
  const by = columns.find((column) => column.property === property);
  if (!by) throw new Error(`${name} has no column ${property}`);
  const found = new Map<string, Row[]>();
  const statement = db.raw.prepare(`SELECT * FROM ${quoted(name)} WHERE ${quoted(by.name)} = ?`);
  for (const value of values) {
    const rows = statement.all(value) as Record<string, unknown>[];
    if (rows.length === 0) continue;
    found.set(
      value,
      rows.map((row) =>
        Object.fromEntries(
          columns.map(({ property: known, name: of, column, plain }) => {
            const held = row[of];
            return [known, plain || held === null ? held : column.mapFromDriverValue(held as never)];
          }),
        ),
      ),
    );
  }
  return found;
}

/** The names, initials and roles of everybody in the register. */
export function peopleWords(db: ReadDb): string[] {
  return db.raw
    .prepare("SELECT name || char(1) || coalesce(initials, '') || char(1) || coalesce(role, '') FROM people")
    .pluck()
    .all() as string[];
}
