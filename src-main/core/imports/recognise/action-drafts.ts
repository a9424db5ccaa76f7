import type { Detail } from '#shared/contract/register.ts';
import { sameAs, splitReference } from '#shared/domain/references.ts';
import { barTimescale } from './bar-times.ts';
import { type ColumnMeaning, revisedHeading } from './column-meanings.ts';
import { isPlaceholder } from './column-profile.ts';
import type { Context } from './context.ts';
import { cellsIn, type EntryCell, joined, markRows, textIn, tidy } from './entry-cells.ts';
import { pairMeasures } from './measure-lines.ts';
import { numberedParts, regionsByPart } from './numbered-lists.ts';
import { letteredBullets, regionsByLine } from './paired-lines.ts';
import { newPlaces } from './places.ts';
import { statusAndNotes } from './progress-drafts.ts';
import type { TableShape } from './row-kinds.ts';
import { labelOf, reviewDay, timescaleOf } from './timing.ts';
import type { DraftAction, DraftLead, DraftLink } from './types.ts';
import { linesOf, splitBullets } from './words.ts';

/** Columns of a table by what they mean, found once. */
export type ActionColumns = {
  readonly by: ReadonlyMap<string, readonly ColumnMeaning[]>;
  readonly linkKind: DraftLink['kind'];
  /** Columns kept beside the record: the label, and the field's name in the provenance. */
  readonly details: readonly { readonly column: number; readonly label: string; readonly field: string }[];
  /** Whether the column of timescales holds revised ones. */
  readonly revised: boolean;
  /** Columns of a chart, each of a stretch of time: ticked or filled where the work lies. */
  readonly bars: readonly ColumnMeaning[];
  /** The column whose fills alone say the status. */
  readonly fillColumn: number | null;
};

export function actionColumns(
  meanings: readonly ColumnMeaning[],
  fillColumn: number | null = null,
): ActionColumns {
  const by = new Map<string, ColumnMeaning[]>();
  for (const meaning of meanings) {
    const list = by.get(meaning.field);
    if (list) list.push(meaning);
    else by.set(meaning.field, [meaning]);
  }
  const links = by.get('links')?.[0]?.header ?? '';
  const details = (by.get('detail') ?? []).map((meaning) => {
    const label = labelOf(meaning.header, meaning.column);
    return { column: meaning.column, label, field: `details.${label}` };
  });
  const when = by.get('timescale') ?? [];
  const bars = when.filter((meaning) => meaning.period !== null);
  if (bars.length > 0)
    by.set(
      'timescale',
      when.filter((meaning) => meaning.period === null),
    );
  return {
    by,
    details,
    bars,
    fillColumn,
    revised: revisedHeading.test(by.get('timescale')?.[0]?.header ?? ''),
    linkKind: /plan|strateg|document|sdp/i.test(links) ? 'plan' : 'priority',
  };
}

const nothing: readonly EntryCell[] = [];
const nothingMeant: readonly ColumnMeaning[] = [];
const internalId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

type Entry = {
  readonly shape: TableShape;
  readonly columns: ActionColumns;
  readonly rows: readonly number[];
  readonly plan: number;
  readonly section: number | null;
  readonly carriedLinks: readonly EntryCell[];
};

/** Makes the action of an entry's rows, or several where its cells list and answer several. Gives how many. */
export function draftActions(context: Context, o: Entry): number {
  const { shape } = o;
  const first = o.rows[0];
  const several = first !== undefined && shape.region.sheet.shown(first, shape.subject)?.text.includes('\n');
  // Most cells are one line: nothing is to be taken apart.
  const parts = several
    ? (regionsByPart(shape.region, o.rows, shape.subject, shape.answers) ??
      regionsByLine(shape.region, o.rows, shape.subject, {
        dates: columnsOf(o.columns, 'timescale', 'end'),
        leads: columnsOf(o.columns, 'leads'),
      }))
    : null;
  if (!parts) return draftAction(context, o) ? 1 : 0;
  return parts.filter((region) => draftAction(context, { ...o, shape: { ...shape, region } })).length;
}

