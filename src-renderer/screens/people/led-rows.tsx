import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { KpiSummary } from '#shared/contract/kpis.ts';
import type { Led, PersonRow } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { LinkButton } from '../../components/button.tsx';
import { Status } from '../../components/status.tsx';
import { formatDayNear } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { useToday } from '../../shell/register-state.ts';

const kindWords: Record<Led['kind'], string> = {
  action: 'Action',
  measure: 'Measure',
  kpi: 'KPI',
  section: 'Section',
};

/** One thing that somebody leads, and the plan it stands in; `plan` is named where the group is not the plan. */
export type LedLine = { readonly one: Led; readonly planId: string | null; readonly plan?: string };

/** What somebody leads, one row each: Up and Down among them, Right to what can be done with one. */
export function LedRows(props: { lines: readonly LedLine[]; person: PersonRow; onMove: (one: Led) => void }) {
  const today = useToday();
  const standings = useStandings(props.lines.some(({ one }) => one.kind === 'kpi'));
  return (
    <ul>
      {props.lines.map(({ one, planId, plan }) => (
        <li key={one.leadId} className="row">
          <span className="q2">{one.ref}</span>
          <span>
            <Open one={one} planId={planId}>
              {one.text}
            </Open>
            <span className="sm q">{readingOf(one, props.person, plan, today)}</span>
          </span>
          <When one={one} today={today} />
          <span>
            {one.kind === 'action' || one.kind === 'measure' ? (
              <Status status={one.status ?? 'not-started'} />
            ) : null}
            {one.kind === 'kpi' ? <Standing of={standings.get(one.id)} /> : null}
          </span>
          <LinkButton
            data-beside=""
            onPress={() => props.onMove(one)}
            aria-label={`Somebody else’s: ${one.ref ?? one.text}`}
          >
            Somebody else’s
          </LinkButton>
        </li>
      ))}
    </ul>
  );
}

/** How the KPIs of the office stand, by KPI; asked where one of them is shown. */
function useStandings(isWanted: boolean): ReadonlyMap<string, KpiSummary> {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.kpis.list.queryOptions({ planId: null }), enabled: isWanted });
  return useMemo(() => new Map((data ?? []).map((kpi) => [kpi.id, kpi])), [data]);
}

/** The status of a KPI's latest figure; without one, why. Nothing until it is known. */
function Standing({ of }: { of: KpiSummary | undefined }) {
  if (!of) return null;
  if (of.latest?.state) return <Status status={of.latest.state} />;
  return <span className="q">{of.latest?.actual ? 'No status' : 'No figure yet'}</span>;
}

/** What is not said by the row itself: the plan, the kind, the role it is theirs by, unusual words, silence. */
function readingOf(one: Led, person: PersonRow, plan: string | undefined, today: string): string {
  const usual = [person.name, person.initials].includes(one.said.trim());
  const silent = one.lastWrote ? `no update since ${formatDayNear(one.lastWrote, today)}` : 'no update yet';
  return [
    plan ?? null,
    one.kind === 'action' ? null : kindWords[one.kind],
    one.through ? `as ${one.through.name}` : usual ? null : `written “${one.said}”`,
    one.owesUpdate ? silent : null,
  ]
    .filter(Boolean)
    .join(', ');
}

function When({ one, today }: { one: Led; today: string }) {
  if (one.kind === 'kpi' || one.kind === 'section') return <span />;
  if (!one.end) return <span className="q2">{one.when ? `“${one.when}”` : 'no date'}</span>;
  return (
    <span className="q2">
      {formatDayNear(one.end, today)} {one.daysLate ? <b>{count(one.daysLate, 'day')} late</b> : null}
    </span>
  );
}

function Open({ one, planId, children }: { one: Led; planId: string | null; children: ReactNode }) {
  if (one.kind === 'kpi') {
    return (
      <Link to="/kpis/$kpiId" params={{ kpiId: one.id }} className="hit" data-row="">
        {children}
      </Link>
    );
  }
  const search = one.kind === 'section' ? { section: one.id } : { action: one.actionId ?? '' };
  return (
    <Link to="/plans/$planId" params={{ planId: planId ?? '' }} search={search} className="hit" data-row="">
      {children}
    </Link>
  );
}
