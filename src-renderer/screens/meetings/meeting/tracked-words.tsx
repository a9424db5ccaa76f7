import { Link } from '@tanstack/react-router';
import type { ResolutionShown } from '#shared/contract/resolutions.ts';
import { LeadChips } from '../../../components/lead-chip.tsx';
import { Status } from '../../../components/status.tsx';
import { formatDay } from '../../../format/days.ts';

/** What a resolution became: the action with its lead, its date and its status, and each report owed. */
export function TrackedWords({ shown }: { shown: Pick<ResolutionShown, 'action' | 'reports'> }) {
  const { action, reports } = shown;
  return (
    <>
      {action ? (
        <p className="mt-tracked">
          <Link
            to="/plans/$planId"
            params={{ planId: action.planId }}
            search={{ action: action.actionId }}
            className="hit"
          >
            {[action.ref, action.text].filter(Boolean).join(' ')}
          </Link>
          <span className="q2 sm">in {action.plan}</span>
          <LeadChips leads={action.leads} notes={false} />
          {action.when ? <span className="q2 sm">{action.when}</span> : null}
          <Status status={action.status ?? 'not-started'} />
        </p>
      ) : null}
      {reports.map((report) => (
        <p key={report.id} className="mt-tracked">
          <Link to="/meetings/reports" search={{ report: report.id }} className="hit">
            {report.title}
          </Link>
          <span className="q2 sm">
            {[
              `report, ${report.every}`,
              report.officer?.text,
              report.nextOn ? `next by ${formatDay(report.nextOn)}` : 'nothing more is owed',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        </p>
      ))}
    </>
  );
}
