import { type Ref, useCallback, useMemo, useRef } from 'react';
import type { KpiView } from '#shared/contract/kpis.ts';
import { figureAsWritten } from '#shared/domain/kpi-units.ts';
import { Status } from '../../components/status.tsx';
import { Grid } from '../../grid/grid.tsx';
import type { GridChange, GridColumn, GridHandle, GridSelection } from '../../grid/types.ts';
import { say } from '../../shell/foot.tsx';
import { actualText, type FigureRow, figureLines, shownActual } from './figure-rows.ts';
import { useFigureEdits } from './use-figure-edits.ts';

/**
 * The figures by period, newest first, to be typed into: actual and target; "62 f" is a forecast. A block copied
 * from a workbook can be pasted. The chart beside it draws the same figures.
 */
export function FiguresTable(props: {
  readonly view: KpiView;
  readonly yearStartMonth: number;
  readonly grid: Ref<GridHandle>;
  /** The row of the period that the chart has in hand. */
  readonly current: string | null;
  readonly onCurrent: (label: string | null) => void;
}) {
  const { view, yearStartMonth, onCurrent } = props;
  const { kpi, periods } = view;
  const { notes, typed, change } = useFigureEdits(view);
  const lines = useMemo(() => figureLines(periods, typed, yearStartMonth), [periods, typed, yearStartMonth]);
  const columns = useMemo(() => figureColumns(kpi), [kpi]);
  const byId = useRef(new Map<string, FigureRow>());
  byId.current = new Map(
    lines.flatMap((line) => (line.kind === 'row' ? [[line.id, line.row] as const] : [])),
  );
  const onSelect = useCallback(
    (selection: GridSelection) =>
      onCurrent(byId.current.get(selection.activeId ?? '')?.period?.period.label ?? null),
    [onCurrent],
  );
  return (
    <Grid
      ref={props.grid}
      plain
      label={`Figures of ${kpi.name}`}
      storageKey="figures"
      lines={lines}
      columns={columns}
      notes={notes}
      markedId={props.current}
      nameOf={(row) => row.label}
      onChange={(made: GridChange) => change(made, byId.current)}
      onSelect={onSelect}
      onSay={say}
    />
  );
}

function figureColumns(kpi: KpiView['kpi']): GridColumn<FigureRow>[] {
  const { unit } = kpi;
  const workedOut =
    kpi.formula !== undefined
      ? 'Worked out by its formula: change the figures it is worked out from.'
      : kpi.calculated
        ? 'Counted from the register: it is stored when the period is over.'
        : null;
  const sign = unit === '%' ? ' %' : unit === 'money' ? ' £' : '';
  return [
    {
      key: 'period',
      title: 'Period',
      width: 150,
      least: 130,
      grows: true,
      invites: 'Type the next period',
      text: (row) => row.label,
      fixed: () => 'A period is named once, when its first figure is typed.',
    },
    {
      key: 'actual',
      title: `Actual${sign}`,
      width: 88,
      numeric: true,
      text: actualText,
      fixed: () => workedOut,
      show: (row) => {
        const shown = shownActual(row);
        if (!shown) return null;
        const words = figureAsWritten(shown.value, null);
        if (shown.role === 'forecast') return <span className="fcst">{words} f</span>;
        return (
          <span title={shown.value.text === words ? undefined : shown.value.text}>
            {words}
            {shown.value.provisional ? (
              <i>
                {' '}
                p<span className="vh">rovisional</span>
              </i>
            ) : null}
          </span>
        );
      },
    },
    {
      key: 'target',
      title: 'Target',
      width: 72,
      numeric: true,
      text: (row) => row.period?.target?.text ?? '',
      show: (row) => {
        const target = row.period?.target;
        return target ? <span title={target.text}>{figureAsWritten(target, null)}</span> : null;
      },
    },
    {
      key: 'status',
      title: 'Status',
      width: 98,
      text: (row) => row.period?.state ?? '',
      fixed: () => 'The status follows from actual, target and tolerance.',
      show: (row) => <Standing row={row} />,
    },
  ];
}

function Standing({ row }: { row: FigureRow }) {
  const shown = shownActual(row);
  if (row.period?.state) return <Status status={row.period.state} />;
  if (shown?.role === 'forecast') return <span className="q">Forecast</span>;
  if (shown?.role === 'baseline') return <span className="q">Baseline</span>;
  return null;
}
