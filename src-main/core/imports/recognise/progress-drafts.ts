import type { Detail, Status } from '#shared/contract/register.ts';
import type { ActionColumns } from './action-drafts.ts';
import type { Context } from './context.ts';
import { cellsIn, tidy } from './entry-cells.ts';
import type { Places } from './places.ts';
import { splitNotes } from './progress-notes.ts';
import type { TableShape } from './row-kinds.ts';
import { settleStatus } from './status-conflict.ts';
import { dayOf, labelOf } from './timing.ts';
import { periodOf } from './value-headings.ts';
import { foldSpace } from './words.ts';

export type NoteDraft = {
  on: string | null;
  /** The words of a period that has no days of its own ("Q1" of no year); null where `on` says when, or nothing. */
  readonly of: string | null;
  by: string | null;
  status: Status | null;
  text: string;
  readonly row: number;
  readonly column: number;
};

/**
 * The updates of an entry: status words and fills, and what its progress cells say. Words win over colour. The
 * status goes to the newest update; where there is none it becomes an update without words.
 */
export function statusAndNotes(
  context: Context,
  o: {
    shape: TableShape;
    columns: ActionColumns;
    rows: readonly number[];
    places: Places;
    first: number;
  },
): { status: Status | null; notes: NoteDraft[]; besides: Detail[] } {
  const notes = progressNotes(context, o);
  const dated = statusColumns(context, o);
  const filled = notes.some((note) => note.status !== null) ? null : statusByFill(context, o);
  if (filled) dated.push(filled);
  for (const one of dated) {
    if (one.on === null && one.of === null) continue;
    const note = notes.find(
      (candidate) => candidate.on === one.on && candidate.of === one.of && candidate.status === null,
    );
    if (note) note.status = one.status;
    else if (one.status || one.text !== '') notes.push({ ...one, text: withPeriod(one.of, one.text) });
  }
  const now = dated.filter((one) => one.on === null && one.of === null && one.status !== null);
  // Words say more than a score beside them.
  const current = now.findLast((one) => !isScore(one.status?.label ?? '')) ?? now[now.length - 1];
  const besides = now.flatMap((one) => (one === current ? [] : wordsBeside(o, one, current)));
  const unread = dated.filter(
    (one) => one.on === null && one.of === null && one.status === null && one.text !== '',
  );
  for (const one of unread) notes.push(one);
  if (current) {
    const newest = newestOf(notes);
    const sameWords = notes.find((note) => note.status?.state === current.status?.state && note.on === null);
    if (current.text !== '') notes.push(current);
    else if (sameWords) sameWords.status = current.status;
    else if (newest && newest.status === null) newest.status = current.status;
    else notes.push(current);
    return { status: current.status, notes, besides };
  }
  const withStatus = newestOf(notes.filter((note) => note.status !== null));
  return { status: withStatus?.status ?? struckOut(context, o, notes), notes, besides };
}

function isScore(label: string): boolean {
  return /^\d{1,3}(?:\.\d)?$/.test(label);
}

/** What a further status column says, under its heading: an action has one status, but no column's words go. */
function wordsBeside(
  o: Parameters<typeof statusAndNotes>[1],
  { row, column }: NoteDraft,
  current: NoteDraft | undefined,
): Detail[] {
  const { sheet } = o.shape.region;
  const text = tidy(sheet.shown(row, column)?.text ?? '');
  const said = current && tidy(sheet.shown(current.row, current.column)?.text ?? '');
  if (text === '' || text === said) return [];
  const meaning = o.columns.by.get('status')?.find((one) => one.column === column);
  return [{ label: labelOf(meaning?.header ?? '', column), text }];
}

/** Without a day, the heading's period stays with the words: "Q1: Two rooms opened". */
function withPeriod(of: string | null, text: string): string {
  if (of === null) return text;
  return text === '' ? of : `${of}: ${text}`;
}

/** The latest day; among undated ones the last. */
function newestOf(notes: readonly NoteDraft[]): NoteDraft | undefined {
  let newest: NoteDraft | undefined;
  for (const note of notes) {
    if (!newest || (note.on ?? newest.on ?? '') >= (newest.on ?? '')) newest = note;
  }
  return newest;
}

