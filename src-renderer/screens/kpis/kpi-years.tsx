import type { KpiView } from '#shared/contract/kpis.ts';
import { Status } from '../../components/status.tsx';

/** The years of a KPI as they are reached from their parts. */
export function KpiYears({ view }: { view: KpiView }) {
  const { years } = view;
  if (years.length === 0) return null;
  return (
    <section className="kpi-years">
      <h2>By year</h2>
      <table>
        <thead>
          <tr>
            <th>Year</th>
            <th className="num">Figure</th>
            <th className="num">Target</th>
            <th>Status</th>
            <th>How it is reached</th>
          </tr>
        </thead>
        <tbody>
          {years.toReversed().map((year) => (
            <tr key={year.year.label}>
              <td className="nw">{year.year.label}</td>
              <td className="num">
                {year.text}
                {year.provisional ? <span className="q2"> provisional</span> : null}
              </td>
              <td className="num">{year.target?.text}</td>
              <td>{year.state ? <Status status={year.state} /> : <span className="q2">{year.why}</span>}</td>
              <td className="q2">{year.basis}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
