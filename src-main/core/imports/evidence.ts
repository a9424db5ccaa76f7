import type { Grid } from '#shared/contract/grid.ts';
import type { TableView } from '#shared/contract/imports.ts';
import { splitDatedNotes } from '#shared/domain/dated-notes.ts';
import { readTimescale } from '#shared/domain/timescales.ts';
import { isPlaceholder } from './recognise/column-profile.ts';
import { withoutLabels } from './recognise/document/answers.ts';
import type { FateName, HeadingLine } from './recognise/types.ts';
import { foldSpace, withoutBullet } from './recognise/words.ts';
import { bagOf, isSaid, mark, saidIn, stands } from './said.ts';

/**
 * What would be written, as the cells of a file are looked for in it. The reading makes it of its drafts, the import
 * of the rows that it is about to write. Plain data: it crosses to the worker.
 */
export type Evidence = {
  /** Grid by grid and row by row: all texts of the records that were read from the row. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** Of a row of figures, the KPI they belong to, which may be named on other rows: an index into `owners`. */
  readonly ownerOf: readonly (readonly (number | undefined)[])[];
  readonly owners: readonly string[];
  /** Rows whose records stay as the register has them, whatever the file says: brought in before, and changed since. */
  readonly stays?: readonly ReadonlySet<number>[];
  /** Words of the plan as a whole: titles, preambles, the key. */
  readonly plan: string;
  readonly sections: string;
  /** Paragraphs and points of minutes: one item may fill a document. */
  readonly lines: ReadonlySet<string>;
};

/** Where a cell stands and what was made of it. */
export type CellAt = {
  readonly grid: number;
  readonly row: number;
  readonly column: number;
  readonly fate: FateName;
};

/** Tables each of whose rows is a record of its own: what stands in them must stand in those records. */
const ofRecords: ReadonlySet<TableView['kind']> = new Set(['actions', 'kpis', 'glossary', 'duties']);

/** What a line says it is, before its number: the list it is kept in says as much. */
const kindWord =
  /^(actions?|tasks?|steps?|projects?|recommendations?|commitments?|objectives?|priorit(?:y|ies)|aims?|goals?|themes?|outcomes?|indicators?|measures?|kpis?|risks?|issues?)\s+(?=(?:no\.?\s*)?[a-z]{0,2}\d)/i;

/**
 * Looks for cells in what would be written. A cell is looked for in the records of its own row; a section's name, in
 * the sections; what stands outside the tables, in the plan's own words as well; headings and furniture, which no
 * record holds, in the headings of the tables, in the plan's words and in the sections.
 */