function progressNotes(context: Context, o: Parameters<typeof statusAndNotes>[1]): NoteDraft[] {
  const notes: NoteDraft[] = [];
  const grid = o.shape.region.sheet.index;
  for (const meaning of o.columns.by.get('progress') ?? []) {
    const on = meaning.period === null ? null : periodOf(meaning.period, context.options.yearStartMonth).end;
    const cells = cellsIn(o.shape.region, o.rows, meaning.column);
    const hasStatusColumn = (o.columns.by.get('status') ?? []).some(
      ({ period }) => period === null || period === meaning.period,
    );
    let before: NoteDraft | null = null;
    for (const { text, row, column, cell } of cells) {
      // Headings copied down a template's rows tell nothing.
      if (foldSpace(text) === foldSpace(meaning.header)) {
        context.mark(grid, row, column, 'header');
        continue;
      }
      o.places.add('progress', column, row - o.first);
      const split = splitNotes(text, (words) => dayOf(context, words));
      for (const note of split) {
        // A row cut by a page break: the words go on with those above.
        if (before && before.row !== row && note.on === null && split.length === 1 && cells.length > 1) {
          before.text = before.text === '' ? note.text : `${before.text}\n${note.text}`;
          continue;
        }
        const reading = hasStatusColumn ? null : context.statusWords(note.text);
        const fill =
          reading || !cell.fill || note !== split[0] ? null : context.statusFill(cell.fill, grid, cell);
        before = {
          on: note.on ?? on,
          of: note.on === null && on === null ? meaning.period : null,
          by: note.by,
          status: reading?.status ?? fill,
          text: withPeriod(
            note.on === null && on === null ? meaning.period : null,
            reading ? tidy(reading.rest) : note.text,
          ),
          row,
          column,
        };
        notes.push(before);
      }
    }
  }
  return notes;
}

/** What the status columns say, one reading a cell; `on` where the heading names a period. */
function statusColumns(context: Context, o: Parameters<typeof statusAndNotes>[1]): NoteDraft[] {
  const found: NoteDraft[] = [];
  const { region } = o.shape;
  const grid = region.sheet.index;
  for (const meaning of o.columns.by.get('status') ?? []) {
    const on = meaning.period === null ? null : periodOf(meaning.period, context.options.yearStartMonth).end;
    for (const row of o.rows) {
      const cell = region.sheet.shown(row, meaning.column);
      if (!cell || found.some((one) => one.row === cell.row && one.column === cell.column)) continue;
      const text = tidy(cell.text);
      const words = text === '' ? null : context.statusWords(text);
      const fill = words || !cell.fill ? null : context.statusFill(cell.fill, grid, cell);
      if (text === '' && !fill) continue;
      o.places.add('status', meaning.column, cell.row - o.first);
      const unknown = words || fill || text === '' ? null : context.unknownStatus(text, grid, cell);
      // A score in a cell of a rating's colour names the rating; it tells nothing of what was done.
      const scored = fill !== null && /^\d{1,3}(?:\.\d)?$/.test(text) ? { ...fill, label: text } : fill;
      const status = words ? settleStatus(context, words.status, grid, cell) : (scored ?? unknown);
      found.push({
        on,
        of: on === null ? meaning.period : null,
        by: null,
        status,
        text: words ? tidy(words.rest) : status && status.label === text ? '' : text,
        row: cell.row,
        column: meaning.column,
      });
    }
  }
  return found;
}

/** A status said by the fill of a cell that is no status cell: the reference, the action itself. */
function statusByFill(context: Context, o: Parameters<typeof statusAndNotes>[1]): NoteDraft | null {
  const column = o.columns.fillColumn;
  if (column === null) return null;
  for (const row of o.rows) {
    const cell = o.shape.region.sheet.shown(row, column);
    const status = cell?.fill ? context.statusFill(cell.fill, o.shape.region.sheet.index, cell) : null;
    if (cell && status) return { on: null, of: null, by: null, status, text: '', row: cell.row, column };
  }
  return null;
}

/** An entry whose words are all struck through was taken out of the plan. */
function struckOut(
  context: Context,
  o: Parameters<typeof statusAndNotes>[1],
  notes: NoteDraft[],
): Status | null {
  const { region, subject } = o.shape;
  const cell = region.sheet.shown(o.first, subject);
  if (!cell?.strike) return null;
  const status = context.statusStruck(region.sheet.index, cell);
  if (status) notes.push({ on: null, of: null, by: null, status, text: '', row: o.first, column: subject });
  return status;
}
