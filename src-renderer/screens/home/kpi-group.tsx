import { Link } from '@tanstack/react-router';
import type { HomeView } from '#shared/contract/office.ts';
import { targetsMetInWords } from '#shared/domain/targets-met.ts';
import { Group } from '../../components/group.tsx';
import { Status } from '../../components/status.tsx';

/** KPIs whose latest figure misses its target, worst first. */
export function KpiGroup({ view }: { view: HomeView }) {
  const { first, total, of } = view.kpisOffTrack;
  const met = view.targetsMet.of > 0 ? targetsMetInWords(view.targetsMet) : '';
  if (total === 0) {
    return met === '' ? null : (
      <Group name="KPIs">
        <p>{met}.</p>
      </Group>
    );
  }
  return (
    <Group
      name="KPIs to watch"
      note={
        <>
          {total} of {of} off track or at risk{' '}
          {total > 4 ? (
            <Link to="/kpis" search={{ show: 'off-track' }} className="hit">
              Show all
            </Link>
          ) : null}
          {met === '' ? null : (
            <>
              <br />
              {met}
            </>
          )}
        </>
      }
    >
      <ul>
        {first.slice(0, 4).map((kpi) => (
          <li key={kpi.id}>
            <Link to="/kpis/$kpiId" params={{ kpiId: kpi.id }} className="row kpi" data-row="">
              <span className="ref">{kpi.ref}</span>
              <span className="what">{kpi.name}</span>
              <span className="when">{kpi.figures}</span>
              <Status status={kpi.state} />
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
