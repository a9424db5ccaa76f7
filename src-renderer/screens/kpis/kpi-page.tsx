import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KpiSummary, KpiView } from '#shared/contract/kpis.ts';
import type { Settings } from '#shared/contract/register.ts';
import { chartSeries } from '#shared/domain/chart-series.ts';
import { latestPeriod, periodKey, polarityOf } from '#shared/domain/kpi-standing.ts';
import { type ChartHandle, KpiChart } from '../../charts/kpi-chart.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { usePeople } from '../../components/people.tsx';
import { ShowCell } from '../../components/show-cell.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { Status } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import type { GridHandle } from '../../grid/types.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { rowId } from './figure-rows.ts';
import { FiguresTable } from './figures-table.tsx';
import { KpiDialog } from './kpi-dialog.tsx';
import { KpiOutline } from './kpi-list.tsx';
import {
  definitionInWords,
  figureInWords,
  gapInWords,
  periodReading,
  valuesOf,
  yearOnYear,
} from './kpi-words.ts';
import { Narrative } from './narrative.tsx';
import { SmallMultiples } from './small-multiples.tsx';

/** One KPI as the board will see it, and the table it is kept in. */
export function KpiPage(props: { view: KpiView; settings: Settings; all: readonly KpiSummary[] }) {
  const { view, settings, all } = props;
  const { kpi, periods } = view;
  const navigate = useNavigate();
  const people = usePeople();
  const grid = useRef<GridHandle>(null);
  const chart = useRef<ChartHandle>(null);
  const [defining, setDefining] = useState(false);
  const [current, setCurrent] = useState<number | null>(null);
  const values = useMemo(() => valuesOf(periods), [periods]);
  const series = useMemo(() => chartSeries(kpi, values), [kpi, values]);
  const polarity = polarityOf(kpi, values);
  const latest = latestPeriod(periods);
  const place = all.findIndex((one) => one.id === kpi.id);
  const goTo = (other: KpiSummary | undefined) =>
    other ? () => void navigate({ to: '/kpis/$kpiId', params: { kpiId: other.id } }) : null;
  const previous = goTo(place > 0 ? all[place - 1] : undefined);
  const next = goTo(place >= 0 ? all[place + 1] : undefined);
  const withFigure = all.filter((one) => one.latest?.actual).length;
  useFoot(
    all.length > 0
      ? `${count(all.length, 'KPI')}: ${withFigure} ${withFigure === 1 ? 'has' : 'have'} a figure`
      : null,
  );

  const owners = kpi.owners.map((lead) => people.get(lead.personId ?? '')?.name ?? lead.text);
  const periodOf = (index: number) =>
    periods.find((one) => one.period.label === series.periods[index]?.label);
  const inHand = current === null ? latest : (periodOf(current) ?? null);
  const onRow = useCallback(
    (label: string | null) => {
      const place = series.periods.findIndex((period) => period.label === label);
      setCurrent(place < 0 ? null : place);
    },
    [series],
  );
  /** The period whose figure is due next: the first with a target after the latest actual, else a new one. */
  const addFigure = () => {
    const lastActual = periods.findLastIndex((one) => one.actual !== null);
    const due = periods.slice(lastActual + 1).find((one) => one.actual === null && one.target !== null);
    if (due) grid.current?.show(rowId(periodKey(due.period)), 'actual', { edit: 'anew' });
    else grid.current?.show('blank:period', 'period', { edit: 'anew' });
  };
  const copyChart = async () => {
    try {
      const picture = await chart.current?.picture();
      if (!picture) throw new Error('the canvas gave no picture');
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      say('The chart is on the clipboard, as a picture.');
    } catch {
      say('The chart could not be put on the clipboard. A report has it as well, with its table.');
    }
  };
  const siblings = [
    ...all.filter((one) => one.plan?.id === view.plan?.id && one.section?.id === view.section?.id),
  ];
  const group = view.section?.title ?? view.plan?.title ?? 'KPIs in no plan';
  return (
    <>
      <PageHead
        title={kpi.name}
        under={definitionInWords(kpi, polarity, owners)}
        acts={
          <>
            <IconButton
              icon="left"
              label="Previous KPI"
              isDisabled={!previous}
              onPress={() => previous?.()}
            />
            <IconButton icon="right" label="Next KPI" isDisabled={!next} onPress={() => next?.()} />
            <Button onPress={() => setDefining(true)}>Definition</Button>
            <Button onPress={() => void copyChart()}>Copy chart</Button>
            <Button look="primary" onPress={addFigure}>
              Add a figure
            </Button>
          </>
        }
      />
      <Body
        label="This KPI"
        left={
          <SidePanel side="left" title="KPIs">
            <KpiOutline kpis={all} current={kpi.id} />
          </SidePanel>
        }
      >
        <div className="kpi-page">
          <div className="fig">
            <div className="fl">
              <div className="lead">
                {latest?.actual ? (
                  <>
                    <span className="big">{figureInWords(latest.actual, kpi.unit)}</span>
                    <div>
                      {latest.state ? (
                        <Status status={latest.state} />
                      ) : (
                        <span className="q2">{latest.why}</span>
                      )}
                      <p className="q2">
                        {[gapInWords(latest), latest.period.label].filter(Boolean).join(', ')}
                      </p>
                    </div>
                    <div className="dir">
                      {latest.direction ? <p>{latest.direction}</p> : null}
                      <p>{yearOnYear(kpi, periods, latest)}</p>
                    </div>
                  </>
                ) : (
                  <p className="q2">
                    No figure yet.
                    {latest?.target
                      ? ` The target for ${latest.period.label} is ${figureInWords(latest.target, kpi.unit)}.`
                      : ''}
                  </p>
                )}
              </div>
              {series.periods.length > 0 ? (
                <KpiChart
                  ref={chart}
                  series={series}
                  unit={kpi.unit}
                  lessIsBetter={polarity === 'down'}
                  yearStartMonth={settings.financialYearStart}
                  current={current}
                  onCurrent={setCurrent}
                  reading={(index) => periodReading(periodOf(index), kpi.unit)}
                />
              ) : (
                <p className="kpi-none q2">
                  The chart is drawn from the first figure on. Type a period and its figure in the table.
                </p>
              )}
            </div>
            <div className="fr">
              <FiguresTable
                view={view}
                yearStartMonth={settings.financialYearStart}
                grid={grid}
                current={inHand ? rowId(periodKey(inHand.period)) : null}
                onCurrent={onRow}
              />
            </div>
          </div>
          <Narrative view={view} period={latest?.period.label ?? null} />
          <SmallMultiples title={`${group}: every KPI`} kpis={siblings} current={kpi.id} />
          {view.origin ? (
            <p className="sm q2 kpi-origin">
              Came from {view.origin.file}, {view.origin.where}. <ShowCell of={view.origin} />
            </p>
          ) : null}
        </div>
      </Body>
      {defining ? (
        <KpiDialog
          kpi={kpi}
          plans={[]}
          onClose={() => setDefining(false)}
          onDeleted={() => void navigate({ to: '/kpis' })}
        />
      ) : null}
    </>
  );
}
