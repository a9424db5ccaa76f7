/** What stands in the grid from top to bottom: heads of groups, rows, and blank rows to type into. */
export type GroupLine = {
  readonly kind: 'group';
  readonly id: string;
  /** The row number shown, which stays when rows are filtered away; null for a group that is no row of the whole. */
  readonly number: number | null;
  readonly ref: string | null;
  readonly title: string;
  /** Words at the right: "5 actions". */
  readonly note: string;
};
export type RowLine<Row> = {
  readonly kind: 'row';
  readonly id: string;
  readonly number: number;
  readonly row: Row;
};
export type BlankLine = { readonly kind: 'blank'; readonly id: string };
export type GridLine<Row> = GroupLine | RowLine<Row> | BlankLine;

/** Data rows (all lines but group heads) by place and by id. */
export type LineIndex = {
  /** The id of each data row. */
  readonly ids: readonly string[];
  /** The line of each data row. */
  readonly lineOfRow: readonly number[];
  /** The data row of each line; for a group head, of the next row below it. */
  readonly rowOfLine: readonly number[];
  readonly rowOfId: ReadonlyMap<string, number>;
  readonly lineOfId: ReadonlyMap<string, number>;
  /** The lines that are group heads, in order. */
  readonly groups: readonly number[];
  /** The data rows that are blank rows. */
  readonly blanks: readonly number[];
  /** The largest number shown beside a line. */
  readonly lastNumber: number;
};

export function indexLines<Row>(lines: readonly GridLine<Row>[]): LineIndex {
  const ids: string[] = [];
  const lineOfRow: number[] = [];
  const rowOfLine: number[] = [];
  const rowOfId = new Map<string, number>();
  const lineOfId = new Map<string, number>();
  const groups: number[] = [];
  const blanks: number[] = [];
  let lastNumber = 0;
  lines.forEach((line, place) => {
    lineOfId.set(line.id, place);
    rowOfLine.push(ids.length);
    if (line.kind !== 'blank') lastNumber = Math.max(lastNumber, line.number ?? 0);
    if (line.kind === 'group') groups.push(place);
    else {
      rowOfId.set(line.id, ids.length);
      if (line.kind === 'blank') blanks.push(ids.length);
      ids.push(line.id);
      lineOfRow.push(place);
    }
  });
  return { ids, lineOfRow, rowOfLine, rowOfId, lineOfId, groups, blanks, lastNumber };
}

/** The last of the ascending `places` that is not after `place`; null where all are. */
export function lastNotAfter(places: readonly number[], place: number): number | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : (places[low - 1] ?? null);
}