function columnsOf(columns: ActionColumns, ...fields: string[]): number[] {
  return fields.flatMap((field) => (columns.by.get(field) ?? nothingMeant).map((meaning) => meaning.column));
}

/** Makes one action of an entry's rows, with its measures and updates. False where the entry names nothing. */
function draftAction(context: Context, o: Entry): boolean {
  const { shape, columns, rows } = o;
  const { region } = shape;
  const { drafts } = context;
  const grid = region.sheet.index;
  const first = rows[0] ?? region.top;
  const last = rows[rows.length - 1] ?? first;
  const places = newPlaces();
  const take = (field: string): readonly EntryCell[] => {
    const meanings = columns.by.get(field);
    if (!meanings) return nothing;
    let all: readonly EntryCell[] = nothing;
    for (const meaning of meanings) {
      const found = cellsIn(region, rows, meaning.column);
      for (const cell of found) places.add(field, cell.column, cell.row - first);
      all = all.length === 0 ? found : [...all, ...found];
    }
    return all;
  };
  /** The words of a field that has one column. */
  const words = (field: string): string => {
    let text = '';
    for (const meaning of columns.by.get(field) ?? nothingMeant) {
      const more = textIn(region, rows, meaning.column, field, places);
      text = text === '' ? more : more === '' ? text : `${text}\n${more}`;
    }
    return text;
  };

  const subject = take('text');
  const refs = take('ref');
  const leadCells = take('leads');
  const measureCells = take('measures');
  const named = nameOf(subject, refs, measureCells);
  if (named === null) return false;
  const split = letteredBullets(named.text) ?? splitBullets(named.text);
  const text = split.text === '' ? split.bullets.join('\n') : split.text;
  const bullets = split.text === '' ? [] : split.bullets;

  // One cell's leads are shared by all records that name the same.
  const [onlyLead] = leadCells;
  const leads: DraftLead[] = leadCells.length === 1 && onlyLead ? eachOnce(context.leads(onlyLead.text)) : [];
  if (leadCells.length > 1) for (const cell of leadCells) addLeads(leads, context.leads(cell.text));
  const said = timescaleOf(context, grid, take, columns);
  const { details: timeDetails } = said;
  const bars = columns.bars.length === 0 ? null : barTimescale(context, { ...o, ...columns, places, first });
  const timescale = said.timescale?.end || bars === null ? said.timescale : bars;
  const resources = words('resources');
  const comment = words('comment');
  const links = linksOf([...take('links'), ...o.carriedLinks], columns.linkKind);
  const review = take('reviewOn');
  const details: Detail[] = [...timeDetails];
  for (const { column, label, field } of columns.details) {
    const text = textIn(region, rows, column, field, places);
    if (text !== '' && !isInternalId(text)) details.push({ label, text });
  }
  const reviewOn = reviewDay(context, review, comment);
  if (review.length > 0) details.push({ label: headerOf(columns, 'reviewOn'), text: joined(review) });
  const update = statusAndNotes(context, { shape, columns, rows, places, first });
  details.push(...update.besides);

  const action: DraftAction = {
    plan: o.plan,
    section: o.section,
    id: region.sheet.filled(first).find((cell) => isInternalId(cell.text))?.text ?? null,
    ref: named.ref,
    text,
    bullets,
    leads,
    timescale,
    status: update.status,
    resources: resources === '' ? null : resources,
    comment: comment === '' ? null : comment,
    details,
    links,
    reviewOn,
    source: [context.layoutOf(grid, places), first, last],
  };
  drafts.actions.push(action);
  const index = drafts.actions.length - 1;
  for (const note of update.notes) {
    drafts.progress.push({
      action: index,
      kpi: null,
      on: note.on,
      status: note.status,
      text: note.text,
      by: note.by,
      source: [context.layoutAt(grid, 'text', note.column, note.row - first), first, last],
    });
  }
  draftMeasures(context, {
    index,
    grid,
    first,
    last,
    measureCells,
    measureColumns: columns.by.get('measures') ?? nothingMeant,
    leadCells,
    rows,
  });
  markRows(context, region, rows);
  return true;
}

