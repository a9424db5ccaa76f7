import type { ColumnMeaning } from '../column-meanings.ts';
import { tableIdOf } from '../corrected-regions.ts';
import { type ReadTable, readTable } from '../read-table.ts';
import type { RecogniseOptions } from '../types.ts';
import { foldSpace } from '../words.ts';
import { type DocumentTable, rowsShown, sheetOfRows } from './document-tables.ts';
import { rows } from './table-parts.ts';

/** A table of a document with its kind and the meaning of its columns. */
export type DocumentReadTable = DocumentTable & { readonly read: ReadTable };

/**
 * Reads the tables of a document. Tables of the same headings are read as one, so that a column means the same in a
 * table of one row as in one of thirty; a correction of one is a correction of all.
 */
export function readTables(
  tables: readonly DocumentTable[],
  options: RecogniseOptions,
  year: string | null,
): Map<DocumentTable, DocumentReadTable> {
  const families = new Map<number, DocumentTable[]>();
  for (const table of tables) {
    if (table.family < 0) continue;
    const family = families.get(table.family);
    if (family) family.push(table);
    else families.set(table.family, [table]);
  }
  const found = new Map<DocumentTable, DocumentReadTable>();
  for (const family of families.values()) {
    const whole = unionOf(family);
    const read = readTable(whole, ofFamily(options, family, tableIdOf(whole)), year);
    // A table on its side or of forms is read as it stands.
    if (read.region.form) continue;
    for (const table of family) {
      const own = { ...read, id: tableIdOf(table.region), region: table.region };
      found.set(table, { ...table, read: { ...own, meanings: read.meanings.map((one) => ({ ...one })) } });
    }
  }
  for (const table of tables) {
    if (!found.has(table)) found.set(table, { ...table, read: readTable(table.region, options, year) });
  }
  shareLabels([...found.values()].filter((table) => table.read.region.form !== undefined));
  return found;
}

/** A label means the same in all forms of a document: what it means in most of them. */
function shareLabels(forms: readonly DocumentReadTable[]): void {
  const votes = new Map<string, ColumnMeaning[]>();
  const named = (table: DocumentReadTable, meaning: ColumnMeaning) =>
    `${table.read.kind.kind} ${foldSpace(meaning.header).toLowerCase()}`;
  for (const table of forms) {
    for (const meaning of table.read.meanings) {
      const name = named(table, meaning);
      votes.set(name, [...(votes.get(name) ?? []), meaning]);
    }
  }
  const choices = new Map([...votes].map(([name, meanings]) => [name, { ...mostOf(meanings) }]));
  for (const table of forms) {
    for (const meaning of table.read.meanings) {
      const { column, ...shared } = choices.get(named(table, meaning)) ?? meaning;
      // Two labels of one form may mean the same only where they did before.
      const taken = table.read.meanings.some((other) => other !== meaning && other.field === shared.field);
      if (shared.field !== meaning.field && !(taken && shared.field !== 'detail'))
        Object.assign(meaning, shared);
    }
  }
}

function mostOf(meanings: readonly ColumnMeaning[]): ColumnMeaning {
  const corrected = meanings.find((one) => one.because === 'you said so');
  if (corrected) return corrected;
  const count = (field: string) => meanings.filter((one) => one.field === field).length;
  return meanings.reduce((best, one) => (count(one.field) > count(best.field) ? one : best));
}

/** The officer's corrections of any table of a family, as corrections of the whole. */
function ofFamily(
  options: RecogniseOptions,
  family: readonly DocumentTable[],
  whole: string,
): RecogniseOptions {
  if (family.length < 2 || options.corrections.length === 0) return options;
  const ids = new Set(family.map((table) => tableIdOf(table.region)));
  return {
    ...options,
    corrections: options.corrections.map((one) =>
      (one.kind === 'column' || one.kind === 'table-kind') && ids.has(one.tableId)
        ? { ...one, tableId: whole }
        : one,
    ),
  };
}

/** One region over all tables of a family, in which only their rows are seen. */
function unionOf(family: readonly DocumentTable[]): DocumentTable['region'] {
  const headed = family.find((table) => table.region.header.bottom >= table.region.header.top) ?? family[0];
  const first = (headed as DocumentTable).region;
  if (family.length === 1) return first;
  const visible = new Set<number>();
  const repeats = [...first.repeats];
  let { top, bottom } = first;
  for (const { region } of family) {
    for (const row of rowsShown(region)) visible.add(row);
    top = Math.min(top, region.top);
    bottom = Math.max(bottom, region.bottom);
    if (region === first) continue;
    repeats.push(...region.repeats);
    if (region.header.bottom >= region.header.top) repeats.push(region.header);
  }
  const sheet = sheetOfRows(first.sheet, visible);
  return { ...first, sheet, top, bottom, repeats };
}

/** The rows of a part that are its own: header, repeats and data. */
export function rowsOfPart(table: DocumentTable): number[] {
  const { region } = table;
  const shown = rowsShown(region);
  return rows(Math.min(region.header.top, region.top), region.bottom).filter((row) => shown.has(row));
}
