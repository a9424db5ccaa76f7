/**
 * The cells a record is read from, as they are met: field, column, and rows below the record's first. Three plain
 * lists, because there are as many places as cells.
 */
export type Places = {
  readonly fields: string[];
  readonly columns: number[];
  readonly offsets: number[];
  add(field: string, column: number, offset: number): void;
};

export function newPlaces(): Places {
  const fields: string[] = [];
  const columns: number[] = [];
  const offsets: number[] = [];
  return {
    fields,
    columns,
    offsets,
    add(field, column, offset) {
      fields.push(field);
      columns.push(column);
      offsets.push(offset);
    },
  };
}
