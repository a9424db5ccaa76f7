import type { Detail, KpiValue, Period } from '#shared/contract/register.ts';
import { readFigure } from '#shared/domain/numbers.ts';
import { splitReference } from '#shared/domain/references.ts';
import type { ActionColumns } from './action-drafts.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import { isPlaceholder, rowsOf } from './column-profile.ts';
import type { Context } from './context.ts';
import { cellsIn, type EntryCell, joined, markRows, tidy } from './entry-cells.ts';
import { headingMeans } from './header-words.ts';
import { rowsBySide } from './kpi-rows.ts';
import { newPlaces, type Places } from './places.ts';
import type { TableShape } from './row-kinds.ts';
import { labelOf } from './timing.ts';
import type { DraftKpi, DraftLead } from './types.ts';
import { baselineYear, periodOf, readValueHeading } from './value-headings.ts';

/** A name and its reference, in one cell or two; the reference of a published indicator stands before its name. */
export function nameAndRef(name: string, refs: readonly EntryCell[]): { name: string; ref: string | null } {
  const ref = refs.map((cell) => tidy(cell.text)).join(' ');
  if (ref !== '') return { name, ref };
  const split = splitReference(name);
  // "P1 free of decay" goes on: a reference stands before a name of its own.
  const goesOn = /^\p{Ll}/u.test(split.rest) && !/[.:)–—-]\s*$/.test(name.slice(0, -split.rest.length));
  if (split.ref === null || split.kind !== null || split.rest === '' || goesOn) return { name, ref: null };
  return { name: split.rest.replace(/^[-–—:]\s*/, ''), ref: split.ref };
}

/** The polarity that a column's words give: "Bigger is better", "Low", "up". */
export function polarityOfWords(text: string): 'up' | 'down' | null {
  if (/\b(?:high|bigger|up|increase|more|maximi[sz]e|higher|larger)\b/i.test(text)) return 'up';
  if (/\b(?:low|smaller|down|decrease|less|minimi[sz]e|lower|reduce|fewer)\b/i.test(text)) return 'down';
  return null;
}

type Entry = {
  readonly shape: TableShape;
  readonly columns: ActionColumns;
  readonly values: readonly ColumnMeaning[];
  readonly rows: readonly number[];
  readonly plan: number;
  readonly section: number | null;
};

/** Makes the KPI of an entry's rows; numerators and denominators on rows of their own are KPIs beside it. */
export function draftKpis(context: Context, o: Entry): number {
  const roleColumn = o.columns.by.get('value-role')?.[0]?.column;
  if (roleColumn === undefined) return draftKpi(context, o, null) ? 1 : 0;
  const { sheet } = o.shape.region;
  const groups = rowsBySide(o.rows, (row) => sheet.shown(row, roleColumn)?.text ?? '');
  const whole = groups[0]?.side === null ? groups[0].rows : o.rows;
  const name = o.rows.find((row) => sheet.shown(row, o.shape.subject)?.text.trim());
  return groups.filter(({ side, rows }) =>
    draftKpi(context, { ...o, rows }, { side, named: name === undefined ? whole : [name] }),
  ).length;
}