/** The entry's words and reference: where no column holds a reference, one that stands before the words. */
function nameOf(
  subject: readonly EntryCell[],
  refs: readonly EntryCell[],
  measures: readonly EntryCell[],
): { text: string; ref: string | null } | null {
  const cells = subject.length > 0 ? subject : measures.slice(0, 1);
  const text = joined(cells);
  if (text === '' || isPlaceholder(text)) return null;
  const ref = refs.map(refText).join(' ');
  if (ref !== '') return { text, ref };
  const split = splitReference(text);
  if (numberedParts(text) === null && split.ref !== null && split.kind === null && split.rest !== '')
    return { text: split.rest, ref: split.ref };
  return { text, ref: null };
}

/** A reference stored as the number 1.1 and shown as "1" is 1.1. */
function refText(cell: EntryCell): string {
  const text = tidy(cell.text);
  const stored = cell.cell.value;
  if (stored?.kind !== 'number' || stored.percent || Number(text) === stored.number) return text;
  return /^\d+$/.test(text) ? String(Number(stored.number.toFixed(4))) : text;
}

/** The register's own id of a record, as its exports and update forms carry it. */
function isInternalId(text: string): boolean {
  return text.length === 36 && internalId.test(text);
}

/** A lead named for several of an action's measures leads it once. The list itself where nobody is named twice. */
function eachOnce(leads: readonly DraftLead[]): DraftLead[] {
  if (leads.length < 2) return leads as DraftLead[];
  const once: DraftLead[] = [];
  addLeads(once, leads);
  return once.length === leads.length ? (leads as DraftLead[]) : once;
}

function addLeads(leads: DraftLead[], more: readonly DraftLead[]): void {
  for (const lead of more) {
    if (!leads.some((one) => one.text.toLowerCase() === lead.text.toLowerCase() && one.note === lead.note))
      leads.push(lead);
  }
}

function linksOf(cells: readonly EntryCell[], kind: DraftLink['kind']): DraftLink[] {
  const links: DraftLink[] = [];
  for (const cell of cells) {
    for (const line of linesOf(cell.text)) {
      if (links.some((link) => link.text === line)) continue;
      links.push({ text: line, kind: sameAs(line) !== null ? 'same-as' : kind });
    }
  }
  return links;
}

function headerOf(columns: ActionColumns, field: string): string {
  return columns.by.get(field)?.[0]?.header.replace(/\n/g, ' ') || 'Review';
}

function draftMeasures(
  context: Context,
  o: {
    index: number;
    grid: number;
    first: number;
    last: number;
    measureCells: readonly EntryCell[];
    measureColumns: readonly ColumnMeaning[];
    leadCells: readonly EntryCell[];
    rows: readonly number[];
  },
): void {
  if (o.measureCells.length === 0) return;
  // Milestones of several years, a column each, say of which year they are.
  const ofYears = new Set(o.measureColumns.map((meaning) => meaning.period)).size > 1;
  const said = (cell: EntryCell): string => {
    const period = ofYears ? o.measureColumns.find((one) => one.column === cell.column)?.period : null;
    return period ? `${period}: ${cell.text}` : cell.text;
  };
  const rows = [...new Set(o.measureCells.map((cell) => cell.row))].map((row) => ({
    row,
    measures: o.measureCells
      .filter((cell) => cell.row === row)
      .map(said)
      .join('\n'),
    leads: o.leadCells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text)
      .join('\n'),
  }));
  const column = o.measureCells[0]?.column ?? 0;
  for (const measure of pairMeasures(rows, context.leads)) {
    context.drafts.measures.push({
      action: o.index,
      text: measure.text,
      leads: [...measure.leads],
      source: [context.layoutAt(o.grid, 'text', column), measure.row, measure.toRow],
    });
  }
}
