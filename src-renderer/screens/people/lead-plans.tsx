import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { LeadPage, Led } from '#shared/contract/people.ts';
import { useTRPC } from '../../client/trpc.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Group } from '../../components/group.tsx';
import { Empty, Problem } from '../../components/notices.tsx';
import { Status } from '../../components/status.tsx';
import { formatDayNear } from '../../format/days.ts';
import { count } from '../../format/words.ts';
import { say } from '../../shell/foot.tsx';
import { useToday } from '../../shell/register-state.ts';
import { PersonChoice } from './person-choice.tsx';

const kindWords: Record<Led['kind'], string> = {
  action: 'Action',
  measure: 'Measure',
  kpi: 'KPI',
  section: 'Section',
};

/** What somebody leads, plan by plan; what has ended is folded away under each. */
export function LeadPlans({ page }: { page: LeadPage }) {
  const [moving, setMoving] = useState<Led | null>(null);
  if (page.plans.length === 0) {
    return (
      <Empty title={`${page.person.name} leads nothing.`}>
        Type the name into the Leads column of a plan, or give them what has no lead yet under People.
      </Empty>
    );
  }
  return (
    <div className="led">
      {page.plans.map(({ plan, led }) => {
        const open = led.filter(({ ended }) => !ended);
        const ended = led.filter((one) => one.ended);
        return (
          <Group
            key={plan?.id ?? ''}
            name={plan?.title ?? 'KPIs of no plan'}
            note={plan?.over ? 'This plan is over.' : count(open.length, 'thing open', 'things open')}
          >
            {open.length > 0 ? <Rows led={open} planId={plan?.id ?? null} onMove={setMoving} /> : null}
            {ended.length > 0 ? (
              <details>
                <summary>{count(ended.length, 'has ended', 'have ended')}</summary>
                <Rows led={ended} planId={plan?.id ?? null} onMove={setMoving} />
              </details>
            ) : null}
          </Group>
        );
      })}
      {moving ? <SomebodyElse one={moving} name={page.person.name} onClose={() => setMoving(null)} /> : null}
    </div>
  );
}

function Rows(props: { led: readonly Led[]; planId: string | null; onMove: (one: Led) => void }) {
  const today = useToday();
  return (
    <ul>
      {props.led.map((one) => (
        <li key={one.leadId} className="row">
          <span className="q2">{one.ref}</span>
          <span>
            <Open one={one} planId={props.planId}>
              {one.text}
            </Open>
            <span className="sm q">
              {[
                one.kind === 'action' ? null : kindWords[one.kind],
                one.through ? `as ${one.through.name}` : `written “${one.said}”`,
                one.owesUpdate
                  ? one.lastWrote
                    ? `no update since ${formatDayNear(one.lastWrote, today)}`
                    : 'no update yet'
                  : null,
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </span>
          <When one={one} today={today} />
          <span>
            {one.kind === 'action' || one.kind === 'measure' ? (
              <Status status={one.status ?? 'not-started'} />
            ) : null}
          </span>
          <LinkButton
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
      <Link to="/kpis/$kpiId" params={{ kpiId: one.id }} className="hit">
        {children}
      </Link>
    );
  }
  const search = one.kind === 'section' ? { section: one.id } : { action: one.actionId ?? '' };
  return (
    <Link to="/plans/$planId" params={{ planId: planId ?? '' }} search={search} className="hit">
      {children}
    </Link>
  );
}

/** One thing was read as the wrong person’s. */
function SomebodyElse({ one, name, onClose }: { one: Led; name: string; onClose: () => void }) {
  const trpc = useTRPC();
  const [personId, setPersonId] = useState<string | null>(null);
  const move = useMutation(
    trpc.people.reassign.mutationOptions({
      onSuccess: () => {
        say(`“${one.said}” is not ${name} here.`);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      title={`Who is “${one.said}” here?`}
      isOpen
      onClose={onClose}
      acts={
        <>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button
            look="primary"
            isDisabled={personId === null}
            isPending={move.isPending}
            onPress={() => {
              if (personId) move.mutate({ leadId: one.leadId, personId });
            }}
          >
            It is theirs
          </Button>
        </>
      }
    >
      <p>
        {one.ref} {one.text}
      </p>
      <p className="q2">The words of the plan stay as written; only who is meant changes, here alone.</p>
      <PersonChoice label="Whose it is" value={personId} onChange={setPersonId} />
      {move.isError ? <Problem title="Nothing was changed." error={move.error} /> : null}
    </Dialog>
  );
}
