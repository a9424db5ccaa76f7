import { Link } from '@tanstack/react-router';
import type { Outputs } from '../../client/trpc.ts';
import { Status } from '../../components/status.tsx';
import { count } from '../../format/words.ts';

/** What was said beside what the register suggests, the worst first, with the way to all of it. */
export function BeforeCirculating({ overview }: { overview: Outputs['checks']['overview'] }) {
  const { total, accepted, first } = overview.mismatches;
  return (
    <section className="side-sec">
      <h2>
        Before you circulate{' '}
        <span className="cnt">{total === 0 ? '' : count(total, 'mismatch', 'mismatches')}</span>
      </h2>
      {total === 0 ? (
        <p className="q2">Every status agrees with its dates and evidence.</p>
      ) : (
        <table className="suggests">
          <thead>
            <tr>
              <th>
                <span className="vh">Action</span>
              </th>
              <th>Lead says</th>
              <th>Register suggests</th>
            </tr>
          </thead>
          {first.map((one) => (
            <tbody key={one.actionId}>
              <tr>
                <td>
                  <Link
                    to="/plans/$planId"
                    params={{ planId: one.planId }}
                    search={{ action: one.actionId }}
                    className="hit"
                    aria-label={`${one.ref ?? ''} ${one.text}`.trim()}
                  >
                    {one.ref ?? 'Open'}
                  </Link>
                </td>
                <td>
                  <Status status={one.said} />
                </td>
                <td>{one.expected ? <Status status={one.expected} /> : 'not complete'}</td>
              </tr>
              <tr>
                <td />
                <td colSpan={2} className="sm q2">
                  {one.says}
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      )}
      <p>
        <Link to="/checks" className="hit">
          {total === 0
            ? 'Check the data'
            : total > first.length
              ? `All ${total}, and gaps in the data`
              : 'Settle them'}
        </Link>
        {accepted > 0 ? <span className="q2">, {accepted} accepted</span> : null}
      </p>
    </section>
  );
}
