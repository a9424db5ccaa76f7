import { Link } from '@tanstack/react-router';
import type { SnapshotSummary } from '#shared/contract/reports.ts';
import { formatDay, formatInstant } from '../../format/days.ts';

/** What has gone out before, and the snapshots that reports can be made from again. */
export function ReportsSide({ snapshots }: { snapshots: readonly SnapshotSummary[] }) {
  return (
    <div className="side-pad">
      <section className="side-sec">
        <h2>Latest snapshots</h2>
        {snapshots.length === 0 ? (
          <p className="q2">None yet. A report of the register now takes one, named by the day.</p>
        ) : (
          <ul className="given">
            {snapshots.slice(0, 8).map((one) => (
              <li key={one.id}>
                <Link to="/snapshots/changes" search={{ from: one.id, to: 'now' }} className="hit">
                  {one.name}
                </Link>
                <span className="sm q">{one.circulatedAt ? 'circulated' : ''}</span>
                <span className="sm q2">
                  Taken {formatInstant(one.takenAt)}
                  {one.circulatedAt ? `; e-mail drafted ${formatDay(one.circulatedAt.slice(0, 10))}` : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="side-sec">
        <h2>What a report holds</h2>
        <p className="q2">
          The key first, so that every colour has its word. Then a contents list, the report itself, and each
          chart with its figures as a table. The snapshot’s time and check sum stand at the head.
        </p>
      </section>
    </div>
  );
}
