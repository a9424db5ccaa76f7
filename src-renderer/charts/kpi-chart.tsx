import './charts.css';
import {
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import {
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import type { ChartSeries } from '#shared/domain/chart-series.ts';
import { axisLabel } from './axis-labels.ts';
import { chartConfig } from './chart-config.ts';
import { useChartInks } from './chart-inks.ts';
import { type Marks, marksPlugin } from './draw-marks.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, CategoryScale, Filler);

export type ChartHandle = {
  /** The chart as a picture on paper's ground; null where the browser gives none. */
  readonly picture: () => Promise<Blob | null>;
};

export type KpiChartProps = {
  readonly series: ChartSeries;
  readonly unit: string | null;
  readonly lessIsBetter: boolean;
  readonly yearStartMonth: number;
  /** The period in hand: told by arrow key or pointer, shown in the table beside. */
  readonly current: number | null;
  readonly onCurrent: (place: number | null) => void;
  /** The reading of one period, said and shown: "July to September 2010: 58.4%, target 63%, off track". */
  readonly reading: (place: number) => string;
  readonly ref?: Ref<ChartHandle>;
};

/**
 * The line chart of one KPI. A picture to the eye, a named group with a reading for each period to the keyboard
 * and to screen readers; the figures themselves always stand in the table beside it.
 */
export function KpiChart(props: KpiChartProps) {
  const { series, unit, lessIsBetter, current, onCurrent } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart<'line', (number | null)[], string> | null>(null);
  const inks = useChartInks();
  const marks: Marks = {
    series,
    labels: series.periods.map((period) => axisLabel(period, props.yearStartMonth)),
    unit,
    lessIsBetter,
    inks,
    current,
  };
  const latest = useRef(marks);
  latest.current = marks;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the chart is made again when what it draws changes
  useEffect(() => {
    if (!canvas.current) return;
    const made = new Chart(canvas.current, {
      ...chartConfig(latest.current),
      plugins: [marksPlugin(() => latest.current)],
    });
    chart.current = made;
    return () => {
      made.destroy();
      chart.current = null;
    };
  }, [series, unit, lessIsBetter, inks]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the ring round the period in hand moves
  useEffect(() => {
    chart.current?.draw();
  }, [current]);
  useImperativeHandle(props.ref, () => ({ picture: () => pictureOf(canvas.current, inks.paper) }), [inks]);

  const last = series.periods.length - 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const from = current ?? series.actual.findLastIndex((number) => number !== null);
    const to = {
      ArrowRight: Math.min(last, from + 1),
      ArrowLeft: Math.max(0, from - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Escape') onCurrent(null);
    if (to === undefined || last < 0) return;
    event.preventDefault();
    onCurrent(to);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const scale = chart.current?.scales.x;
    if (!scale) return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = scale.getValueForPixel(event.clientX - box.left);
    const there = place !== undefined && place >= 0 && place <= last ? place : null;
    if (there !== current) onCurrent(there);
  };
  const x = current === null ? 0 : (chart.current?.scales.x?.getPixelForValue(current) ?? 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group with a chart's role, not a set of fields
    <div
      className="kpi-chart"
      role="group"
      aria-roledescription="chart"
      aria-label={`${series.summary} Arrows go through the periods; the figures are in the table beside it.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows go through the periods
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => onCurrent(null)}
      onBlur={() => onCurrent(null)}
    >
      <div className="kpi-canvas" aria-hidden="true">
        <canvas ref={canvas} />
      </div>
      <p className="vh" role="status">
        {current === null ? '' : props.reading(current)}
      </p>
      {current === null ? null : (
        <p
          className={x > 320 ? 'kpi-tip float left' : 'kpi-tip float'}
          style={{ left: x }}
          aria-hidden="true"
        >
          {props.reading(current)}
        </p>
      )}
    </div>
  );
}

async function pictureOf(canvas: HTMLCanvasElement | null, paper: string): Promise<Blob | null> {
  if (!canvas) return null;
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  if (!context) return null;
  context.fillStyle = paper;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  return new Promise((resolve) => copy.toBlob(resolve, 'image/png'));
}
