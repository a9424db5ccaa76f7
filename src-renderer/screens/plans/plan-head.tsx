import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlanView } from '#shared/contract/plans.ts';
import type { Period } from '#shared/contract/register.ts';
import { formatMonth, partsOfDay } from '#shared/domain/dates.ts';
import { PageHead } from '../../components/page-head.tsx';
import { StateSummary } from '../../components/state-bar.tsx';
import { Writes } from '../../components/writes.tsx';
import { ChecksLink } from '../checks/plan-checks.tsx';

/** "April 2010 to March 2011"; the words of the period where its days are not known. */
function periodInWords(period: Period): string {
  if (!period.start || !period.end || !partsOfDay(period.start)) return period.label;
  return `${formatMonth(period.start)} to ${formatMonth(period.end)}`;
}

/** Title, period, what it continues, and the worded key with its counts. */
export function PlanHead(props: {
  readonly view: PlanView;
  /** How the actions shown stand: all, or those the filter lets through. */
  readonly counts: PlanView['counts'];
  readonly acts: ReactNode;
}) {
  const { view, acts } = props;
  const { plan, continues } = view;
  const hasFacts = plan.period !== null || continues !== null;
  return (
    <PageHead title={plan.title} acts={acts}>
      {hasFacts ? (
        <div className="meta sm q2">
          {plan.period ? <p>{periodInWords(plan.period)}</p> : null}
          {continues ? (
            <p>
              Continues{' '}
              <Link to="/plans/$planId" params={{ planId: continues.id }} className="hit">
                {continues.title.replace(/^.*?(\d{4}-\d{2,4})$/, '$1')}
              </Link>
            </p>
          ) : null}
        </div>
      ) : null}
      {view.actions.length > 0 ? (
        <span className="sm q2">
          <Writes>
            <ChecksLink />
          </Writes>
        </span>
      ) : null}
      {view.actions.length > 0 ? <StateSummary counts={props.counts} planKey={plan.key} /> : null}
    </PageHead>
  );
}