/** Makes one KPI of an entry's rows, its figures from columns of their own. False where nothing is named. */
function draftKpi(
  context: Context,
  o: Entry,
  /** The side of a rate that these rows hold, and the rows that name the KPI. */
  part: { readonly side: string | null; readonly named: readonly number[] } | null,
): boolean {
  const { shape, columns, rows } = o;
  const { region } = shape;
  const grid = region.sheet.index;
  const first = rows[0] ?? region.top;
  const last = rows[rows.length - 1] ?? first;
  const places = newPlaces();
  const namedOn = part?.named ?? rows;
  const take = (field: string): EntryCell[] =>
    takeFrom(columns, region, field === 'kpi-name' || field === 'ref' ? namedOn : rows, field, first, places);
  const subject = take('kpi-name');
  const title = `${joined(subject)}${part?.side ? `: ${part.side.toLowerCase()}` : ''}`;
  if (title === '' || isPlaceholder(title)) return false;
  const own = nameAndRef(title.replace(/\n/g, ' '), take('ref'));
  const { ref } = own;
  const name = partOf(context, own.name, o.section);
  if (isUnfilledCopy(context, o, name)) return false;
  const owners: DraftLead[] = [];
  for (const cell of [...take('owners'), ...take('leads')]) owners.push(...context.leads(cell.text));
  const unitWords = joined(take('unit')).replace(/\n/g, ' ');
  const details = detailsOf(columns, region, rows, first, places);
  details.push(...ratingsByFill(context, o));
  const calendar = pick(details, /frequen|calendar|reported|reporting period|collected/i);
  const polarity = pick(
    details,
    /polarity|good (?:to be|is|performance)|better|direction of good|aim to|(?:want|desired) direction/i,
  );
  const dataSource = joined(take('data-source')).replace(/\n/g, ' ');
  const kpi: DraftKpi = {
    plan: o.plan,
    section: o.section,
    id: null,
    ref,
    name,
    unit: unitWords === '' ? null : unitWords,
    polarity: polarity === null ? null : polarityOfWords(polarity),
    dataSource: dataSource === '' ? null : dataSource,
    owners: distinctLeads(owners),
    calendar,
    details,
    source: [0, first, last],
  };
  const named = formOf(context, name, o.section);
  if (named === null) context.drafts.kpis.push(kpi);
  const index = named ?? context.drafts.kpis.length - 1;
  const units = new Set<string>();
  const roleColumn = columns.by.get('value-role')?.[0];
  const yearOfBaseline = details.find((detail) =>
    baselineYear.test(detail.label.replace(/ \/ /g, ' ')),
  )?.text;
  for (const row of rows) {
    const rowRole = roleColumn ? tidy(region.sheet.shown(row, roleColumn.column)?.text ?? '') : '';
    const ofRow = rowRole === '' ? null : readValueHeading([rowRole], null);
    for (const value of o.values) {
      const cell = region.sheet.cell(row, value.column);
      const text = tidy(cell?.text ?? '');
      if (!cell || text === '' || isPlaceholder(text)) continue;
      const role = value.role ?? ofRow?.role ?? 'actual';
      const figure = addValue(context, {
        kpi: index,
        role: ofRow?.role && value.role === null ? ofRow.role : role,
        period:
          role === 'baseline' && value.period === null && yearOfBaseline && /\d/.test(yearOfBaseline)
            ? periodOf(yearOfBaseline, context.options.yearStartMonth)
            : valuePeriod(context, value.period),
        text,
        comparator: value.comparator ?? (ofRow?.role === 'comparator' ? rowRole : null),
        provisional: value.provisional,
        source: [context.layout(grid, [['text', value.column, 0]]), row, row],
      });
      if (figure !== null) units.add(figure);
    }
  }
  if (kpi.unit === null && units.size === 1) kpi.unit = [...units][0] === '' ? null : ([...units][0] ?? null);
  addNarratives(context, { columns, region, rows, index, grid, first, last, details });
  kpi.source = [context.layoutOf(grid, places), first, last];
  markRows(context, region, rows);
  return true;
}

/** A rating that is a colour and no word: its meaning is kept in words. */
function ratingsByFill(context: Context, { shape, columns, rows }: Entry): Detail[] {
  const { sheet } = shape.region;
  const beside = (columns.by.get('detail') ?? []).filter(
    ({ header }) => headingMeans(header, 'status') >= 0.75,
  );
  return beside.flatMap((meaning) => {
    if (rows.some((row) => sheet.text(row, meaning.column) !== '')) return [];
    for (const row of rows) {
      const cell = sheet.shown(row, meaning.column);
      const status = cell?.fill ? context.statusFill(cell.fill, sheet.index, cell) : null;
      if (status) return [{ label: labelOf(meaning.header, meaning.column), text: status.label }];
    }
    return [];
  });
}

/** "(Local)" beneath "Plans in place (Federal)" is "Plans in place (Local)". */
function partOf(context: Context, name: string, section: number | null): string {
  const before = context.drafts.kpis[context.drafts.kpis.length - 1];
  if (!/^\([^()]+\)$/.test(name) || before?.section !== section) return name;
  const whole = /^(.*\S)\s*\([^()]+\)$/.exec(before.name)?.[1];
  return whole ? `${whole} ${name}` : name;
}

/** The indicator that a form right before named, its figures left to the table that follows; null where there is none. */
function formOf(context: Context, name: string, section: number | null): number | null {
  const { kpis, kpiValues } = context.drafts;
  const last = kpis.length - 1;
  const before = kpis[last];
  if (before?.name !== name || before.section !== section) return null;
  return kpiValues.some((value) => value.kpi === last) ? null : last;
}

