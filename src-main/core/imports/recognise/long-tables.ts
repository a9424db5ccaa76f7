import { cellName } from '#shared/contract/grid.ts';
import type { ActionColumns } from './action-drafts.ts';
import type { ColumnMeaning } from './column-meanings.ts';
import { isPlaceholder } from './column-profile.ts';
import type { Context } from './context.ts';
import { markRows, tidy } from './entry-cells.ts';
import { addValue, nameAndRef } from './kpi-drafts.ts';
import type { TableShape } from './row-kinds.ts';
import { labelOf } from './timing.ts';
import { periodOf, readValueHeading } from './value-headings.ts';

/**
 * A long table: one row per indicator, area and period. Each indicator becomes one KPI; rows of other areas stand
 * beside it as comparators where the file says which area is the office's own, else each area has its own KPI.
 * Gives the number of KPIs.
 */
export function draftLongTable(
  context: Context,
  o: {
    shape: TableShape;
    columns: ActionColumns;
    plan: number;
    rows: readonly number[];
    values: readonly ColumnMeaning[];
  },
): number {
  const { shape, columns } = o;
  const { region } = shape;
  const { sheet } = region;
  const column = (field: string) => columns.by.get(field)?.[0]?.column ?? null;
  const at = {
    name: column('kpi-name'),
    period: column('period'),
    area: column('area'),
    role: column('value-role'),
    unit: column('unit'),
    source: column('data-source'),
    ref: column('ref'),
  };
  const text = (row: number, where: number | null) =>
    where === null ? '' : tidy(sheet.shown(row, where)?.text ?? '');
  const valueColumns = o.values.length > 0 ? o.values : (columns.by.get('value') ?? []);
  const details = columns.by.get('detail') ?? [];
  const areaLabel = labelOf(columns.by.get('area')?.[0]?.header ?? 'Area', at.area ?? 0);
  const areas = [...new Set(o.rows.map((row) => text(row, at.area)).filter((area) => area !== ''))];
  const own =
    areas.length > 1
      ? ownArea(context, areas, cellName(sheet.grid.name, region.header.row, at.area ?? 0))
      : null;
  // What tells rows of one indicator apart belongs to its identity; what changes with area or period does not.
  const telling = details.filter((meaning) =>
    tellsApart(
      o.rows,
      (row) => text(row, meaning.column),
      (row) => `${text(row, at.name)}|${text(row, at.unit)}`,
    ),
  );
  const kpis = new Map<string, number>();
  /** The units that each KPI's figures bear, '' for bare numbers. */
  const units = new Map<number, Set<string>>();
  const before = context.drafts.kpis.length;
  for (const row of o.rows) {
    const title = text(row, at.name) || sheet.grid.name;
    const area = text(row, at.area);
    const comparator = own !== null && area !== '' && area !== own ? area : null;
    const split = own === null && areas.length > 1 ? area : '';
    const identity = [
      title,
      text(row, at.unit),
      split,
      ...telling.map((meaning) => text(row, meaning.column)),
    ].join('|');
    let kpi = kpis.get(identity);
    if (kpi === undefined) {
      const { name, ref } = nameAndRef(title, []);
      context.drafts.kpis.push({
        plan: o.plan,
        section: null,
        id: null,
        ref: text(row, at.ref) || ref,
        name: split === '' ? name : `${name}: ${split}`,
        unit: text(row, at.unit) || null,
        polarity: null,
        dataSource: text(row, at.source) || null,
        owners: [],
        calendar: null,
        details: [
          ...telling.map((meaning) => ({
            label: labelOf(meaning.header, meaning.column),
            text: text(row, meaning.column),
          })),
          // One area for all of them parts nothing and is said beside each.
          { label: areaLabel, text: areas.length === 1 ? area : '' },
        ].filter((detail) => detail.text !== ''),
        source: [context.layout(sheet.index, [['name', at.name ?? region.left, 0]]), row, row],
      });
      kpi = context.drafts.kpis.length - 1;
      kpis.set(identity, kpi);
    }
    const words = text(row, at.period);
    const period =
      words === ''
        ? { label: context.year ?? '', start: null, end: null }
        : periodOf(words, context.options.yearStartMonth);
    const ofRow = at.role === null ? null : readValueHeading([text(row, at.role)], null);
    for (const value of valueColumns) {
      const figure = text(row, value.column);
      if (figure === '' || isPlaceholder(figure)) continue;
      const unit = addValue(context, {
        kpi,
        role: comparator ? 'comparator' : (value.role ?? ofRow?.role ?? 'actual'),
        period,
        text: figure,
        comparator:
          comparator ?? value.comparator ?? (ofRow?.role === 'comparator' ? text(row, at.role) : null),
        provisional: value.provisional,
        source: [
          context.layout(sheet.index, [
            ['text', value.column, 0],
            ...(at.period === null ? [] : [['period', at.period, 0] as const]),
            ...(at.area === null ? [] : [['comparator', at.area, 0] as const]),
          ]),
          row,
          row,
        ],
      });
      if (unit !== null) units.set(kpi, (units.get(kpi) ?? new Set()).add(unit));
    }
    const loose = details.filter((meaning) => !telling.includes(meaning));
    addLoose(context, kpi, loose, (meaning) => text(row, meaning.column), comparator ?? area);
  }
  for (const [at, borne] of units) {
    const draft = context.drafts.kpis[at];
    const [unit] = borne;
    if (draft && draft.unit === null && borne.size === 1 && unit) draft.unit = unit;
  }
  markRows(context, region, o.rows);
  return context.drafts.kpis.length - before;
}

/** Codes and notes that vary by row: each kept once beside the KPI, with the area they belong to. */
function addLoose(
  context: Context,
  kpi: number,
  loose: readonly ColumnMeaning[],
  text: (meaning: ColumnMeaning) => string,
  area: string,
): void {
  const draft = context.drafts.kpis[kpi];
  if (!draft) return;
  for (const meaning of loose) {
    const words = text(meaning);
    if (words === '') continue;
    const label =
      area === ''
        ? labelOf(meaning.header, meaning.column)
        : `${labelOf(meaning.header, meaning.column)}, ${area}`;
    if (!draft.details.some((detail) => detail.label === label && detail.text === words))
      draft.details.push({ label, text: words });
  }
}

function tellsApart(
  rows: readonly number[],
  value: (row: number) => string,
  identity: (row: number) => string,
): boolean {
  const seen = new Map<string, string>();
  const values = new Set<string>();
  let steady = true;
  for (const row of rows) {
    const words = value(row);
    values.add(words);
    const before = seen.get(identity(row));
    if (before === undefined) seen.set(identity(row), words);
    else if (before !== words) steady = false;
  }
  return steady || (values.size <= 6 && rows.length >= values.size * 4);
}

/** Which area is the office's own: the one that the file's name says; asked about where several stand there. */
function ownArea(context: Context, areas: readonly string[], where: string): string | null {
  const name = context.options.fileName.toLowerCase();
  const guess =
    areas.find(
      (area) => area.length > 3 && name.includes(area.toLowerCase().split(/[,(]/)[0]?.trim() ?? area),
    ) ?? null;
  const taken = context.ask(
    {
      id: `area:${where}`,
      where,
      about: 'other',
      text: 'Which area is the partnership’s own? The others become comparators.',
      choices: [
        ...areas.slice(0, 60).map((area) => ({ id: area, label: area, detail: null })),
        { id: 'each', label: 'None: a KPI for each area', detail: null },
      ],
      taken: guess ?? 'each',
    },
    [],
  );
  return areas.includes(taken) ? taken : null;
}
