import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import { Sparkline } from '../../components/sparkline.tsx';
import { Status } from '../../components/status.tsx';
import { count } from '../../format/words.ts';
import { groupsOf } from './kpi-list.tsx';
import { figureInWords } from './kpi-words.ts';

type Line = { readonly id: string; readonly head: string | null; readonly kpi: KpiSummary | null };

/** Lists of no more lines are drawn whole: the browser's own search then finds every row. */
const mostWhole = 240;
const columns = 8;

/** KPIs under their section or plan: latest figure, target, status, direction, course and line. */
export function KpiTable({ kpis }: { kpis: readonly KpiSummary[] }) {
  const lines = useMemo(
    () =>
      groupsOf(kpis).flatMap((group): Line[] => [
        { id: `group ${group.kpis[0]?.id}`, head: group.name, kpi: null },
        ...group.kpis.map((kpi) => ({ id: kpi.id, head: null, kpi })),
      ]),
    [kpis],
  );
  const table = useRef<HTMLTableElement>(null);
  const [scroller, setScroller] = useState<Element | null>(null);
  useLayoutEffect(() => setScroller(table.current?.closest('.work') ?? null), []);
  const whole = lines.length <= mostWhole;
  const virtual = useVirtualizer({
    count: whole ? 0 : lines.length,
    getScrollElement: () => scroller,
    estimateSize: (place) => (lines[place]?.kpi ? 47 : 41),
    getItemKey: (place) => lines[place]?.id ?? place,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <table className="kpi-list" ref={table} aria-rowcount={lines.length + 1}>
      <thead>
        <tr>
          <th>Ref</th>
          <th>KPI</th>
          <th className="num">Latest</th>
          <th className="num">Target</th>
          <th>Status</th>
          <th>Direction</th>
          <th>The year</th>
          <th>
            <span className="vh">Line of the figures</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {whole ? (
          lines.map((line) => <LineRow key={line.id} line={line} />)
        ) : (
          <>
            {before > 0 ? <Gap height={before} /> : null}
            {items.map((item) => {
              const line = lines[item.index];
              return line ? (
                <LineRow key={line.id} line={line} place={item.index} measure={virtual.measureElement} />
              ) : null;
            })}
            {after > 0 ? <Gap height={after} /> : null}
          </>
        )}
      </tbody>
    </table>
  );
}

function Gap({ height }: { height: number }) {
  return (
    <tr className="kpi-gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

type RowPlace = { place?: number; measure?: (row: HTMLTableRowElement | null) => void };

function LineRow({ line, ...rest }: { line: Line } & RowPlace) {
  if (line.kpi) return <KpiRow kpi={line.kpi} {...rest} />;
  return (
    <tr className="kpi-group" data-index={rest.place} ref={rest.measure}>
      <th colSpan={columns} scope="rowgroup">
        {line.head}
      </th>
    </tr>
  );
}

function KpiRow({ kpi, place, measure }: { kpi: KpiSummary } & RowPlace) {
  const { latest, unit } = kpi;
  const course = kpi.course?.verdict ?? null;
  return (
    <tr data-index={place} ref={measure} aria-rowindex={place === undefined ? undefined : place + 2}>
      <td className="q2 nw">{kpi.ref}</td>
      <td>
        <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className="hit">
          {kpi.name}
        </Link>
        {kpi.calculated || kpi.due.length > 0 ? (
          <p className="sm q">
            {[
              kpi.calculated === 'formula' ? 'Worked out by its formula' : null,
              kpi.calculated === 'register' ? 'Counted from the register' : null,
              kpi.due.length > 0 ? `${count(kpi.due.length, 'thing')} due` : null,
            ]
              .filter(Boolean)
              .join('. ')}
          </p>
        ) : null}
      </td>
      <td className="num">
        {latest?.actual ? (
          <>
            <b>{figureInWords(latest.actual, unit)}</b>
            <p className="sm q">
              {latest.period.label}
              {latest.actual.provisional ? ', provisional' : ''}
            </p>
          </>
        ) : (
          <span className="q nw">None yet</span>
        )}
      </td>
      <td className="num">{latest?.target ? figureInWords(latest.target, unit) : null}</td>
      <td>
        {latest?.state ? (
          <Status status={latest.state} />
        ) : (
          <span className="q sm">{latest?.actual ? latest.why : null}</span>
        )}
        {latest?.judgement?.state ? <p className="sm q">by judgement</p> : null}
      </td>
      <td className="q2">{latest?.direction}</td>
      <td className="q2">
        {course === null ? null : course === 'on-course' ? 'On course' : <b>Not on course</b>}
      </td>
      <td>
        <Sparkline
          actual={kpi.spark.map((point) => point.actual)}
          target={kpi.spark.map((point) => point.target)}
          width={112}
          height={28}
        />
      </td>
    </tr>
  );
}
