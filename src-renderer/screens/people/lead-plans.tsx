import { useState } from 'react';
import type { LeadPage, Led } from '#shared/contract/people.ts';
import { Group } from '../../components/group.tsx';
import { Empty } from '../../components/notices.tsx';
import { RowList } from '../../components/row-list.tsx';
import { count } from '../../format/words.ts';
import { LeadDuties, LeadResolutions } from './lead-bound.tsx';
import { LedRows } from './led-rows.tsx';
import { SomebodyElse } from './somebody-else.tsx';

const noPlan = 'KPIs of no plan';
const isOverdue = ({ kind, ended, daysLate }: Led): boolean =>
  kind === 'action' && !ended && daysLate !== null;

/**
 * All that somebody leads: what is overdue over all plans first, the longest before the rest; then plan by plan, what
 * has ended folded away under each; then the duties and resolutions that it answers.
 */
export function LeadPlans({ page }: { page: LeadPage }) {
  const [moving, setMoving] = useState<Led | null>(null);
  const { person, plans } = page;
  if (plans.length === 0) {
    return (
      <Empty title={`${person.name} leads nothing.`}>
        Type the name into the Leads column of a plan, or give them what has no lead yet under People.
      </Empty>
    );
  }
  const rows = { person, onMove: setMoving };
  const overdue = plans
    .flatMap(({ plan, led }) =>
      led.filter(isOverdue).map((one) => ({ one, planId: plan?.id ?? null, plan: plan?.title ?? noPlan })),
    )
    .sort((a, b) => (b.one.daysLate ?? 0) - (a.one.daysLate ?? 0));
  return (
    <>
      <RowList className="led">
        {overdue.length > 0 ? (
          <Group name="Overdue" note={`${count(overdue.length, 'action')}, the longest first`}>
            <LedRows lines={overdue} {...rows} />
          </Group>
        ) : null}
        {plans.map(({ plan, led }) => {
          const lines = led.map((one) => ({ one, planId: plan?.id ?? null }));
          const open = lines.filter(({ one }) => !one.ended && !isOverdue(one));
          const ended = lines.filter(({ one }) => one.ended);
          if (open.length + ended.length === 0) return null;
          return (
            <Group
              key={plan?.id ?? ''}
              name={plan?.title ?? noPlan}
              note={plan?.over ? 'This plan is over.' : count(open.length, 'thing open', 'things open')}
            >
              {open.length > 0 ? <LedRows lines={open} {...rows} /> : null}
              {ended.length > 0 ? (
                <details>
                  <summary data-row="">{count(ended.length, 'has ended', 'have ended')}</summary>
                  <LedRows lines={ended} {...rows} />
                </details>
              ) : null}
            </Group>
          );
        })}
        <LeadDuties duties={page.duties} />
        <LeadResolutions resolutions={page.resolutions} />
      </RowList>
      {moving ? <SomebodyElse one={moving} name={person.name} onClose={() => setMoving(null)} /> : null}
    </>
  );
}
