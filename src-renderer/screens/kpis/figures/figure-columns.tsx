import type { Frequency } from '#shared/contract/kpi-records.ts';
import type { KpiGrid } from '#shared/contract/kpis.ts';
import { monthNames, partsOfDay } from '#shared/domain/dates.ts';
import { axisLabel } from '../../../charts/axis-labels.ts';
import type { GridLine } from '../../../grid/lines.ts';
import type { GridColumn } from '../../../grid/types.ts';
import { columnKeyOf, figureIn, type GridRole } from './patch-figures.ts';

export type FiguresRow = KpiGrid['rows'][number];

const signs: Readonly<Record<string, string>> = { percentage: '%', money: '£', days: 'days' };

/** The unit beside the name of a KPI; nothing for a plain number. */
function unitOf({ kpi }: FiguresRow): string {
  return signs[kpi.unitKind] ?? (kpi.unit === 'number' ? '' : (kpi.unit ?? ''));
}

/** "Apr 2010", "Q2 2010-11", "2010-11": short enough for the head of a narrow column. */
export function headOf(period: KpiGrid['periods'][number], yearStartMonth: number): string {
  const { short, year } = axisLabel(period, yearStartMonth);
  if (year === null) return short;
  const first = period.start === null ? null : partsOfDay(period.start);
  return first && monthNames.some((name) => name.startsWith(short))
    ? `${short} ${first.year}`
    : `${short} ${year}`;
}

/** Ref and name, which stay in view, and a column for each period. */
export function figureGridColumns(
  grid: Pick<KpiGrid, 'periods'>,
  o: { readonly role: GridRole; readonly every: Frequency; readonly yearStartMonth: number },
): GridColumn<FiguresRow>[] {
  const { role } = o;
  const worked = role === 'actual' || role === 'forecast';
  const named = () => 'A KPI is named in its definition, on its own page.';
  return [
    { key: 'ref', title: 'Ref', width: 64, frozen: true, text: ({ kpi }) => kpi.ref ?? '', fixed: named },
    {
      key: 'name',
      title: 'KPI',
      width: 264,
      frozen: true,
      text: ({ kpi }) => kpi.name,
      fixed: named,
      show: (row) => (
        <p className="kfig-name">
          {row.kpi.name} <span className="q">{unitOf(row)}</span>
        </p>
      ),
    },
    ...grid.periods.map((period, place): GridColumn<FiguresRow> => {
      const at = (row: FiguresRow) => figureIn(row.cells[place], role);
      return {
        key: columnKeyOf(period),
        title: headOf(period, o.yearStartMonth),
        width: o.every === 'quarter' ? 90 : 80,
        numeric: true,
        text: (row) => at(row)?.text ?? '',
        fixed: (row) => (worked ? row.readOnly : null),
        show: (row) => {
          const held = at(row);
          if (!held) return null;
          const marked = held.provisional && !/\(?p(rovisional)?\)?$/i.test(held.text);
          return (
            <p className={held.provisional ? 'kfig-provisional' : undefined}>
              {held.text}
              {marked ? (
                <>
                  {' '}
                  p<span className="vh">rovisional</span>
                </>
              ) : null}
              {held.note ? (
                <span className="kfig-noted">
                  {' '}
                  *<span className="vh">, with words beside it</span>
                </span>
              ) : null}
            </p>
          );
        },
        bar: (row) => {
          const held = at(row);
          if (!held) return <span className="q2">{period.label}</span>;
          const more = [period.label, held.provisional ? 'provisional' : null, held.note];
          return (
            <>
              {held.text} <span className="q2">{more.filter(Boolean).join(', ')}</span>
            </>
          );
        },
      };
    }),
  ];
}

/** The KPIs under their plan and section, in the order given. */
export function figureGridLines(rows: readonly FiguresRow[]): GridLine<FiguresRow>[] {
  const lines: GridLine<FiguresRow>[] = [];
  const groups = Map.groupBy(rows, (row) => `${row.plan?.id ?? ''}/${row.section?.id ?? ''}`);
  let number = 0;
  for (const [id, own] of groups) {
    const [first] = own;
    if (groups.size > 1) {
      const title = first?.section?.title ?? first?.plan?.title ?? 'In no plan';
      const note = first?.section && first.plan ? first.plan.title : '';
      lines.push({ kind: 'group', id: `group:${id}`, number: null, ref: null, title, note });
    }
    for (const row of own) {
      number += 1;
      lines.push({ kind: 'row', id: row.kpi.id, number, row });
    }
  }
  return lines;
}