/** A template's block that repeats a KPI without a figure of its own ("Indicator … " again, all empty). */
function isUnfilledCopy(
  context: Context,
  o: { shape: TableShape; values: readonly ColumnMeaning[]; rows: readonly number[]; section: number | null },
  name: string,
): boolean {
  const { sheet } = o.shape.region;
  const figures = (row: number) =>
    o.values.some(
      (value) => sheet.text(row, value.column) !== '' && !isPlaceholder(sheet.text(row, value.column)),
    );
  if (o.rows.some(figures)) return false;
  const { top, bottom } = o.shape.region;
  // Of a whole table without a figure, whose indicators stand elsewhere, nothing was filled in.
  const blank = bottom - top < 60 && !rowsOf(top, bottom).some(figures);
  if (!context.drafts.kpis.some((kpi) => kpi.name === name && (blank || kpi.section === o.section)))
    return false;
  for (const row of o.rows) {
    for (const cell of sheet.filled(row)) context.mark(sheet.index, row, cell.column, 'tray');
  }
  return true;
}

function valuePeriod(context: Context, words: string | null): Period {
  const named = words ?? context.year;
  if (named === null) return { label: '', start: null, end: null };
  return periodOf(named, context.options.yearStartMonth);
}

/** Adds a figure; gives its unit, '' for a bare number, null where it is words. */
export function addValue(
  context: Context,
  o: Pick<KpiValue, 'role' | 'period' | 'text' | 'comparator' | 'provisional'> & {
    kpi: number;
    source: readonly [number, number, number];
  },
): string | null {
  const figure = readFigure(o.text);
  context.drafts.kpiValues.push({
    kpi: o.kpi,
    role: o.role,
    period: o.period,
    number: figure.number,
    text: o.text,
    symbol: figure.symbol,
    comparator: o.comparator,
    provisional: o.provisional || figure.provisional,
    source: o.source,
  });
  return figure.number === null ? null : (figure.unit ?? '');
}

function addNarratives(
  context: Context,
  o: {
    columns: ActionColumns;
    region: TableShape['region'];
    rows: readonly number[];
    index: number;
    grid: number;
    first: number;
    last: number;
    details: Detail[];
  },
): void {
  const byPeriod = new Map<string, { period: Period; behind: string; doing: string; column: number }>();
  for (const field of ['behind', 'doing'] as const) {
    for (const meaning of o.columns.by.get(field) ?? []) {
      const text = joined(cellsIn(o.region, o.rows, meaning.column));
      if (text === '') continue;
      const period = valuePeriod(context, meaning.period);
      if (period.label === '') {
        o.details.push({ label: labelOf(meaning.header, meaning.column), text });
        continue;
      }
      const entry = byPeriod.get(period.label) ?? { period, behind: '', doing: '', column: meaning.column };
      entry[field] = entry[field] === '' ? text : `${entry[field]}\n${text}`;
      byPeriod.set(period.label, entry);
    }
  }
  for (const { period, behind, doing, column } of byPeriod.values()) {
    context.drafts.kpiNarratives.push({
      kpi: o.index,
      period,
      behind,
      doing,
      source: [context.layout(o.grid, [['behind', column, 0]]), o.first, o.last],
    });
  }
}

export function takeFrom(
  columns: ActionColumns,
  region: TableShape['region'],
  rows: readonly number[],
  field: string,
  first: number,
  places: Places,
): EntryCell[] {
  const found: EntryCell[] = [];
  for (const meaning of columns.by.get(field) ?? []) {
    for (const cell of cellsIn(region, rows, meaning.column)) {
      if (!found.some((one) => one.column === cell.column && one.text === cell.text)) found.push(cell);
      places.add(field === 'kpi-name' ? 'name' : field, cell.column, cell.row - first);
    }
  }
  return found;
}

export function detailsOf(
  columns: ActionColumns,
  region: TableShape['region'],
  rows: readonly number[],
  first: number,
  places: Places,
): Detail[] {
  const details: Detail[] = [];
  for (const field of ['detail', 'status', 'timescale', 'comment', 'progress'] as const) {
    for (const meaning of columns.by.get(field) ?? []) {
      const cells = cellsIn(region, rows, meaning.column);
      if (cells.length === 0) continue;
      const label = labelOf(meaning.header, meaning.column);
      const different = cells.filter((cell, at) => cells.findIndex((one) => one.text === cell.text) === at);
      details.push({ label, text: joined(different) });
      for (const cell of cells) places.add(`details.${label}`, cell.column, cell.row - first);
    }
  }
  return details;
}

function pick(details: readonly Detail[], label: RegExp): string | null {
  return details.find((detail) => label.test(detail.label))?.text ?? null;
}

function distinctLeads(leads: readonly DraftLead[]): DraftLead[] {
  return leads.filter(
    (lead, at) => leads.findIndex((one) => one.text.toLowerCase() === lead.text.toLowerCase()) === at,
  );
}
