import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';
import { count } from '../../format/words.ts';
import { dueCounts, lateInWords } from '../kpis/due/due-words.ts';

/** How many owners stand on Home before the way to all. */
const shown = 4;

/** What is due and missing of the KPIs, by owner, each with the way to the list of theirs. */
export function KpisDueGroup() {
  const trpc = useTRPC();
  const groups = (useQuery(trpc.kpis.due.queryOptions({ planId: null })).data ?? []).filter(
    ({ kpis }) => kpis.length > 0,
  );
  if (groups.length === 0) return null;
  const total = new Set(groups.flatMap(({ kpis }) => kpis.map(({ id }) => id))).size;
  return (
    <Group
      name="KPIs: due and missing"
      note={
        <>
          of {count(total, 'KPI')}{' '}
          <Link to="/kpis/due" className="hit">
            Show all
          </Link>
        </>
      }
    >
      <ul>
        {groups.slice(0, shown).map(({ owner, kpis }) => {
          const due = kpis.flatMap((kpi) => kpi.due);
          return (
            <li key={owner?.personId ?? owner?.name ?? ''}>
              <Link
                to="/kpis"
                search={{ owner: owner?.name ?? 'none', due: 'yes' }}
                className="row set"
                data-row=""
              >
                <span className="n">{due.length}</span>
                <span className="what">
                  {owner?.name ?? 'No owner'}: {dueCounts(due)}
                </span>
                <span className="when">{lateInWords(due)}</span>
                <span className="go">Show {kpis.length === 1 ? 'it' : 'them'}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Group>
  );
}
