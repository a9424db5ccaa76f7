/**
 * How much of a file is read before it is refused. A workbook is a stranger's file: what it says of its own
 * size is not believed, so every figure here is counted while reading.
 */
export type ReadLimits = {
  readonly fileBytes: number;
  /** Files inside the workbook. */
  readonly entries: number;
  /** One part, inflated. */
  readonly partBytes: number;
  /** All parts together, inflated. */
  readonly totalBytes: number;
  /** A part that grows more than `ratio` times counts as a bomb once it is over `ratioFromBytes`. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** The table of all texts of a workbook. */
  readonly textTableBytes: number;
  readonly sheets: number;
  /** Rows of one sheet down to its last text. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with text, note or fill, over all sheets. */
  readonly cells: number;
  /** Characters in one cell; Excel itself stops at 32,767. */
  readonly textLength: number;
  /** Elements inside one another. */
  readonly xmlDepth: number;
};

const mega = 1024 * 1024;

/** Room for a workbook of 50,000 rows by 20 columns (46 MB of XML) with as much again to spare. */
export const defaultReadLimits: ReadLimits = {
  fileBytes: 25 * mega,
  entries: 2_000,
  partBytes: 100 * mega,
  totalBytes: 250 * mega,
  ratio: 300,
  ratioFromBytes: 16 * mega,
  textTableBytes: 50 * mega,
  sheets: 100,
  rows: 200_000,
  columns: 16_384,
  cells: 2_000_000,
  textLength: 200_000,
  xmlDepth: 64,
};
