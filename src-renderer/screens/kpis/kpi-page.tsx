import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { KpiSummary, KpiView } from '#shared/contract/kpis.ts';
import type { Settings } from '#shared/contract/register.ts';
import { chartSeries, isDrawable } from '#shared/domain/chart-series.ts';
import { latestPeriod, periodKey, polarityOf } from '#shared/domain/kpi-standing.ts';
import { type ChartHandle, KpiChart } from '../../charts/kpi-chart.tsx';
import { Button, IconButton, LinkButton } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { usePeople } from '../../components/people.tsx';
import { ShowCell } from '../../components/show-cell.tsx';
import { Body, SidePanel } from '../../components/side-panel.tsx';
import { count } from '../../format/words.ts';
import type { GridHandle } from '../../grid/types.ts';
import { say, useFoot } from '../../shell/foot.tsx';
import { DefinitionDialog } from './definition/definition-dialog.tsx';
import { rowId } from './figure-rows.ts';
import { FiguresTable } from './figures-table.tsx';
import { KpiAbout } from './kpi-about.tsx';
import { KpiDetail } from './kpi-detail.tsx';
import { KpiLead } from './kpi-lead.tsx';
import { KpiOutline } from './kpi-list.tsx';
import { definitionInWords, periodReading, valuesOf } from './kpi-words.ts';
import { KpiYears } from './kpi-years.tsx';
import { LeftOutNote } from './left-out-note.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { Narrative } from './narrative.tsx';
import { SmallMultiples } from './small-multiples.tsx';

/** One KPI as the board will see it, and the table it is kept in. */
export function KpiPage(props: { view: KpiView; settings: Settings; all: readonly KpiSummary[] }) {
  const { view, settings, all } = props;
  const { kpi, periods, changes, judgements, narratives } = view;
  const navigate = useNavigate();
  const people = usePeople();
  const grid = useRef<GridHandle>(null);
  const chart = useRef<ChartHandle>(null);
  const [open, setOpen] = useState<'definition' | 'links' | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  /** The period chosen in the table, which stays while a pointer goes over the chart. */
  const [chosen, setChosen] = useState<string | null>(null);
  const values = useMemo(() => valuesOf(periods), [periods]);
  const series = useMemo(
    () => chartSeries(kpi, values, { changes, judgements, narratives }),
    [kpi, values, changes, judgements, narratives],
  );
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
  const byKey = useMemo(() => new Map(periods.map((one) => [periodKey(one.period), one])), [periods]);
  const periodOf = (index: number) => {
    const period = series.periods[index];
    return period && byKey.get(periodKey(period));
  };
  const inHand = current === null ? latest : (periodOf(current) ?? null);
  const detailed = periods.find(({ period }) => period.label === chosen) ?? latest ?? periods.at(-1) ?? null;
  const onRow = useCallback(
    (label: string | null) => {
      const place = series.periods.findIndex((period) => period.label === label);
      setCurrent(place < 0 ? null : place);
      setChosen(label);
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
  const siblings = useMemo(
    () => all.filter((one) => one.plan?.id === view.plan?.id && one.section?.id === view.section?.id),
    [all, view.plan?.id, view.section?.id],
  );
  const group = view.section?.title ?? view.plan?.title ?? 'KPIs in no plan';
  const typed = kpi.formula === undefined && !kpi.calculated;
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
            <Button onPress={() => setOpen('definition')}>Definition</Button>
            <Button reads onPress={() => void copyChart()}>
              Copy chart
            </Button>
            {typed ? (
              <Button look="primary" onPress={addFigure}>
                Add a figure
              </Button>
            ) : null}
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
                <KpiLead view={view} latest={latest} />
              </div>
              {isDrawable(series) ? (
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
                  {values.some(({ number }) => number === null)
                    ? 'What is said here is in words, so there is no line to draw: the table has them. '
                    : 'The chart is drawn from the first figure on. '}
                  {typed
                    ? 'Type a period and its figure in the table.'
                    : kpi.formula === undefined
                      ? 'The register counts it when a period is over.'
                      : 'It is worked out for every period in which all it is worked out from has a figure.'}
                </p>
              )}
              {polarity === null && view.due.some(({ kind }) => kind === 'polarity') ? (
                <p className="kpi-course">
                  Its figures do not tell which way is better, so it has no status.{' '}
                  <LinkButton onPress={() => setOpen('definition')}>Say which way is better</LinkButton>
                </p>
              ) : null}
              {view.course ? (
                <p className="kpi-course q2">
                  {view.course.words} {view.course.basis === view.course.words ? '' : `${view.course.basis}.`}
                </p>
              ) : null}
              {series.annotations.length > 0 ? (
                <ol className="kpi-notes" aria-label="Words beside the figures">
                  {series.annotations.map((one) => (
                    <li key={`${one.at} ${one.words}`} className="sm q2">
                      {series.periods[one.at]?.label}: {one.words}
                    </li>
                  ))}
                </ol>
              ) : null}
            </div>
            <div className="fr">
              <FiguresTable
                view={view}
                yearStartMonth={settings.financialYearStart}
                grid={grid}
                current={inHand ? rowId(periodKey(inHand.period)) : null}
                onCurrent={onRow}
              />
              <LeftOutNote kpi={kpi} />
            </div>
          </div>
          <Narrative view={view} period={detailed} />
          <SmallMultiples title={`${group}: every KPI`} kpis={siblings} current={kpi.id} />
          <div className="kpi-more">
            <div>
              {detailed ? <KpiDetail key={periodKey(detailed.period)} view={view} period={detailed} /> : null}
              <KpiYears view={view} />
            </div>
            <KpiAbout view={view} onLinks={() => setOpen('links')} />
          </div>
          {view.origin ? (
            <p className="sm q2 kpi-origin">
              Came from {view.origin.file}, {view.origin.where}. <ShowCell of={view.origin} />
            </p>
          ) : null}
        </div>
      </Body>
      {open === 'definition' ? (
        <DefinitionDialog
          view={view}
          plans={view.plan ? [view.plan] : []}
          onClose={() => setOpen(null)}
          onDeleted={() => void navigate({ to: '/kpis' })}
        />
      ) : null}
      {open === 'links' ? <LinksDialog view={view} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