export function finder(
  grids: readonly Grid[],
  tables: readonly TableView[],
  evidence: Evidence,
  lines: readonly HeadingLine[],
  onLabel: (at: CellAt, label: string) => void = () => undefined,
): (at: CellAt, text: string) => boolean {
  const inRecords = recordsByRow(grids, tables);
  const inHeadings = saidIn(() =>
    bagOf([
      ...tables.flatMap((table) => table.columns.map((column) => column.header)),
      ...lines.flatMap((line) => line.texts),
    ]),
  );
  const ofPlan = saidIn(() => evidence.plan);
  const ofSections = saidIn(() => evidence.sections);
  const ofAll = saidIn(() => [...new Set(evidence.rows.flat())].join(mark));
  /** "Lead: NB" and "Action 2" say a heading of their table before what the record has. */
  const afterHeading = (grid: number, row: number, bag: string, text: string): boolean =>
    (inRecords(grid, row) ?? []).some(({ columns }) =>
      columns.some(({ header }) => {
        const words = foldSpace(header);
        if (words === '' || !text.toLowerCase().startsWith(words.toLowerCase())) return false;
        const rest = text.slice(words.length).replace(/^[\s:–—-]+/, '');
        return rest.length < text.length && isSaid(bag, rest);
      }),
    );

  /** A paragraph's labels head what stands behind them: "Lead: NB; by when: June", "Action 1.2: Mend the gate". */
  const inParagraph = (at: CellAt, bag: string, text: string, sign: string | undefined): boolean => {
    if (ofPlan(text)) return true;
    const labels: string[] = [];
    const kind = kindWord.exec(text)?.[1];
    const bare = foldSpace(withoutLabels(withoutMark(text, sign), labels));
    if (isSaid(bag, bare) || ofPlan(bare)) {
      for (const label of labels) onLabel(at, label);
      return true;
    }
    if (kind === undefined || !isSaid(bag, text.slice(kind.length))) return false;
    onLabel(at, kind);
    return true;
  };

  return (at, said) => {
    const { grid, row, column, fate } = at;
    const text = foldSpace(said);
    const bag = evidence.rows[grid]?.[row] ?? '';
    if (bag !== '' && stands(bag, text)) return true;
    if (evidence.stays?.[grid]?.has(row)) return true;
    if (evidence.lines.size > 0 && evidence.lines.has(withoutBullet(text))) return true;
    if (isSaid(bag, text) || notesAreSaid(bag, said)) return true;
    const owner = evidence.ownerOf[grid]?.[row];
    if (owner !== undefined && isSaid(evidence.owners[owner] ?? '', text)) return true;
    if (afterHeading(grid, row, bag, text)) return true;
    if (fate === 'header' || fate === 'furniture')
      return (
        inHeadings(text) ||
        ofPlan(text) ||
        ofSections(text) ||
        (fate === 'furniture' && isBlankForm(text)) ||
        ofAll(text)
      );
    if (fate === 'section' && (ofSections(text) || ofPlan(text))) return true;
    const paragraph = grids[grid]?.document?.[row];
    if (paragraph?.kind === 'paragraph') return inParagraph(at, bag, text, paragraph.list?.mark);
    const inTable = inRecords(grid, row)?.some((table) => column >= table.left && column <= table.right);
    return inTable !== true && ofPlan(text);
  };
}

/** Whether each dated note of a stack is said: its words, and the day that its date was read as. */
function notesAreSaid(bag: string, text: string): boolean {
  if (bag === '' || !/\d/.test(text)) return false;
  const notes = splitDatedNotes(text, {}, dayIn);
  return (
    notes.some((note) => note.on !== null) &&
    notes.every(
      (note) =>
        isSaid(bag, foldSpace(note.text)) &&
        (note.by === null || isSaid(bag, note.by)) &&
        // A date without its year takes it from the plan.
        (note.on === null || bag.includes(note.on) || bag.includes(note.on.slice(4))),
    )
  );
}

function dayIn(words: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(words)) return words;
  const read = readTimescale(words, { yearStartMonth: 4, period: null });
  return read.end ?? read.start;
}

/** "< Select >" and page numbers hold a place for words, or count pages: there is nothing in them to keep. */
function isBlankForm(text: string): boolean {
  return isPlaceholder(text) || /^(?:page )?\d+(?: ?(?:of|\/) ?\d+)?$/i.test(text);
}

/** The words of a list item: its number says only where it stands. */
function withoutMark(text: string, mark: string | undefined): string {
  const sign = mark === undefined ? '' : foldSpace(mark);
  return sign !== '' && text.startsWith(sign) ? text.slice(sign.length) : text;
}

/** The tables that made a record of a row. */
function recordsByRow(
  grids: readonly Grid[],
  tables: readonly TableView[],
): (grid: number, row: number) => readonly TableView[] | undefined {
  const rows: (TableView[] | undefined)[][] = grids.map(() => []);
  for (const table of tables) {
    if (!ofRecords.has(table.kind)) continue;
    const of = rows[table.sheet];
    for (const { from, to } of of ? table.entries : []) {
      for (let row = from; row <= to; row++) {
        const before = of?.[row];
        if (before) before.push(table);
        else if (of) of[row] = [table];
      }
    }
  }
  return (grid, row) => rows[grid]?.[row];
}
