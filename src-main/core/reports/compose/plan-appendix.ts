import type { Action, Kpi, KpiValue, Plan, Progress } from '#shared/contract/register.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatFigure } from '#shared/domain/numbers.ts';
import { type Block, cell, quiet, type TableRow, withoutEmptyColumns, words } from '../document.ts';
import { type ContentIndex, markOf } from './content-index.ts';
import { figureText, kpiName, readKpi } from './read-kpi.ts';

/**
 * The end of a plan's report: what its tables have no room for. Every update in the order it was given, everything said
 * of its KPIs, and what stands beside and behind their figures. With it the report holds all the words of the plan.
 */
export function appendixBlocks(index: ContentIndex, plan: Plan): Block[] {
  const kpis = index.kpisOf.get(plan.id) ?? [];
  return [
    ...updateBlocks(index, plan, index.actionsOf.get(plan.id) ?? [], kpis),
    ...narrativeBlocks(index, kpis),
    ...figureBlocks(index, kpis),
  ];
}

const said = (text: string | null | undefined) => cell(text ? words(text) : null);

function updateBlocks(
  index: ContentIndex,
  plan: Plan,
  actions: readonly Action[],
  kpis: readonly Kpi[],
): Block[] {
  const all = index.content.progress;
  const corrected = new Set(all.flatMap(({ correctsId }) => correctsId ?? []));
  const of = Map.groupBy(all, ({ actionId, kpiId }) => actionId ?? kpiId ?? '');
  const rowsOf = (id: string, ref: string | null, title: string): TableRow[] =>
    (of.get(id) ?? [])
      .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''))
      .map((update) => updateRow(plan, update, { ref, title, isCorrected: corrected.has(update.id) }));
  const rows = [
    ...actions.flatMap(({ id, ref, text }) => rowsOf(id, ref, text)),
    ...kpis.flatMap(({ id, ref, name }) => rowsOf(id, ref, name)),
  ];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Every update', newPage: true },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Every update, as it was given',
      sheet: 'Updates',
      rowHeader: 1,
      columns: [
        { label: 'Ref', width: 8 },
        { label: 'Of what', width: 34 },
        { label: 'On', width: 14 },
        { label: 'Status', width: 14 },
        { label: 'What was said', width: 46 },
        { label: 'By', width: 16 },
        { label: 'Evidence', width: 20 },
      ],
      rows,
    }),
  ];
}

function updateRow(
  plan: Plan,
  { on, status, text, by, evidence }: Progress,
  of: { ref: string | null; title: string; isCorrected: boolean },
): TableRow {
  return {
    kind: 'cells',
    cells: [
      said(of.ref),
      cell(words(of.title)),
      said(on === null ? null : formatDay(on)),
      cell(status ? { kind: 'status', mark: markOf(plan, status.state, status.label) } : null),
      cell(text === '' ? null : words(text), of.isCorrected ? quiet('Corrected by a later update') : null),
      said(by),
      said(evidence),
    ],
  };
}

function narrativeBlocks(index: ContentIndex, kpis: readonly Kpi[]): Block[] {
  const rows = kpis.flatMap((kpi) =>
    readKpi(index, kpi).narratives.map(
      ({ period, says, behind, doing, byWhen, help, by }): TableRow => ({
        kind: 'cells',
        cells: [
          cell(words(kpiName(kpi))),
          said(period.label),
          said(says),
          said(behind),
          said(doing),
          said(byWhen),
          said(help),
          said(by),
        ],
      }),
    ),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Everything said of the KPIs' },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'What was said of each KPI, period by period',
      sheet: 'Said of KPIs',
      rowHeader: 0,
      columns: [
        { label: 'KPI', width: 24 },
        { label: 'Period', width: 12 },
        { label: 'What the figures say', width: 26 },
        { label: 'What is behind it', width: 26 },
        { label: 'What we will do', width: 26 },
        { label: 'By when', width: 12 },
        { label: 'Help wanted', width: 16 },
        { label: 'Said by', width: 12 },
      ],
      rows,
    }),
  ];
}

/** What stands beside a figure, who gave it, and the figures that stood in its place before. */
function figureBlocks(index: ContentIndex, kpis: readonly Kpi[]): Block[] {
  const rows = kpis.flatMap((kpi) =>
    (index.valuesOf.get(kpi.id) ?? []).flatMap((value): TableRow[] => {
      const before = value.revisions ?? [];
      if (!value.note && !value.enteredBy && before.length === 0) return [];
      return [
        {
          kind: 'cells',
          cells: [
            cell(words(kpiName(kpi))),
            said([value.period.label, value.comparator ?? value.role].join(', ')),
            said(figureText(value, kpi.unit)),
            said(value.note),
            said(value.enteredBy),
            cell(...before.map((one) => words(earlier(one, kpi)))),
          ],
        },
      ];
    }),
  );
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Beside the figures' },
    withoutEmptyColumns({
      kind: 'table',
      caption: 'Words beside figures, who gave them, and what they replaced',
      sheet: 'Beside the figures',
      rowHeader: 0,
      columns: [
        { label: 'KPI', width: 30 },
        { label: 'Figure', width: 20 },
        { label: 'Is', width: 12 },
        { label: 'Words beside it', width: 34 },
        { label: 'Given by', width: 16 },
        { label: 'Was before', width: 28 },
      ],
      rows,
    }),
  ];
}

/** "36 until 4 June 2010, Priya Nandy" */
function earlier(one: NonNullable<KpiValue['revisions']>[number], kpi: Kpi): string {
  const figure =
    one.text !== ''
      ? one.text
      : one.number === null
        ? (one.symbol ?? '')
        : formatFigure(one.number, kpi.unit);
  return [`${figure} until ${formatDay(one.replacedAt.slice(0, 10))}`, one.enteredBy]
    .filter(Boolean)
    .join(', ');
}
