/**
 * Makes each different value once. Of 20,000 actions most have one of a few dozen timescales, statuses and leads: made
 * once, they cost no memory again, and the wire sends them once (contract/packed-rows.ts). Nobody may write into them.
 */
export function sharedBy<Row, T>(keyOf: (row: Row) => string, make: (row: Row) => T): (row: Row) => T {
  const known = new Map<string, T>();
  return (row) => {
    const key = keyOf(row);
    let value = known.get(key);
    if (value === undefined) {
      value = make(row);
      known.set(key, value);
    }
    return value;
  };
}

/** Columns as one key, each with its length before it, so that no words of one can be taken for those of the next. */
export function keyOfColumns(...columns: readonly (string | number | null)[]): string {
  let key = '';
  for (const column of columns) key += column === null ? '~' : `${String(column).length}:${column}`;
  return key;
}
