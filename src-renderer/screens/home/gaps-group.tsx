import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CheckName } from '#shared/contract/acceptances.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Group } from '../../components/group.tsx';

/** What each check found, in words after its number. Those that Home tells elsewhere are not named here. */
const gaps: readonly (readonly [check: CheckName, one: string, many: string])[] = [
  ['duplicate', 'pair of actions that say the same', 'pairs of actions that say the same'],
  ['broken-reference', 'reference to nowhere', 'references to nowhere'],
  ['unknown-lead', 'lead whose words name nobody', 'leads whose words name nobody'],
  ['no-measures', 'action without a measure', 'actions without a measure'],
  ['empty-section', 'empty section', 'empty sections'],
  ['kpi-no-target', 'KPI without a target', 'KPIs without a target'],
  ['kpi-no-unit', 'KPI without a unit', 'KPIs without a unit'],
  ['kpi-no-polarity', 'KPI without a direction', 'KPIs without a direction'],
  ['kpi-no-source', 'KPI without a source', 'KPIs without a source'],
  ['person-no-name', 'person without a name', 'people without a name'],
];

/** Gaps in the data, each with the way to its list. They come after all else: looking for duplicates takes longest. */
export function GapsGroup() {
  const trpc = useTRPC();
  const counts = useQuery(trpc.checks.counts.queryOptions()).data;
  const found = gaps.filter(([check]) => (counts?.[check] ?? 0) > 0);
  if (!counts || found.length === 0) return null;
  return (
    <Group name="Gaps in the data" note="settled one by one, or accepted">
      <ul>
        {found.map(([check, one, many]) => (
          <li key={check}>
            <Link to="/checks" search={{ check }} className="row set" data-row="">
              <span className="n">{counts[check]}</span>
              <span className="cut">{counts[check] === 1 ? one : many}</span>
              <span className="when" />
              <span className="go">Show {counts[check] === 1 ? 'it' : 'them'}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
